import type { PlanCard } from '@withy/shared/api'
import { Link } from 'wouter'
import { useDates } from '../../text/use-dates.ts'
import { useText } from '../../text/use-text.ts'
import { PersonPicture, PlacePicture } from './pictures.tsx'
import './plans.css'

/** The plans somebody is in, the one written in last first (SPEC AGREE-47). */
export function PlanCards({ plans }: { readonly plans: readonly PlanCard[] }) {
  const t = useText()
  const { day, time } = useDates()
  return (
    <ul className="list plan-cards">
      {[...plans]
        .sort((a, b) => b.changedAt.localeCompare(a.changedAt))
        .map(({ id, kind, title, role, people, changedAt, startedAt, asked, agreedAt }) => (
          <li key={id} className="card plan-card">
            {kind === 'area' ? <PlacePicture /> : <PersonPicture />}
            <div className="plan-card-words">
              <h3>
                <Link href={`/plans/${id}`} className="plan-card-link">
                  <bdi>{title}</bdi>
                </Link>
              </h3>
              {asked ? <p className="plan-card-asked">{t('home.asked')}</p> : null}
              <p className="quiet">{t(`common.kind-${kind}`)}</p>
              <p className="quiet">
                {[t('common.people-count', { count: people }), t(`common.role-${role}`)].join(' · ')}
              </p>
              {agreedAt ? <p>{t('home.agreed', { day: day(agreedAt) })}</p> : null}
              <p className="quiet small">{t('home.changed', { day: day(changedAt) })}</p>
              {plans.some((plan) => plan.id !== id && plan.title === title) ? (
                <p className="quiet small">{t('home.started', { day: day(startedAt), time: time(startedAt) })}</p>
              ) : null}
            </div>
          </li>
        ))}
    </ul>
  )
}
