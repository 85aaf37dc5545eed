import type { AgendaStep, StepKind } from '@withy/shared/protocol'
import type { ComponentType } from 'react'
import { useDesk } from '../../live/desk.tsx'
import { useText } from '../../text/use-text.ts'
import { AllSteps } from './all-steps.tsx'
import { useAtDevice } from './at-device.tsx'
import { Chosen } from './chosen.tsx'
import type { FromPage } from './from-page.ts'
import type { WriteProps } from './step-props.ts'
import { Break } from './steps/break.tsx'
import { Closing } from './steps/closing.tsx'
import { Dots } from './steps/dots.tsx'
import { Gather } from './steps/gather.tsx'
import { Ground } from './steps/ground.tsx'
import { Hands } from './steps/hands.tsx'
import { Look } from './steps/look.tsx'
import { Pairs } from './steps/pairs.tsx'
import { Parking } from './steps/parking.tsx'
import { Round } from './steps/round.tsx'
import { Silent } from './steps/silent.tsx'
import { Welcome } from './steps/welcome.tsx'
import { Write } from './steps/write.tsx'
import { StillHidden } from './still-hidden.tsx'
import { useRoom } from './use-workshop.ts'
import { WhoIsIt } from './who-is-it.tsx'

/** What people do in each kind of step. */
const BODIES: Record<StepKind, ComponentType<WriteProps>> = {
  welcome: Welcome,
  look: Look,
  silent: Silent,
  gather: Gather,
  round: Round,
  pairs: Pairs,
  dots: Dots,
  fist: Hands,
  write: Write,
  parking: Parking,
  break: Break,
  closing: Closing,
}

/** Steps in which each person of a table gives something of their own. */
const ONE_EACH: readonly StepKind[] = ['dots', 'fist', 'closing']

type StepBodyProps = Pick<FromPage, 'writeIn'> & { readonly step: AgendaStep | null }

/** What there is to do now, for whoever is in the room; who is not is told why. */
export function StepBody({ step, writeIn }: StepBodyProps) {
  const t = useText()
  const { now } = useRoom()
  const { may } = useDesk()
  const { seat } = useAtDevice()
  if (seat?.waiting) {
    return (
      <>
        <p role="status" className="workshop-question">
          {t('workshop-steps.lobby')}
        </p>
        <p>{t('workshop-steps.lobby-about')}</p>
        <Ground />
      </>
    )
  }
  if (!step || now.stage === 'preparing') {
    return (
      <>
        <p>{t('workshop.not-begun')}</p>
        <Ground />
      </>
    )
  }
  const Body = BODIES[step.kind]
  return (
    <>
      {may('take-part') ? null : <p className="notice">{t('workshop-steps.looks-on')}</p>}
      {ONE_EACH.includes(step.kind) ? <WhoIsIt /> : null}
      <StillHidden step={step} />
      <Chosen step={step} />
      <Body key={step.id} step={step} writeIn={writeIn} />
      {step.kind === 'welcome' ? null : <Ground folded />}
      <AllSteps />
    </>
  )
}
