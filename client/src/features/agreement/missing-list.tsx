import type { Missing } from '@withy/shared/api'
import { Link } from 'wouter'
import { useText } from '../../text/use-text.ts'

type MissingListProps = {
  readonly plan: string
  readonly missing: readonly { readonly what: Missing; readonly count: number }[]
}

/** What is still missing, with the way there. It stops nobody. */
export function MissingList({ plan, missing }: MissingListProps) {
  const t = useText()
  if (missing.length === 0) return null
  const place = (what: Missing): string => `/plans/${plan}${what === 'ideas-unanswered' ? '/workshops' : ''}`
  return (
    <section className="stack agree-missing" aria-labelledby="agree-missing">
      <h2 id="agree-missing">{t('agreement.missing')}</h2>
      <p>{t('agreement.missing-about')}</p>
      <ul className="list">
        {missing.map(({ what, count }) => (
          <li key={what}>
            <Link href={place(what)} className="link-alone">
              {t(`agreement.missing-${what}`, { count })}
            </Link>
          </li>
        ))}
      </ul>
    </section>
  )
}
