import type { WorkshopCard } from '@withy/shared/api'
import { Link } from 'wouter'
import { useDates } from '../../../text/use-dates.ts'
import { useText } from '../../../text/use-text.ts'

/** The workshops of a plan, newest first. */
export function WorkshopCards({
  plan,
  workshops,
  mayPrepare,
}: {
  readonly plan: string
  /** Whoever may not waits for a facilitator to. */
  readonly mayPrepare: boolean
  readonly workshops: readonly WorkshopCard[]
}) {
  const t = useText()
  const { day } = useDates()
  if (workshops.length === 0) {
    return (
      <div className="stack">
        <p>{t('workshop.none')}</p>
        <p>{t('workshop-prepare.none-why')}</p>
        {mayPrepare ? null : <p>{t('workshop-prepare.none-wait')}</p>}
      </div>
    )
  }
  return (
    <ul className="list stack">
      {workshops.map(({ id, title, stage, closedAt }) => (
        <li key={id} className="card">
          <h2 className="workshop-card-title">
            <Link
              href={`/plans/${plan}/workshops/${id}${stage === 'preparing' ? '/prepare' : ''}`}
              className="link-alone"
            >
              {title}
            </Link>
          </h2>
          <p className="quiet">
            {t(`workshop.stage-${stage}`)}{' '}
            {closedAt === null ? '' : t('workshop-prepare.closed-on', { day: day(new Date(closedAt).toISOString()) })}
          </p>
          {stage === 'closed' ? (
            <p className="row">
              {(['you-said', 'record'] as const).map((page) => (
                <Link key={page} href={`/plans/${plan}/workshops/${id}/${page}`} className="link-alone">
                  {t(`workshop-after.${page}`)}
                  <span className="unseen">{`: ${title}`}</span>
                </Link>
              ))}
            </p>
          ) : null}
        </li>
      ))}
    </ul>
  )
}
