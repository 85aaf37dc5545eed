import type { Turn } from '@withy/shared/protocol'
import { useText } from '../../../text/use-text.ts'
import { useAtDevice } from '../at-device.tsx'
import type { StepProps } from '../step-props.ts'
import { useRoom } from '../use-workshop.ts'

const MARKS: Record<Turn, string> = { 'not-yet': '\u25CB', now: '\u25B6', heard: '\u2713', passed: '\u2013' }

/** Each voice in turn: whose turn it is now, who was heard, and that anybody may pass. */
export function Round({ step }: StepProps) {
  const t = useText()
  const { now } = useRoom()
  const { seats } = useAtDevice()
  const turns = now.step === step.id ? now.round : []
  const isMine = turns.some(({ voice, turn }) => turn === 'now' && seats.some((seat) => seat.voice === voice))
  return (
    <>
      <p>{t('workshop.about-round')}</p>
      <p role="status" className="workshop-count">
        {isMine ? t('workshop-steps.your-turn') : ''}
      </p>
      <ul className="list workshop-round">
        {turns.map(({ voice, turn }) => (
          <li key={voice} className={`card workshop-turn-${turn}`}>
            <span aria-hidden="true" className="workshop-turn-mark">
              {MARKS[turn]}
            </span>
            <span>
              <strong>{t(`common.voice-${voice}`)}</strong>
              <br />
              {t(`workshop-steps.turn-${turn}`)}
            </span>
          </li>
        ))}
      </ul>
    </>
  )
}
