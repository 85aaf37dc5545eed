import type { StepProps } from '../step-props.ts'
import { Silent } from './silent.tsx'

/** Alone, then in twos, in fours, and all. */
export function Pairs({ step }: StepProps) {
  return <Silent step={step} />
}
