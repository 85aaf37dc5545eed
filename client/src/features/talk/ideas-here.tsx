import { Link } from 'wouter'
import { useDesk } from '../../live/desk.tsx'
import { useText } from '../../text/use-text.ts'
import { useIdeasWaiting } from './ideas-waiting.ts'

/** Where they are answered: who runs workshops does it on a page of its own, and everybody where their own ideas are. */
const WHERE = { unanswered: '/you-said', offered: '' } as const

/** Ideas of workshops that wait for an answer, with the way to the page where it is given. */
export function IdeasHere() {
  const t = useText()
  const { id: plan } = useDesk()
  const ideas = useIdeasWaiting()
  if (ideas.length === 0) return null
  return (
    <div className="stack">
      <h3 className="talk-section">{t('talk-waiting.ideas-title')}</h3>
      <ul className="list talk-list">
        {ideas.map(({ is, workshop, title, count }) => (
          <li key={`${workshop}/${is}`} data-row={`${workshop}/${is}`} data-waits="">
            <article className="talk-thread" data-thread={`${workshop}/${is}`} tabIndex={-1}>
              <Link href={`/plans/${plan}/workshops/${workshop}${WHERE[is]}`} className="link-alone">
                {t(`talk-waiting.ideas-${is}`, { count, title })}
              </Link>
            </article>
          </li>
        ))}
      </ul>
    </div>
  )
}
