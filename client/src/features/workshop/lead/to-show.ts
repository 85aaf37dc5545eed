import { ideasStepOf, type StepKind, type WorkshopNow } from '@withy/shared/protocol'
import { stepNow } from '../step-now.ts'

/** Steps that are about the ideas written before them. */
const ABOUT_IDEAS: readonly StepKind[] = ['silent', 'pairs', 'gather', 'dots']
/** Steps in which people answer or vote, each unseen by the others. */
const VOTING: readonly StepKind[] = ['dots', 'fist', 'closing']

/** What is hidden and can be shown in the step the room is in: the ideas it is about first, then its own votes. */
export function toShow(now: WorkshopNow): { readonly step: string; readonly what: 'ideas' | 'votes' } | null {
  const step = stepNow(now)
  if (!step) return null
  const source = now.steps.find(({ id }) => id === ideasStepOf(now.steps, step.id))
  if (ABOUT_IDEAS.includes(step.kind) && source && !source.shown) return { step: source.id, what: 'ideas' }
  return VOTING.includes(step.kind) && !step.shown ? { step: step.id, what: 'votes' } : null
}
