import type { Acting } from '@withy/shared/api'
import { useText } from '../../text/use-text.ts'

/** Who gave an answer for somebody, and as what; `by` null: in place of the person, who is not in the plan (SPEC AGREE-18). */
export function Through({ by, acting }: { readonly by: string | null; readonly acting: Acting | null }) {
  const t = useText()
  if (by !== null) return <p className="quiet">{t(`agreement.through-${acting ?? 'supporter'}`, { name: by })}</p>
  if (acting === null || acting === 'supporter') return null
  return <p className="quiet">{t(`agreement.in-place-${acting}`)}</p>
}
