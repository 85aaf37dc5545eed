import type { AgendaStep, WorkshopNow } from '@withy/shared/protocol'

export { gathered, stepNow } from '@withy/shared/protocol'

/** The steps before and after the one the room is in. */
export function stepsBeside({ steps, step }: WorkshopNow): { before: AgendaStep | null; after: AgendaStep | null } {
  const at = steps.findIndex(({ id }) => id === step)
  return { before: steps[at - 1] ?? null, after: steps[at + 1] ?? null }
}
