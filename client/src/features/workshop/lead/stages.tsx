import { PAIR_STAGES } from '@withy/shared/protocol'
import { useText } from '../../../text/use-text.ts'
import { Button } from '../../../ui/button.tsx'
import { stepNow } from '../step-now.ts'
import { useSending } from '../use-sending.ts'
import { useRoom } from '../use-workshop.ts'

/** How people work in a step alone, in twos, in fours, all: moved on or back. */
export function Stages() {
  const t = useText()
  const { now, steer } = useRoom()
  const { trouble, send } = useSending()
  const step = stepNow(now)
  if (step?.kind !== 'pairs') return null
  return (
    <section className="lead-card lead-stages" aria-labelledby="lead-stages">
      <h3 id="lead-stages">{t('workshop-lead.stages')}</h3>
      <div role="alert">{trouble}</div>
      <div className="row">
        {PAIR_STAGES.map((stage) => (
          <Button
            key={stage}
            aria-pressed={stage === step.stage}
            onClick={() => void send(() => steer({ do: 'stage', step: step.id, stage }))}
          >
            {t(`workshop-lead.stage-${stage}`)}
          </Button>
        ))}
      </div>
    </section>
  )
}
