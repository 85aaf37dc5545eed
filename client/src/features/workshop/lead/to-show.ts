import { type AgendaStep, ideasStepOf, type StepKind, type WorkshopNow, WRITING_STEPS } from '@withy/shared/protocol'
import { stepNow } from '../step-now.ts'

/** Steps that are about the ideas written before them. */
const ABOUT_IDEAS: readonly StepKind[] = ['silent', 'pairs', 'gather', 'dots']
/** Steps in which people answer or vote, each unseen by the others. */
const VOTING: readonly StepKind[] = ['dots', 'fist', 'closing']

/**
 * What is hidden and can be shown in the step the room is in: the ideas it is about first, then its own votes. A vote is on all ideas
 * that are shown: where there are some, a step whose ideas stay hidden keeps nobody from showing it.
 */
export function toShow(now: WorkshopNow): { readonly step: string; readonly what: 'ideas' | 'votes' } | null {
  const step = stepNow(now)
  if (!step) return null
  const source = now.steps.find(({ id }) => id === ideasStepOf(now.steps, step.id))
  if (
    ABOUT_IDEAS.includes(step.kind) &&
    source &&
    !source.shown &&
    !(step.kind === 'dots' && now.steps.some(isShownWriting))
  )
    return { step: source.id, what: 'ideas' }
  return VOTING.includes(step.kind) && !step.shown ? { step: step.id, what: 'votes' } : null
}

const isShownWriting = ({ kind, shown }: AgendaStep): boolean => shown && WRITING_STEPS.includes(kind)
