import { setTimeout } from 'node:timers/promises'
import { isDeepStrictEqual } from 'node:util'
import { decideSuggestion, LIMIT, readAnswered, suggest, withdrawSuggestion } from '@withy/shared/api'
import type { Suggestion } from '@withy/shared/protocol'
import { Refusing, refuse } from '../http/refused.ts'
import { type Routes, serve } from '../http/route.ts'
import type { Live } from '../live/live.ts'
import type { SuggestionRow, SuggestionStore } from '../storage/suggestions.ts'
import { readable } from '../versions/reading.ts'
import { accept, healed } from './accept.ts'
import { type Deciding, decide } from './decide.ts'
import { createInTurn } from './in-turn.ts'
import { offered } from './offer.ts'
import { changesNow, isDecided, suggestionSeen, withFate, withNeeds, withYes } from './row.ts'
import { createStands, type PlanNow, type StandsNeeds } from './stands.ts'

export type SuggestionNeeds = StandsNeeds & {
  readonly store: SuggestionStore
  readonly live: Pick<Live, 'parts' | 'tell' | 'write'>
}

const MOST = {
  perPlan: LIMIT.suggestionsPerPlan,
  lettersPerPlan: LIMIT.suggestionJsonPerPlan,
  waitingPerPerson: LIMIT.waitingPerPerson,
  lettersPerPerson: LIMIT.suggestionJsonPerPerson,
}
const FULL = { full: 'talk-full', 'theirs-full': 'talk-yours-full', 'theirs-wait': 'suggestions-waiting-many' } as const

/** So often what is decided is decided anew because others have written meanwhile. */
const MOST_TRIES = 6
/** `isLast`: nobody waits any longer until nothing is written. */
type Said = Omit<Deciding, 'people'> & { readonly isLast: boolean }

/** Between two of them somebody may come to the end of a word; each pause is twice as long as the one before. */
const FIRST_PAUSE_MS = 20

/**
 * Other words that are offered for some of a plan's. Of all this one thing changes the plan: that what is offered is accepted by who
 * may (SPEC TALK-34).
 * @returns reads those of a plan, as everybody sees them
 */
