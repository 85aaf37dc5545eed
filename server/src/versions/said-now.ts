import { can, type Role } from '@withy/shared/access'
import type { Unsaid } from '@withy/shared/api'
import { refuse } from '../http/refused.ts'
import type { Live } from '../live/live.ts'
import type { AuthorStore } from '../storage/authors.ts'
import type { PlanStore } from '../storage/plans.ts'
import type { UnsaidStore } from '../storage/unsaid.ts'
import { apart, readable } from './reading.ts'
import type { SaidNow } from './said-in.ts'

export type SaidNowNeeds = {
  readonly store: Pick<PlanStore, 'find'> &
    Pick<AuthorStore, 'authorsOf' | 'movedOf'> &
    Pick<UnsaidStore, 'hasSaid' | 'unsaidOf'>
  readonly live: Pick<Live, 'parts'>
}

export type ReadSaid = ReturnType<typeof createReadSaid>

/** Who said what another typed, as the plan is now. Refuses with `not-found` and `plan-unreadable`. */
export const createReadSaid =
  ({ store, live }: SaidNowNeeds) =>
  async (plan: string): Promise<SaidNow> => {
    const [row, { parts }, authored, moved, unsaid] = await Promise.all([
      store.find(plan),
      readable(live.parts(plan)),
      store.authorsOf(plan),
      store.movedOf(plan),
      store.unsaidOf(plan),
    ])
    if (!row) throw refuse('not-found')
    return readable(apart({ do: 'said', kind: row.kind, parts, authored, moved, unsaid }))
  }

/** Whether somebody is told of a denial: who says so, who typed it, and those who lead the plan (SPEC SYNC-163). */
export const isToldOf =
  (me: string, role: Role) =>
  (one: Unsaid): boolean =>
    one.for === me || one.person === me || can(role, 'run-workshop')
