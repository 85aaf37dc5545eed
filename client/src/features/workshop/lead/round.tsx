import type { Turn } from '@withy/shared/protocol'
import { useText } from '../../../text/use-text.ts'
import { Button } from '../../../ui/button.tsx'
import { stepNow } from '../step-now.ts'
import { useSending } from '../use-sending.ts'
import { useRoom } from '../use-workshop.ts'

const TO_SET = ['now', 'heard', 'passed', 'not-yet'] as const satisfies readonly Turn[]

/** A turn for each voice: whose it is now, who was heard, who passed, who was not heard yet. Kept by voice, never by person. */
export function Round() {
  const t = useText()
  const { now, steer } = useRoom()
  const { trouble, send } = useSending()
  const step = stepNow(now)
  if (step?.kind !== 'round') return null
  return (
    <section className="lead-card" aria-labelledby="lead-round">
      <h3 id="lead-round">{t('workshop-lead.round')}</h3>
      <div role="alert">{trouble}</div>
      <ul className="list lead-list">
        {now.round.map(({ voice, turn }) => (
          <li key={voice}>
            <fieldset className="lead-turns">
              <legend>
                <strong>{t(`common.voice-${voice}`)}</strong>{' '}
                <span className="quiet">{t(`workshop-lead.turn-${turn}`)}</span>
              </legend>
              <div className="row">
                {TO_SET.map((one) => (
                  <Button
                    key={one}
                    aria-pressed={one === turn}
                    onClick={() => void send(() => steer({ do: 'turn', step: step.id, voice, turn: one }))}
                  >
                    {t(`workshop-lead.set-${one}`)}
                  </Button>
                ))}
              </div>
            </fieldset>
          </li>
        ))}
      </ul>
    </section>
  )
}
