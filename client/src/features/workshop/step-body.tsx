import type { AgendaStep, StepKind } from '@withy/shared/protocol'
import type { ComponentType } from 'react'
import { useText } from '../../text/use-text.ts'
import type { StepProps } from './step-props.ts'
import { Dots } from './steps/dots.tsx'
import { Gather } from './steps/gather.tsx'
import { Hands } from './steps/hands.tsx'
import { Silent } from './steps/silent.tsx'

/** Steps in which there is nothing to do here but to read what it is about. */
const TELLING = ['welcome', 'look', 'round', 'write', 'break', 'closing'] as const
type Telling = (typeof TELLING)[number]
const isTelling = (kind: StepKind): kind is Telling => TELLING.some((one) => one === kind)

/** What people do in each kind of step. */
const BODIES: Record<Exclude<StepKind, Telling>, ComponentType<StepProps>> = {
  silent: Silent,
  pairs: Silent,
  parking: Silent,
  gather: Gather,
  dots: Dots,
  fist: Hands,
}

export function StepBody({ step }: { readonly step: AgendaStep | null }) {
  const t = useText()
  if (!step) return <p>{t('workshop.not-begun')}</p>
  const { kind } = step
  if (isTelling(kind)) return <p>{t(`workshop.about-${kind}`)}</p>
  const Body = BODIES[kind]
  return <Body key={step.id} step={step} />
}
