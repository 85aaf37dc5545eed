import type { AgendaStep } from '@withy/shared/protocol'
import { useText } from '../../../text/use-text.ts'
import { Button } from '../../../ui/button.tsx'
import { takeLostFocus } from '../../../ui/late-focus.ts'
import { useStepName } from '../step-name.ts'
import { useSending } from '../use-sending.ts'
import { useRoom } from '../use-workshop.ts'

type TakenOutStepProps = {
  readonly step: AgendaStep
  readonly after: string | null
  /** Taken out by a press on this page: what had the focus is gone. */
  readonly isFocused: boolean
}

/** In place of a step that was taken out: the way to have it back, with all that was said in it (SPEC WORK-32). */
export function TakenOutStep({ step, after, isFocused }: TakenOutStepProps) {
  const t = useText()
  const { steer } = useRoom()
  const { busy, trouble, send } = useSending()
  const name = useStepName()(step)
  const { id, kind, title, question, minutes, section, dots } = step
  const putBack = () =>
    void send(() => steer({ do: 'add-step', id, step: { kind, title, question, minutes, section, dots }, after }))
  return (
    <div className="notice">
      <p>{t('workshop-prepare.taken-out', { name })}</p>
      <div role="alert">{trouble}</div>
      <div className="row">
        <Button
          ref={isFocused ? takeLostFocus : undefined}
          busy={busy}
          aria-label={t('workshop-prepare.put-back-name', { name })}
          onClick={putBack}
        >
          {t('plan.put-back')}
        </Button>
      </div>
    </div>
  )
}
