import type { Refusal } from '@withy/shared/api'
import { refuse } from '../http/refused.ts'
import { type Live, NotWritten } from '../live/live.ts'
import type { Accepting, SuggestionRow, SuggestionStore } from '../storage/suggestions.ts'
import { apart } from '../versions/reading.ts'
import type { Edit, Stands } from '../versions/reword.ts'
import { type Decided, needsOf } from './decide.ts'
import { withFate, withYes } from './row.ts'
import type { PlanNow } from './stands.ts'

export type AcceptNeeds = {
  readonly store: Pick<SuggestionStore, 'accepting'>
  readonly live: Pick<Live, 'write'>
  /** Whether the people of the plan are still those it was decided with. */
  isAsDecided(): Promise<boolean>
  /** It goes in also where others have written since. */
  readonly isLast: boolean
}

/** What is decided about changes of a suggestion, by whom, and when. */
export type Deciding = Decided & { readonly plan: string; readonly by: string; readonly at: number }

const NO = {
  full: 'too-large',
  unwritable: 'plan-unreadable',
  'put-back': 'plan-put-back',
  later: 'too-busy',
} as const satisfies Record<Exclude<NotWritten['why'], 'moved-on'>, Refusal>

/**
 * Puts changes of a suggestion into the plan, in the name of who accepts them, and gives the suggestion as it is then; `moved-on`, and
 * nothing done, where the plan or its people are not those it was decided with any more. What was decided is not written down yet: where
 * that fails, what was about to be done is, and the next look at it finds out (SPEC TALK-33).
 */
export async function accept(
  { store, live, isAsDecided, isLast }: AcceptNeeds,
  { plan, accepted, agreed, kept, by, at }: Deciding,
  row: SuggestionRow,
  planNow: PlanNow,
  stands: readonly Stands[],
): Promise<SuggestionRow | 'moved-on'> {
  const { kind, parts, epoch, seq, authored, moved, shared } = planNow
  const edit = await apart({ do: 'edit', kind, parts, authored, moved, shared, offered: row, ids: accepted })
  if (!edit) throw refuse('words-changed')
  const { update, client, gone } = edit
  const accepting = { changes: accepted, agreed, kept, by, at, client, gone }
  const owned = sharedBy(edit, row, stands, planNow, accepted)
  if (!(await isAsDecided())) return 'moved-on'
  await store.accepting(plan, row.id, { ...accepting, shared: owned })
  const writers = new Map(edit.writers.map((one) => [one.client, { person: one.person, saidFor: one.for }]))
  try {
    await live.write(plan, by, { epoch, ...(!isLast && { seq }), update, writers })
  } catch (err) {
    if (!(err instanceof NotWritten)) throw err
    if (err.why !== 'moved-on') throw refuse(NO[err.why])
    await store.accepting(plan, row.id, null)
    return 'moved-on'
  }
  return withDecided(row, { ...accepting, shared: owned })
}

/** All who said yes to words have them then, and not only the last; what had to be put in again is whose it was (SPEC TALK-98). */
function sharedBy(
  { client, writers }: Edit,
  { by }: SuggestionRow,
  stands: readonly Stands[],
  { roles }: PlanNow,
  accepted: readonly string[],
): Accepting['shared'] {
  const needed = stands.filter(({ id }) => accepted.includes(id)).flatMap((one) => needsOf(one, roles, by))
  const kept = writers.map((one) => ({ client: one.client, people: one.owners }))
  return [{ client, people: [...new Set(needed)] }, ...kept].filter(({ people }) => people.length > 0)
}

/** All of a decision is written down, as it was put to the plan. */
function withDecided(row: SuggestionRow, { changes, agreed, kept, by, at, client, shared }: Accepting): SuggestionRow {
  const said = withYes(row, [...changes, ...agreed], by)
  const put = withFate(said, changes, () => ({ is: 'accepted', by, at, client, shared }))
  return { ...withFate(put, kept, () => ({ is: 'kept', by, at, client: null })), accepting: null }
}

/** A suggestion whose edit was begun and not written down: whether it is in the plan is seen there (SPEC TALK-33). */
export function healed(row: SuggestionRow, { authored }: PlanNow): SuggestionRow {
  const { accepting } = row
  if (!accepting) return row
  const { by, client, gone } = accepting
  const isIn = authored.some((one) => {
    if (one.did === 'inserted') return one.client === client
    // Where words only went there is nothing of its own.
    const { clock } = gone ?? { clock: -1 }
    return (
      one.client === gone?.client && one.person === by && one.clocks.some(({ from, to }) => from <= clock && clock < to)
    )
  })
  return isIn ? withDecided(row, accepting) : { ...row, accepting: null }
}
