import { sectionsOf } from '@withy/shared/plan'
import { Link } from 'wouter'
import { useDesk } from '../../live/desk.tsx'
import { usePlanTitles } from '../../live/whole-plan.ts'
import { useDates } from '../../text/use-dates.ts'
import { useText, useWords } from '../../text/use-text.ts'
import { type Agreed, useStanding } from './use-standing.ts'
import './fold.css'
import './standing-news.css'

/** Above an open plan: whether the asker is asked to agree, and what changed since people did. Nothing where neither is so. */
export function StandingNews() {
  const t = useText()
  const { id, live, template, me, people } = useDesk()
  const standing = useStanding({ plan: id, kind: template.kind, live, askers: people.length })
  if (!standing) return null
  const { round, agreed } = standing
  const isAsked = round?.asked.includes(me.id) && !round.answered.includes(me.id)
  const nameOf = (id: string | undefined) => people.find((person) => person.id === id)?.name ?? t('standing.somebody')
  // Answered for is answered: only they know whether it is what they say.
  const through = round?.answers.find(({ person, by }) => person === me.id && by !== null)?.by ?? null
  const news = through === null ? (isAsked ? 'asked' : null) : 'answered-for'
  return (
    <div className="standing-news" data-not-printed="">
      {news ? (
        <div className="notice notice-calm">
          <p>
            {t(`standing.${news}`, { name: nameOf(through ?? round?.openedBy) })}{' '}
            <Link href={`/plans/${id}/agree`}>{t(news === 'asked' ? 'standing.answer' : 'standing.look')}</Link>
          </p>
        </div>
      ) : null}
      {agreed ? <SinceAgreed plan={id} agreed={agreed} /> : null}
    </div>
  )
}

function SinceAgreed({ plan, agreed }: { readonly plan: string; readonly agreed: Agreed }) {
  const t = useText()
  const words = useWords()
  const { day } = useDates()
  const { template } = useDesk()
  const { titles, own } = usePlanTitles()
  const { id, number, sections, isOther } = agreed
  const then = day(agreed.sealedAt)
  const link = (
    <Link href={`/plans/${plan}/agreed/${number}`} className="link-alone">
      {t('standing.see')}
    </Link>
  )
  if (sections.length === 0) {
    return (
      <p className="quiet">
        {t(isOther ? 'standing.other' : 'standing.same', { day: then })} {link}
      </p>
    )
  }
  const titleOf = (id: string): string | undefined => {
    const ours = sectionsOf(template).find((section) => section.id === id)
    if (ours) return titles[id] ?? words(ours.title)
    return own.find((section) => `own:${section.id}` === id)?.title
  }
  return (
    <details className="fold">
      <summary>{t('standing.changed', { day: then, count: sections.length })}</summary>
      <ul>
        {sections.map((section) => {
          const title = titleOf(section)
          // A section that is gone, and words without a place, have nowhere to go to.
          return (
            <li key={section} dir="auto">
              {title ? <a href={`#${section}`}>{title}</a> : t('standing.elsewhere')}
            </li>
          )
        })}
      </ul>
      <p className="row">
        <Link href={`/plans/${plan}/history/${id}/now`} className="link-alone">
          {t('standing.compare')}
        </Link>
        {link}
      </p>
    </details>
  )
}
