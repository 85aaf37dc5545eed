import type { WorkshopShared } from '@withy/shared/api'
import { type AgendaStep, ideasStepOf, type StepKind } from '@withy/shared/protocol'
import type { ComponentType } from 'react'
import { useText } from '../../text/use-text.ts'
import { Break } from './break.tsx'
import { Chosen } from './chosen.tsx'
import { DotsGiven } from './dots-given.tsx'
import { GroundWords } from './ground-words.tsx'
import { HandsGiven } from './hands-given.tsx'
import { HowMany } from './how-many.tsx'
import { Ideas, Parked } from './ideas.tsx'
import { Round } from './round.tsx'
import { TestGiven } from './test-given.tsx'
import type { WallProps } from './wall-props.ts'
import './workshop-screen.css'
import { Theirs } from '../../ui/theirs.tsx'

/** What each kind of step shows a whole room, below its question. */
const WORDS: Record<StepKind, ComponentType<WallProps>> = {
  welcome: Welcome,
  look: () => <Told about="look" />,
  silent: HowMany,
  gather: ({ shared, step }) => <Ideas shared={shared} from={ideasStepOf(shared.now.steps, step.id)} />,
  round: Round,
  pairs: HowMany,
  dots: DotsGiven,
  fist: HandsGiven,
  write: () => <Told about="write" />,
  parking: Parked,
  break: Break,
  closing: TestGiven,
}

type StepWordsProps = {
  readonly shared: WorkshopShared
  readonly step: AgendaStep | null
  /** A section of the plan stands below. */
  readonly isSection: boolean
}

/** The words of the step the room is in. Only of what everybody may see: a room screen knows nothing else (SPEC WORK-71). */
export function StepWords({ shared, step, isSection }: StepWordsProps) {
  const t = useText()
  const { now } = shared
  if (now.stage === 'closed') return <Thanks people={now.people} />
  if (now.called !== null && isSection) return <p className="screen-question">{t('workshop-wall.called')}</p>
  if (!step) return <GroundWords ground={now.ground} />
  const Words = WORDS[step.kind]
  return (
    <>
      {step.question ? (
        <Theirs as="p" in={step.questionIn} className="screen-question">
          {step.question}
        </Theirs>
      ) : null}
      {/* How people answered is seen whole, before what they were asked about. */}
      {step.shown ? null : <Chosen shared={shared} />}
      {isSection ? null : <Words shared={shared} step={step} />}
      {step.shown ? <Chosen shared={shared} /> : null}
    </>
  )
}

function Welcome({ shared }: WallProps) {
  const t = useText()
  return (
    <>
      <p>{t('workshop.about-welcome')}</p>
      <GroundWords ground={shared.now.ground} />
    </>
  )
}

/** What there is to do, where nothing of it is on the screen. */
function Told({ about }: { readonly about: 'look' | 'write' }) {
  const t = useText()
  return <p>{t(`workshop.about-${about}`)}</p>
}

function Thanks({ people }: { readonly people: number }) {
  const t = useText()
  return (
    <>
      <p className="wall-large">{t('workshop-wall.took-part', { count: people })}</p>
      <p>{t('workshop-wall.you-said')}</p>
    </>
  )
}
