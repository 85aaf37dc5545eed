import { useText } from '../../text/use-text.ts'
import { Theirs } from '../../ui/theirs.tsx'
import { Bar, Pips } from './shapes.tsx'
import type { WallProps } from './wall-props.ts'

const HANDS = [5, 4, 3, 2, 1, 0] as const

/** How many have answered; once it is shown, how many gave what, and what those said who gave less than three. */
export function HandsGiven({ shared: { now } }: WallProps) {
  const t = useText()
  const hands = now.results?.hands
  if (!hands) {
    return (
      <>
        <p className="wall-large">{t('workshop-wall.answered', { count: now.answered })}</p>
        <p>{t('workshop-wall.how-hands')}</p>
      </>
    )
  }
  const most = Math.max(1, ...hands)
  const said = now.results?.said ?? []
  return (
    <>
      <ul className="wall-rows wall-rows-short">
        {HANDS.map((hand) => (
          <li key={hand} className="wall-row-short">
            <span>
              <Pips of={hand} /> {t(`workshop.hand-${hand}-got`, { count: hands[hand] ?? 0 })}
            </span>
            <Bar part={(hands[hand] ?? 0) / most} />
          </li>
        ))}
      </ul>
      {said.length > 0 ? (
        <section className="wall-group">
          <h2>{t('workshop-wall.said')}</h2>
          <ul className="wall-lines">
            {/* Without names: who gave how much is nobody's to read off a wall. */}
            {said.map(({ by, words }) => (
              <Theirs as="li" key={`${by} ${words}`}>
                {words}
              </Theirs>
            ))}
          </ul>
        </section>
      ) : null}
    </>
  )
}
