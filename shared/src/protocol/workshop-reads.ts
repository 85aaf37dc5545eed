import type { AgendaStep, GroupShown, IdeaShown, WorkshopNow } from './workshop.ts'

/** The step the room is in; null before the first. */
export const stepNow = ({ steps, step }: Pick<WorkshopNow, 'steps' | 'step'>): AgendaStep | null =>
  steps.find(({ id }) => id === step) ?? null

/**
 * About how many minutes a step still has: a guide that ends nothing. Nought: its time is over.
 * @param at now (ms since 1970)
 */
export function minutesLeft(
  { since, more }: Pick<WorkshopNow, 'since' | 'more'>,
  step: AgendaStep,
  at: number,
): number {
  const left = step.minutes + more - (at - since) / 60_000
  return left < 1 ? 0 : Math.round(left)
}

/** A group with its ideas, or (`group` null) one idea that is in none. */
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
