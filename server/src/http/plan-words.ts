import { type Plan, type PlanKind, readPlan } from '@withy/shared/plan'
import type * as Y from 'yjs'
import { type Live, PlanUnreadable } from '../live/live.ts'
import type { Budgets } from './budgets.ts'
import { refuse } from './refused.ts'

export type PlanWordsNeeds<Way extends 'current' | 'readable'> = {
  readonly live: Pick<Live, Way>
  readonly budgets: Budgets
}

/**
 * The whole plan as it is on disk now, as plain data, for one request of `person`. It is read anew each time, so it has
 * a budget (SPEC LIMIT-41). Refuses with `too-busy`, and with `plan-unreadable` rather than give a part of it.
 */
export async function planWords(
  { live, budgets }: PlanWordsNeeds<'current'>,
  person: string,
  { id, kind }: { readonly id: string; readonly kind: PlanKind },
): Promise<Plan> {
  await budgets.take('reads', person)
  return asPlan(await live.current(id).catch(unreadable), kind)
}

/** The same to be read on a screen, as far as a damaged plan goes. `isWhole`: that is all of it; a screen says where it is not. */
export async function readableWords(
  { live, budgets }: PlanWordsNeeds<'readable'>,
  person: string,
  { id, kind }: { readonly id: string; readonly kind: PlanKind },
): Promise<{ readonly plan: Plan; readonly isWhole: boolean }> {
  await budgets.take('reads', person)
  const { doc, isWhole } = await live.readable(id).catch(unreadable)
  return { plan: asPlan(doc, kind), isWhole }
}

function unreadable(err: unknown): never {
  throw err instanceof PlanUnreadable ? refuse('plan-unreadable') : err
}

function asPlan(doc: Y.Doc, kind: PlanKind): Plan {
  const plan = readPlan(doc, kind)
  doc.destroy()
  return plan
}
