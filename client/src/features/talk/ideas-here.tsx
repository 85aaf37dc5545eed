import { Link } from 'wouter'
import { useDesk } from '../../live/desk.tsx'
import { useText } from '../../text/use-text.ts'
import { useIdeasWaiting } from './ideas-waiting.ts'

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
        {ideas.map(({ workshop, title, count }) => (
          <li key={workshop}>
            <article className="talk-thread" data-thread={workshop} tabIndex={-1}>
              <Link href={`/plans/${plan}/workshops/${workshop}/you-said`} className="link-alone">
                {t('talk-waiting.ideas', { count, title })}
              </Link>
            </article>
          </li>
        ))}
      </ul>
    </div>
  )
}