export function suggestionRoutes(routes: Routes, needs: SuggestionNeeds): (plan: string) => Promise<Suggestion[]> {
  const { store, live, now = Date.now } = needs
  const stands = createStands(needs)
  const inTurn = createInTurn()

  function told(plan: string, seq: number, row: SuggestionRow): { suggestion: Suggestion } {
    const suggestion = suggestionSeen(row)
    live.tell(plan, { type: 'talk', seq, suggestion })
    return { suggestion }
  }

  /** Reads a suggestion and its plan at one moment, what was broken off before mended. */
  async function atNow(plan: string, id: string) {
    const row = await store.suggestionAt(plan, id)
    if (!row) throw refuse('suggestion-gone')
    const planNow = await readable(stands.planNow(plan))
    const stand = await standNow(planNow, row)
    if (!row.accepting) return { row, planNow, stand }
    const whole = withNeeds(healed(row, planNow), stand, planNow.roles)
    const { seq } = await store.changeSuggestion(plan, whole)
    told(plan, seq, whole)
    return { row: whole, planNow, stand }
  }

  const standNow = async (planNow: PlanNow, row: SuggestionRow) =>
    (await readable(stands.standAt(planNow, [row]))).get(row.id) ?? []

  serve(routes, suggest, async ({ plan, me, body }) => {
    await routes.budgets.take('reads', me)
    const known = await store.suggestionAt(plan, body.id)
    if (known && known.by !== me) throw refuse('bad-request')
    // Sent again because no answer came.
    if (known) return { suggestion: suggestionSeen(known) }
    const row = await offered({ me, at: now(), body }, await readable(stands.planNow(plan)))
    const did = await store.addSuggestion(plan, row, MOST)
    if (typeof did === 'string' && did !== 'there') throw refuse(FULL[did])
    if (did !== 'there') return told(plan, did.seq, row)
    // Another request with that id came first.
    const first = await store.suggestionAt(plan, body.id)
    if (first?.by !== me) throw refuse('bad-request')
    return { suggestion: suggestionSeen(first) }
  })

  serve(routes, decideSuggestion, ({ plan, me, body, param }) =>
    inTurn(plan, async () => {
      await routes.budgets.take('reads', me)
      // Others write on while it is looked at: what is accepted goes into the plan it was decided on.
      for (let tries = 0; tries < MOST_TRIES; tries++) {
        // In a full hall somebody always writes: then what they write at that very moment stays beside it, as with any two who type.
        const isLast = tries === MOST_TRIES - 1
        const said = await decideNow(plan, param('suggestion'), { me, isLast, ...body })
        if (said !== 'moved-on') return said
        await setTimeout(FIRST_PAUSE_MS * 2 ** tries)
      }
      throw refuse('too-busy')
    }),
  )

  async function decideNow(plan: string, id: string, { me, isLast, ...said }: Said) {
    const { row, planNow, stand } = await atNow(plan, id)
    const { roles } = planNow
    // Taken out while they waited for their turn.
    if (!roles.has(me)) throw refuse('not-found')
    const decided = decide({ by: row.by, changes: changesNow(row, stand) }, { me, people: roles, ...said })
    const { accepted, agreed, kept } = decided
    const at = now()
    if (accepted.length + agreed.length + kept.length === 0) return { suggestion: suggestionSeen(row) }
    const isAsDecided = async () => isDeepStrictEqual(await stands.rolesIn(plan), roles)
    const deciding = { plan, by: me, at, ...decided }
    const before = withNeeds(row, stand, roles)
    const after =
      accepted.length > 0
        ? await accept({ store, live, isAsDecided, isLast }, deciding, before, planNow, stand)
        : withFate(withYes(before, agreed, me), kept, () => ({ is: 'kept', by: me, at, client: null }))
    if (after === 'moved-on') return after
    const { seq } = await store.changeSuggestion(plan, after)
    return told(plan, seq, after)
  }

  serve(routes, withdrawSuggestion, ({ plan, me, param }) =>
    inTurn(plan, async () => {
      const { row } = await atNow(plan, param('suggestion'))
      if (row.by !== me) throw refuse('not-allowed')
      if (isDecided(row)) return { suggestion: suggestionSeen(row) }
      const ids = row.changes.map(({ id }) => id)
      const after = withFate(row, ids, () => ({ is: 'withdrawn', by: me, at: now(), client: null }))
      const { seq } = await store.changeSuggestion(plan, after)
      return told(plan, seq, after)
    }),
  )

  serve(routes, readAnswered, async ({ plan, me, param }) => {
    await routes.budgets.take('reads', me)
    const rows = await store.suggestionsOf(plan)
    const answered = rows.filter((row) => row.place.box === param('box') && isDecided(row))
    return { suggestions: answered.map(suggestionSeen) }
  })

  /** Where one was broken off it is mended first; where the plan cannot be read they are as they were last told. */
  async function wholeRows(plan: string): Promise<SuggestionRow[]> {
    const rows = await store.suggestionsOf(plan)
    const broken = rows.filter(({ accepting }) => accepting !== null)
    if (broken.length === 0) return rows
    await inTurn(plan, () => Promise.all(broken.map(({ id }) => atNow(plan, id)))).catch(unlessRefused)
    return store.suggestionsOf(plan)
  }

  return async (plan) => {
    const [rows, roles] = await Promise.all([wholeRows(plan), stands.rolesIn(plan)])
    const waiting = rows.filter((row) => !isDecided(row))
    const stand = (await readable(stands.lately(plan, waiting)).catch(unlessRefused)) ?? new Map()
    return rows.map((row) => suggestionSeen(withNeeds(row, stand.get(row.id) ?? [], roles)))
  }
}

/** A plan that cannot be read just now, or not so soon, keeps nobody from what was said about it. */
function unlessRefused(err: unknown): undefined {
  if (!(err instanceof Refusing)) throw err
}
