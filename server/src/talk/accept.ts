import type { Refusal } from '@withy/shared/api'
import { refuse } from '../http/refused.ts'
import { type Live, NotWritten } from '../live/live.ts'
import type { SuggestionRow, SuggestionStore } from '../storage/suggestions.ts'
import { apart } from '../versions/reading.ts'
import type { Stands } from '../versions/reword.ts'
import { withFate } from './row.ts'
import type { PlanNow } from './stands.ts'

export type AcceptNeeds = {
  readonly store: Pick<SuggestionStore, 'accepting'>
  readonly live: Pick<Live, 'write'>
}

type Accepted = { readonly plan: string; readonly ids: readonly string[]; readonly by: string; readonly at: number }

const NO = { full: 'too-large', unwritable: 'plan-unreadable', later: 'too-busy' } as const satisfies Record<
  NotWritten['why'],
  Refusal
>

/**
 * Puts changes of a suggestion into the plan, in the name of who accepts them, and gives the suggestion as it is then. That they are
 * accepted is not written down yet: where that fails, what was about to be done is, and the next look at it finds out (SPEC TALK-33).
 */
export async function accept(
  { store, live }: AcceptNeeds,
  { plan, ids, by, at }: Accepted,
  row: SuggestionRow,
  { kind, parts, epoch, authored }: PlanNow,
  stands: readonly Stands[],
): Promise<SuggestionRow> {
  const fitting = ids.filter((id) => stands.some((one) => one.id === id && one.is === 'fits'))
  let client: number | null = null
  if (fitting.length > 0) {
    const edit = await apart({ do: 'edit', kind, parts, authored, offered: row, ids: fitting })
    if (!edit) throw refuse('words-changed')
    client = edit.client
    await store.accepting(plan, row.id, { changes: ids, by, at, client })
    const writers = new Map(edit.writers.map((one) => [one.client, { person: one.person, saidFor: one.for }]))
    await live.write(plan, by, { epoch, update: edit.update, writers }).catch((err: unknown) => {
      throw err instanceof NotWritten ? refuse(NO[err.why]) : err
    })
  }
  const fate = (id: string) => ({ is: 'accepted', by, at, client: fitting.includes(id) ? client : null }) as const
  return { ...withFate(row, ids, (change) => fate(change.id)), accepting: null }
}

/** A suggestion whose edit was begun and not written down: whether it is in the plan is seen there (SPEC TALK-33). */
export function healed(row: SuggestionRow, { authored }: PlanNow, stands: readonly Stands[]): SuggestionRow {
  const { accepting } = row
  if (!accepting) return row
  const { by, at, client } = accepting
  const isIn = authored.some((one) => one.did === 'inserted' && one.client === client)
  const isThere = (id: string) => stands.some((one) => one.id === id && one.is === 'there')
  const ids = accepting.changes.filter((id) => isIn || isThere(id))
  return { ...withFate(row, ids, () => ({ is: 'accepted', by, at, client })), accepting: null }
}
