import { type StepKind, unshownBefore } from '@withy/shared/protocol'
import { useText } from '../../text/use-text.ts'
import { Button } from '../../ui/button.tsx'
import { useStepName } from './step-name.ts'
import type { StepProps } from './step-props.ts'
import { useSending } from './use-sending.ts'
import { useRoom } from './use-workshop.ts'

/** Steps in which everybody misses ideas that are not shown. */
const ABOUT_IDEAS: readonly StepKind[] = ['gather', 'dots']

/**
 * Says whose ideas the room has not seen, where it has gone on without them (SPEC WORK-190, WORK-191): to facilitators in every step,
 * with a button that shows them.
 */
export function StillHidden({ step }: StepProps) {
  const t = useText()
  const nameOf = useStepName()
  const { now, desk, steer } = useRoom()
  const { busy, trouble, send } = useSending()
  const hidden = unshownBefore(now.steps, step.id)
  if (now.stage !== 'open' || hidden.length === 0 || !(desk || ABOUT_IDEAS.includes(step.kind))) return null
  return (
    <div className="stack">
      <div role="alert">{trouble}</div>
      {hidden.map((one) => (
        <div key={one.id} className="row">
          <p dir="auto">{t('workshop-shown.still-hidden', { step: nameOf(one) })}</p>
          {desk ? (
            <Button
              busy={busy}
              aria-label={t('workshop-shown.show-name', { step: nameOf(one) })}
              onClick={() => void send(() => steer({ do: 'show', step: one.id }))}
            >
              {t('workshop-shown.show')}
            </Button>
          ) : null}
        </div>
      ))}
    </div>
  )
}
