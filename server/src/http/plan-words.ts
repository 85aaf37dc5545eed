import { type Plan, type PlanKind, readPlan } from '@withy/shared/plan'
import { type Live, PlanUnreadable } from '../live/live.ts'
import type { Budgets } from './budgets.ts'
import { refuse } from './refused.ts'

export type PlanWordsNeeds = { readonly live: Pick<Live, 'current'>; readonly budgets: Budgets }

/**
 * The whole plan as it is on disk now, as plain data, for one request of `person`. It is read anew each time, so it has
 * a budget (SPEC LIMIT-41). Refuses with `too-busy`, and with `plan-unreadable` rather than give a part of it.
 */
export async function planWords(
  { live, budgets }: PlanWordsNeeds,
  person: string,
  { id, kind }: { readonly id: string; readonly kind: PlanKind },
): Promise<Plan> {
  await budgets.take('reads', person)
  const doc = await live.current(id).catch((err: unknown) => {
    throw err instanceof PlanUnreadable ? refuse('plan-unreadable') : err
  })
  const plan = readPlan(doc, kind)
  doc.destroy()
  return plan
}
