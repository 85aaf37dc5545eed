import { can, type Role } from '@withy/shared/access'
import { listSaid, type Said, sayAgain, type Unsaid, unsay } from '@withy/shared/api'
import { refuse } from '../http/refused.ts'
import { type Routes, serve } from '../http/route.ts'
import type { Live } from '../live/live.ts'
import { newId } from '../random.ts'
import type { AuthorStore } from '../storage/authors.ts'
import type { PlanStore } from '../storage/plans.ts'
import type { UnsaidStore } from '../storage/unsaid.ts'
import { apart, readable } from '../versions/reading.ts'
import type { SaidNow } from '../versions/said-in.ts'
import { firstLetter, toldTo, withIds } from './passages.ts'

export type SaidNeeds = {
  readonly store: Pick<PlanStore, 'find'> & Pick<AuthorStore, 'authorsOf' | 'movedOf'> & UnsaidStore
  readonly live: Pick<Live, 'tell' | 'parts'>
  readonly now?: () => number
}

/** Of so many plans it is remembered, and for so long (ms) whatever is typed meanwhile: a hall that opens a plan asks all at once. */
const REMEMBERED = 8
const LATELY_MS = 1_000

/** Words that one person said and another typed; and “I did not say this” (SPEC SYNC-162, SYNC-163). */
export function saidRoutes(routes: Routes, { store, live, now = Date.now }: SaidNeeds): void {
  const remembered = new Map<string, { readonly at: number; readonly there: Promise<SaidNow> }>()

  /** Nothing is read of a plan in which nobody ever typed for another: most plans. */
  async function saidThere(plan: string, me: string): Promise<SaidNow> {
    if (!(await store.hasSaid(plan))) return { said: [], unsaid: [] }
    const known = remembered.get(plan)
    if (known && now() - known.at < LATELY_MS) return known.there
    await routes.budgets.take('reads', me)
    return remember(plan, read(plan))
  }

  function remember(plan: string, there: Promise<SaidNow>) {
    remembered.delete(plan)
    remembered.set(plan, { at: now(), there })
    const [oldest] = remembered.keys()
    if (oldest !== undefined && remembered.size > REMEMBERED) remembered.delete(oldest)
    there.catch(() => remembered.delete(plan))
    return there
  }

  async function read(plan: string): Promise<SaidNow> {
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

  async function saidTo(plan: string, me: string, role: Role): Promise<Said> {
    const { said, unsaid } = await saidThere(plan, me)
    const isTold = (one: Unsaid) => one.for === me || one.person === me || can(role, 'run-workshop')
    return { ...toldTo(me, said), unsaid: unsaid.filter(isTold).map(({ clocks, ...one }) => one) }
  }

  serve(routes, listSaid, ({ plan, me, role }) => saidTo(plan, me, role))

  serve(routes, unsay, async ({ plan, me, role, body }) => {
    const { said, unsaid } = await saidThere(plan, me)
    const found = withIds(said).find((one) => one.id === body.passage && one.for === me)
    // Pressed on two devices: it is as they say already.
    if (!found && unsaid.some((one) => firstLetter(one) === body.passage && one.for === me))
      return saidTo(plan, me, role)
    if (!found) throw refuse('words-changed')
    await store.keepUnsaid(plan, { ...found, id: newId(), at: now() })
    remembered.delete(plan)
    live.tell(plan, { type: 'said' })
    return saidTo(plan, me, role)
  })

  serve(routes, sayAgain, async ({ plan, me, role, param }) => {
    await store.undoUnsaid(plan, param('unsaid'), me, now())
    remembered.delete(plan)
    live.tell(plan, { type: 'said' })
    return saidTo(plan, me, role)
  })
}
