import type { Role } from '@withy/shared/access'
import { listSaid, type Said, sayAgain, unsay } from '@withy/shared/api'
import { refuse } from '../http/refused.ts'
import { type Routes, serve } from '../http/route.ts'
import type { Live } from '../live/live.ts'
import { newId } from '../random.ts'
import type { UnsaidStore } from '../storage/unsaid.ts'
import type { SaidNow } from '../versions/said-in.ts'
import { isToldOf, type ReadSaid } from '../versions/said-now.ts'
import { firstLetter, toldTo, withIds } from './passages.ts'

export type SaidNeeds = {
  readonly store: UnsaidStore
  readonly live: Pick<Live, 'tell'>
  readonly readSaid: ReadSaid
  readonly now?: () => number
}

/** Of so many plans it is remembered, and for so long (ms) whatever is typed meanwhile: a hall that opens a plan asks all at once. */
const REMEMBERED = 8
const LATELY_MS = 1_000

/** Words that one person said and another typed; and “I did not say this” (SPEC SYNC-162, SYNC-163). */
export function saidRoutes(routes: Routes, { store, live, readSaid, now = Date.now }: SaidNeeds): void {
  const remembered = new Map<string, { readonly at: number; readonly there: Promise<SaidNow> }>()

  /** Nothing is read of a plan in which nobody ever typed for another: most plans. */
  async function saidThere(plan: string, me: string): Promise<SaidNow> {
    if (!(await store.hasSaid(plan))) return { said: [], unsaid: [] }
    const known = remembered.get(plan)
    if (known && now() - known.at < LATELY_MS) return known.there
    await routes.budgets.take('reads', me)
    return remember(plan, readSaid(plan))
  }

  function remember(plan: string, there: Promise<SaidNow>) {
    remembered.delete(plan)
    remembered.set(plan, { at: now(), there })
    const [oldest] = remembered.keys()
    if (oldest !== undefined && remembered.size > REMEMBERED) remembered.delete(oldest)
    there.catch(() => remembered.delete(plan))
    return there
  }

  async function saidTo(plan: string, me: string, role: Role): Promise<Said> {
    const { said, unsaid } = await saidThere(plan, me)
    return { ...toldTo(me, said), unsaid: unsaid.filter(isToldOf(me, role)).map(({ clocks, ...one }) => one) }
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
