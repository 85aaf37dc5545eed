import { actionsOf, completeness, type Plan } from '@withy/shared/plan'
import type { MissingNow } from './visible.ts'

/** What is known of a plan besides its words. `failing`: actions that do not pass their tests; `ideas`: without an answer. */
export type KnownOf = { readonly failing: readonly string[]; readonly ideas: number }

/** What is still missing in a plan, to be looked at before it is sealed. It stops nobody (SPEC AGREE-20). `today`: YYYY-MM-DD. */
export function missingIn(plan: Plan, { failing, ideas }: KnownOf, today: string): MissingNow {
  const { stillEmpty, lacking } = completeness(plan)
  const actions = new Set(actionsOf(plan).map(({ id }) => id))
  return (
    [
      { what: 'sections-empty', count: stillEmpty },
      { what: 'fields-empty', count: lacking.length },
      { what: 'ideas-unanswered', count: ideas },
      { what: 'tests-failed', count: failing.filter((id) => actions.has(id)).length },
      { what: 'no-review-date', count: reviewOn(plan, today) === null ? 1 : 0 },
    ] as const
  ).filter(({ count }) => count > 0)
}

/** The first day to come, or today, on which the plan says that it is looked at again: YYYY-MM-DD; null: it says none. */
export function reviewOn(plan: Plan, today: string): string | null {
  const days = Object.values(plan.boxes)
    .flatMap((content) => (content?.type === 'list' && content.shape === 'review' ? content.items : []))
    .map(({ cells }) => cells.when)
  return (days.filter((day) => typeof day === 'string' && day >= today).toSorted()[0] as string | undefined) ?? null
}
