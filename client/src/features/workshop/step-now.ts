import type { AgendaStep, GroupShown, IdeaShown, WorkshopNow } from '@withy/shared/protocol'

/** The step the room is in; null before the first. */
export const stepNow = ({ steps, step }: WorkshopNow): AgendaStep | null => steps.find(({ id }) => id === step) ?? null

/** The steps before and after the one the room is in. */
export function stepsBeside({ steps, step }: WorkshopNow): { before: AgendaStep | null; after: AgendaStep | null } {
  const at = steps.findIndex(({ id }) => id === step)
  return { before: steps[at - 1] ?? null, after: steps[at + 1] ?? null }
}

export type Gathered = { readonly group: GroupShown | null; readonly ideas: readonly IdeaShown[] }

/** The ideas of one step by group, ideas in no group last, each by itself. Parked ones are left out. */
export function gathered(step: string, ideas: readonly IdeaShown[], groups: readonly GroupShown[]): Gathered[] {
  const here = ideas.filter((idea) => idea.step === step && !idea.parked)
  const together = groups
    .filter((group) => group.step === step)
    .map((group) => ({ group, ideas: here.filter((idea) => idea.group === group.id) }))
  const known = new Set(together.map(({ group }) => group.id))
  const alone = here
    .filter(({ group }) => group === null || !known.has(group))
    .map((idea) => ({ group: null, ideas: [idea] }))
  return [...together.filter(({ ideas }) => ideas.length > 0), ...alone]
}
