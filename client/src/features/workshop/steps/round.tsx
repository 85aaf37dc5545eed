import type { Voice } from '@withy/shared/access'
import type { Turn } from '@withy/shared/protocol'
import { useText } from '../../../text/use-text.ts'
import { Button } from '../../../ui/button.tsx'
import { useAtDevice } from '../at-device.tsx'
import type { StepProps } from '../step-props.ts'
import { useSending } from '../use-sending.ts'
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
        {turns.map(({ voice, turn, isOne }) => (
          <li key={voice} className={`card workshop-turn-${turn}`}>
            <span aria-hidden="true" className="workshop-turn-mark" data-mark={MARKS[turn]} />
            <span>
              <strong>{t(`common.voice-${voice}`)}</strong>
              <br />
              {t(`workshop-steps.turn-${turn}`)}
            </span>
            <OwnTurn step={step} voice={voice} turn={turn} isOne={isOne} />
          </li>
        ))}
      </ul>
    </>
  )
}

type OwnTurnProps = StepProps & { readonly voice: Voice; readonly turn: Turn; readonly isOne: boolean }

/** What somebody with this voice can say of its turn themselves; where it is of several, nobody passes for the others (SPEC WORK-134). */
function OwnTurn({ step, voice, turn, isOne }: OwnTurnProps) {
  const t = useText()
  const { take } = useRoom()
  const { seats } = useAtDevice()
  const { busy, trouble, send } = useSending()
  const seat = seats.find((one) => one.voice === voice)
  if (!seat || turn === 'heard') return null
  if (!isOne) return <p className="quiet workshop-own-turn">{t('workshop-own.turn-for-all')}</p>
  const say = (next: 'passed' | 'not-yet') =>
    void send(() => take({ do: 'turn', step: step.id, as: seat.id, turn: next }))
  return (
    <div className="stack workshop-own-turn">
      <div className="row">
        {turn === 'passed' ? null : (
          <Button busy={busy} onClick={() => say('passed')}>
            {t('workshop-own.turn-pass')}
          </Button>
        )}
        {turn === 'not-yet' ? null : (
          <Button busy={busy} onClick={() => say('not-yet')}>
            {t(turn === 'now' ? 'workshop-own.turn-later' : 'workshop-own.turn-after-all')}
          </Button>
        )}
      </div>
      <div role="alert">{trouble}</div>
    </div>
  )
}
