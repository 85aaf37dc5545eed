import { type Acting, ADVOCATE_WORDS, filled, IN_PLACE_WORDS, THROUGH_WORDS } from '@withy/shared/api'
import { useWords } from '../../text/use-text.ts'

type ThroughProps = { readonly by: string | null; readonly acting: Acting | null; readonly advocate: string }

/** Who gave an answer for somebody, as what, and with whom; `by` null: in place of the person, who is not in the plan (SPEC AGREE-18). */
export function Through({ by, acting, advocate }: ThroughProps) {
  const words = useWords()
  const given = by === null ? inPlace(acting) : filled(THROUGH_WORDS[acting ?? 'supporter'], { name: by })
  return (
    <>
      {given ? <p className="quiet">{words(given)}</p> : null}
      {advocate ? <p className="quiet">{words(filled(ADVOCATE_WORDS, { name: advocate }))}</p> : null}
    </>
  )
}

const inPlace = (acting: Acting | null) => (acting === null || acting === 'supporter' ? null : IN_PLACE_WORDS[acting])
