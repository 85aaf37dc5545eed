import type { AgendaStep, WorkshopNow } from '@withy/shared/protocol'
import { useText } from '../../text/use-text.ts'

type OverStepProps = {
  readonly now: WorkshopNow
  readonly step: AgendaStep | null
  /** Said here where the title of a section stands below. */
  readonly isTitled: boolean
  /** About how long the step still is; nought: its time is over. */
  readonly minutes: number
}

/** The line above everything: which workshop, how far it has come, and about how long this step still is. */
export function OverStep({ now, step, isTitled, minutes }: OverStepProps) {
  const t = useText()
  const at = now.steps.findIndex(({ id }) => id === step?.id)
  return (
    <>
      <span className="screen-plan">{now.title}</span>
      {step && now.stage === 'open' ? (
        <>
          <span>{t('workshop-wall.step', { at: at + 1, of: now.steps.length })}</span>
          {isTitled ? <span>{step.title || t(`workshop.kind-${step.kind}`)}</span> : null}
          <span>{minutes === 0 ? t('workshop.time-over') : t('workshop.time-left', { minutes })}</span>
        </>
      ) : null}
    </>
  )
}
