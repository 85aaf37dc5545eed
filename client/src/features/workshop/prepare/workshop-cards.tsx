import type { WorkshopCard } from '@withy/shared/api'
import { Link } from 'wouter'
import { useText } from '../../../text/use-text.ts'

/** The workshops of a plan, newest first. */
export function WorkshopCards({
  plan,
  workshops,
}: {
  readonly plan: string
  readonly workshops: readonly WorkshopCard[]
}) {
  const t = useText()
  if (workshops.length === 0) return <p>{t('workshop.none')}</p>
  return (
    <ul className="list stack">
      {workshops.map(({ id, title, stage }) => (
        <li key={id} className="card">
          <Link href={`/plans/${plan}/workshops/${id}`} className="link-alone">
            {title}
          </Link>
          <p className="quiet">{t(`workshop.stage-${stage}`)}</p>
        </li>
      ))}
    </ul>
  )
}
