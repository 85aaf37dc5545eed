import { besideAgreed, type Round } from '@withy/shared/api'
import { sectionsOf } from '@withy/shared/plan'
import type { Person } from '@withy/shared/protocol'
import { Link } from 'wouter'
import { useDesk } from '../../live/desk.tsx'
import { usePlanTitles } from '../../live/whole-plan.ts'
import { useDates } from '../../text/use-dates.ts'
import { useText, useWords } from '../../text/use-text.ts'
import { Button } from '../../ui/button.tsx'
import { useNews } from './use-news.ts'
import { type Agreed, useStanding } from './use-standing.ts'
import '../../ui/fold.css'
import './standing-news.css'

/** Above an open plan: whether the asker is asked to agree, whether they were reminded to take a copy, and what changed since people did. Nothing where neither is so. */
export function StandingNews() {
  const t = useText()
  const { id, live, template, me, people } = useDesk()
  const standing = useStanding({ plan: id, kind: template.kind, live, askers: people.length })
  const [now, close] = useNews(live, standing, me.id)
  if (!standing) return null
  const { round, agreed, copyOf } = standing
  const isAsked = round?.asked.includes(me.id) && !round.answered.includes(me.id)
  const nameOf = (id: string | undefined) => people.find((person) => person.id === id)?.name ?? t('standing.somebody')
  // Answered for is answered: only they know whether it is what they say.
  const through = round?.answers.find(({ person, by }) => person === me.id && by !== null)?.by ?? null
  const news = through === null ? (round && isAsked ? askedOf(round, me) : null) : 'answered-for'
  return (
    <div className={now ? 'standing-news standing-new' : 'standing-news'} data-not-printed="">
      {now && now !== 'now-asked' ? <p className="standing-now">{t(`standing.${now}`)}</p> : null}
      {news ? (
        <div className="notice notice-calm">
          <p>
            {t(`standing.${news}`, {
              name: nameOf(through ?? round?.openedBy),
              who: round?.decides?.name ?? '',
            })}{' '}
            <Link href={`/plans/${id}/agree`}>{t(news === 'answered-for' ? 'standing.look' : 'standing.answer')}</Link>
          </p>
        </div>
      ) : null}
      {copyOf === null ? null : (
        <div className="notice notice-calm">
          <p>
            {t('standing.no-copy')}{' '}
            <Link href={`/plans/${id}/agreed/${copyOf}/copies`}>{t('standing.choose-copy')}</Link>
          </p>
        </div>
      )}
      {round && !isAsked ? (
        <p className="quiet">{t('standing.asking', { count: round.answered.length, all: round.asked.length })}</p>
      ) : null}
      {agreed ? <SinceAgreed plan={id} agreed={agreed} /> : null}
      {now ? (
        <div className="row">
          <Button look="quiet" onClick={close}>
            {t('common.close')}
          </Button>
        </div>
      ) : null}
    </div>
  )
}

/** That somebody is named to decide for a person is told to them, and before they answer (SPEC AGREE-39). */
function askedOf({ decides, openedBy }: Round, me: Person): 'asked' | 'decided' | 'decided-themselves' {
  if (!me.seat || !decides) return 'asked'
  return decides.person === openedBy ? 'decided-themselves' : 'decided'
}

function SinceAgreed({ plan, agreed }: { readonly plan: string; readonly agreed: Agreed }) {
  const t = useText()
  const words = useWords()
  const { day } = useDates()
  const { template } = useDesk()
  const { titles, own } = usePlanTitles()
  const { id, number, sections, isOther, tally } = agreed
  const then = day(agreed.sealedAt)
  // Who said stop or no is not told away by “agreed”.
  const not = besideAgreed(tally, ['stop', 'disagree']).map(words).join(' · ')
  const beside = not && ` (${not})`
  const link = (
    <Link href={`/plans/${plan}/agreed/${number}`} className="link-alone">
      {t('standing.see')}
    </Link>
  )
  if (sections.length === 0) {
    return (
      <p className="quiet">
        {t(isOther ? 'standing.other' : 'standing.same', { day: then })}
        {beside} {link}
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
      <summary>
        {t('standing.changed', { day: then, count: sections.length })}
        {beside}
      </summary>
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
