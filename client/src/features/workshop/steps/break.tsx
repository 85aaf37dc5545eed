import { useDates } from '../../../text/use-dates.ts'
import { useText } from '../../../text/use-text.ts'
import type { StepProps } from '../step-props.ts'
import { useRoom } from '../use-workshop.ts'

/** Time for a break, and about when the room goes on. */
export function Break({ step }: StepProps) {
  const t = useText()
  const { time } = useDates()
  const { now } = useRoom()
  const isNow = now.step === step.id
  const back = new Date(now.since + (step.minutes + now.more) * 60_000).toISOString()
  return (
    <>
      <p className="workshop-question">{t('workshop.about-break')}</p>
      {isNow ? <p className="workshop-count">{t('workshop-steps.back-at', { time: time(back) })}</p> : null}
    </>
  )
}
