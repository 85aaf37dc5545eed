import { useText } from '../../../text/use-text.ts'
import type { StepProps } from '../step-props.ts'
import { Silent } from './silent.tsx'

/** Alone, then in twos, in fours, and all: how people work now, and a place for ideas all the time. */
export function Pairs({ step }: StepProps) {
  const t = useText()
  return (
    <>
      <p role="status" className="workshop-count">
        {t(`workshop-wall.stage-${step.stage}`)}
      </p>
      <Silent step={step} />
    </>
  )
}
