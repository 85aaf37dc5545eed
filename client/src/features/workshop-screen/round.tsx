import { useText } from '../../text/use-text.ts'
import { Shape } from './shapes.tsx'
import type { WallProps } from './wall-props.ts'

/** Each voice of the room, and whether it has had its turn: of voices, never of people. */
export function Round({ shared: { now } }: WallProps) {
  const t = useText()
  if (now.round.length === 0) return <p>{t('workshop.about-round')}</p>
  return (
    <ul className="wall-rows">
      {now.round.map(({ voice, turn }) => (
        <li key={voice} className={turn === 'now' ? 'wall-turn wall-turn-now' : 'wall-turn'}>
          <span className="wall-row-words">{t(`common.voice-${voice}`)}</span>
          <span className="wall-row-count">
            <Shape of={turn} /> {t(`workshop-wall.turn-${turn}`)}
          </span>
        </li>
      ))}
    </ul>
  )
}
