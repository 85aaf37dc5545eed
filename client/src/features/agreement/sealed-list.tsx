import type { SealedCard } from '@withy/shared/api'
import { Link } from 'wouter'
import { useDates } from '../../text/use-dates.ts'
import { useText } from '../../text/use-text.ts'
import { HowMany } from './how-many.tsx'

type SealedListProps = { readonly plan: string; readonly sealed: readonly SealedCard[] }

/** Versions of the plan that were agreed, newest first. */
export function SealedList({ plan, sealed }: SealedListProps) {
  const t = useText()
  const { day } = useDates()
  if (sealed.length === 0) return null
  return (
    <section className="stack" aria-labelledby="agree-sealed">
      <h2 id="agree-sealed">{t('agreement.sealed')}</h2>
      <ul className="list agree-sealed-list">
        {sealed.map(({ number, sealedAt, code, tally, withdrawn }) => (
          <li key={number} className="card agree-sealed-card">
            <Link href={`/plans/${plan}/agreed/${number}`} className="link-alone">
              {t('agreement.agreed-on', { day: day(sealedAt) })}
            </Link>
            <HowMany of={tally} />
            <p className="quiet">
              {t('agreement.number', { number })} <span className="agree-code">{code}</span>
            </p>
            {withdrawn > 0 ? <p>{t('agreement.withdrawn-count', { count: withdrawn })}</p> : null}
          </li>
        ))}
      </ul>
    </section>
  )
}
