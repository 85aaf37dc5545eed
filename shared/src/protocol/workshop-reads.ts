import { type AgendaStep, type GroupShown, type IdeaShown, type WorkshopNow, WRITING_STEPS } from './workshop.ts'

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

/** A hand under this is asked to speak, and its words are kept. */
export const CAN_LIVE_WITH_IT = 3

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

/** What can have dots, a group or an idea by itself, and how many it has. */
export type Dotted = Gathered & { readonly id: string; readonly dots: number }

/**
 * The steps before one in which ideas were written that the room has not seen.
 * @param steps the agenda in order
 */
export const unshownBefore = (steps: readonly AgendaStep[], id: string): AgendaStep[] =>
  steps
    .slice(
      0,
      Math.max(
        0,
        steps.findIndex((step) => step.id === id),
      ),
    )
    .filter(({ kind, shown }) => WRITING_STEPS.includes(kind) && !shown)

/**
 * What has dots. Those on an idea that was put in a group since count for the group, and what has any stays, also where it was parked
 * or its group is empty now: no dot goes unseen (SPEC WORK-162).
 * @param dots by id of an idea or a group
 */
export function dotted(
  dots: Readonly<Record<string, number>>,
  ideas: readonly IdeaShown[],
  groups: readonly GroupShown[],
): Dotted[] {
  const ideaOf = new Map(ideas.map((idea) => [idea.id, idea]))
  const groupOf = new Map(groups.map((group) => [group.id, group]))
  const isIn = ({ parked, group, step }: IdeaShown) =>
    !parked && group !== null && groupOf.get(group)?.step === step ? group : null
  const counted = new Map<string, number>()
  for (const [id, number] of Object.entries(dots)) {
    const idea = ideaOf.get(id)
    const on = (idea && isIn(idea)) ?? id
    counted.set(on, (counted.get(on) ?? 0) + number)
  }
  return Array.from(counted).flatMap(([id, dots]): Dotted[] => {
    const group = groupOf.get(id)
    const idea = ideaOf.get(id)
    if (group) return [{ id, dots, group, ideas: ideas.filter((one) => isIn(one) === id) }]
    return idea ? [{ id, dots, group: null, ideas: [idea] }] : []
  })
}

/**
 * What dots can be given to, with those it has: every idea and group the room has seen, whichever step it came from, but parked ones
 * without dots (SPEC WORK-190).
 * @param dots by id of an idea or a group
 */
export function dotChoices(
  dots: Readonly<Record<string, number>>,
  ideas: readonly IdeaShown[],
  groups: readonly GroupShown[],
): Dotted[] {
  const having = new Map(dotted(dots, ideas, groups).map((one) => [one.id, one]))
  const steps = new Set(ideas.map(({ step }) => step))
  const all = [...steps].flatMap((step) => gathered(step, ideas, groups))
  const there = all.map((one) => having.get(idOf(one)) ?? { ...one, id: idOf(one), dots: 0 })
  const known = new Set(there.map(({ id }) => id))
  return [...there, ...[...having.values()].filter(({ id }) => !known.has(id))]
}

const idOf = ({ group, ideas }: Gathered): string => group?.id ?? ideas[0]?.id ?? ''
