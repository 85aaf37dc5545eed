import type { Refusal } from '@withy/shared/api'
import { refuse } from '../http/refused.ts'
import { type Live, NotWritten } from '../live/live.ts'
import type { Accepting, SuggestionRow, SuggestionStore } from '../storage/suggestions.ts'
import { apart, readable } from '../versions/reading.ts'
import type { Edit, Stands } from '../versions/reword.ts'
import type { Decided } from './decide.ts'
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
  const groups = byPeople(stands, planNow, accepted)
  const ids = groups.map((group) => group.ids)
  const edit = await readable(apart({ do: 'edit', kind, parts, authored, moved, shared, offered: row, groups: ids }))
  if (!edit) throw refuse('words-changed')
  const accepting = { changes: accepted, agreed, kept, by, at, ...putBy(edit, groups) }
  await store.accepting(plan, row.id, accepting)
  const writers = new Map(edit.writers.map((one) => [one.client, { person: one.person, saidFor: one.for }]))
  try {
    if (!(await isAsDecided())) throw new NotWritten('moved-on', 'people are others now')
    await live.write(plan, by, { epoch, ...(!isLast && { seq }), update: edit.update, writers })
  } catch (err) {
    if (!(err instanceof NotWritten)) throw err
    // Where that is not certain, the next look finds out.
    if (err.why !== 'later') await store.accepting(plan, row.id, null)
    if (err.why !== 'moved-on') throw refuse(NO[err.why])
    return 'moved-on'
  }
  return withDecided(row, accepting)
}

/** Changes whose new words are the same people's. */
type Group = { readonly ids: readonly string[]; readonly people: readonly string[] }

/**
 * All who have words in a change, and are in the plan, have the new ones then, and not only who said yes last; of other changes that are
 * accepted with it they have none (SPEC TALK-98, TALK-92). Of nobody's words the new ones are theirs who accepts them.
 */
function byPeople(stands: readonly Stands[], { roles }: PlanNow, accepted: readonly string[]): Group[] {
  const chosen = stands
    .filter(({ id }) => accepted.includes(id))
    .map(({ id, owners }) => ({ id, people: owners.filter((one) => roles.has(one)).toSorted() }))
  const groups = Map.groupBy(chosen, ({ people }) => JSON.stringify(people))
  return [...groups.values()].map((some) => ({ ids: some.map(({ id }) => id), people: some[0]?.people ?? [] }))
}

/** Under which Yjs clients the words of each change are, and whose; what had to be put in again is whose it was. */
function putBy({ clients, writers, gone }: Edit, groups: readonly Group[]) {
  const put = groups.flatMap(({ ids, people }, n) => {
    const under = clients[n]
    return under ? [{ ids, people, under }] : []
  })
  const news = put.map(({ under, people }) => ({ ...under, people }))
  const kept = writers.map(({ client, to, owners }) => ({ client, to, people: owners }))
  return {
    client: clients[0]?.client ?? 0,
    clients: Object.fromEntries(put.flatMap(({ ids, under }) => ids.map((id) => [id, under]))),
    shared: [...news, ...kept].filter(({ people }) => people.length > 0),
    gone,
  }
}

/** All of a decision is written down, as it was put to the plan. */
function withDecided(row: SuggestionRow, accepting: Accepting): SuggestionRow {
  const { changes, agreed, kept, by, at, client, clients, shared } = accepting
  const said = withYes(row, [...changes, ...agreed], by)
  const put = withFate(said, changes, ({ id }) => ({ is: 'accepted', by, at, client, ...clients?.[id], shared }))
  return { ...withFate(put, kept, () => ({ is: 'kept', by, at, client: null })), accepting: null }
}

/** A suggestion whose edit was begun and not written down: whether it is in the plan is seen there (SPEC TALK-33). */
export function healed(row: SuggestionRow, { authored }: PlanNow): SuggestionRow {
  const { accepting } = row
  if (!accepting) return row
  const { by, client, clients = {}, shared, gone } = accepting
  const under = new Set([client, ...[...Object.values(clients), ...shared].map((one) => one.client)])
  const isIn = authored.some((one) => {
    if (one.did === 'inserted') return under.has(one.client)
    // Where words only went there is nothing of its own.
    const { clock } = gone ?? { clock: -1 }
    return (
      one.client === gone?.client && one.person === by && one.clocks.some(({ from, to }) => from <= clock && clock < to)
    )
  })
  return isIn ? withDecided(row, accepting) : { ...row, accepting: null }
}
