import type { Authored } from '../storage/authors.ts'
import type { News } from './encode.ts'
import { joined, type Range } from './ranges.ts'
import type { Writer } from './seat.ts'

/** What is told of a change besides its bytes: all of it as the gate found it. `writers`: of clients whose words are somebody else's. */
export type Wrote = {
  readonly news: News
  readonly saidFor: string | null
  readonly writers?: ReadonlyMap<number, Writer>
}

type Change = Wrote & { readonly seq: number; readonly person: string; readonly at: number }
type Inserted = Extract<Authored, { did: 'inserted' }>
type Deleted = Extract<Authored, { did: 'deleted' }>

/** One row takes in what a person does for so long: a minute is as near as anyone asks when words were written. */
const ROW_MS = 60_000

/** A row of what was taken out is written whole each time more is; one with so many stretches is left, and another begins. */
const ROW_STRETCHES = 64

/** So many rows are kept in mind before those that are over are forgotten. */
const ROWS_OPEN = 512

/**
 * Who wrote what in one open plan (SPEC STORE-50, STORE-51). Gives, for the changes of each commit, the rows they need; one
 * given before comes again with more in it. Most letters need none: their client's row says "from here on".
 */
export function createAuthorship(): (changes: readonly Change[]) => Authored[] {
  const inserted = new Map<number, Inserted>()
  const deleted = new Map<string, Deleted>()
  let sweepAt = ROWS_OPEN

  /** The row that has to be written, if any. */
  function rowOfInserted({ seq, at, writers, ...by }: Change, client: number, from: number): Inserted | null {
    const { person, saidFor } = writers?.get(client) ?? by
    const row = inserted.get(client)
    if (row && row.saidFor === saidFor && isOpen(row, at)) return null
    const begun = { did: 'inserted', seq, client, from, person, saidFor, at } as const
    inserted.set(client, begun)
    return begun
  }

  function rowOfDeleted(change: Change, client: number, ranges: readonly Range[]): Deleted {
    const { seq, person, saidFor, at } = change
    const key = `${client} ${person} ${saidFor}`
    const row = deleted.get(key)
    const goesOn = row && isOpen(row, at) && row.clocks.length < ROW_STRETCHES
    const next: Deleted = goesOn
      ? { ...row, clocks: joined([...row.clocks, ...ranges]) }
      : { did: 'deleted', seq, client, clocks: joined(ranges), person, saidFor, at }
    deleted.set(key, next)
    return next
  }

  function sweep(now: number) {
    for (const rows of [inserted, deleted])
      for (const [key, row] of rows) if (!isOpen(row, now)) rows.delete(key as never)
    sweepAt = Math.max(ROWS_OPEN, 2 * (inserted.size + deleted.size))
  }

  return (changes) => {
    const rows = new Map<string, Authored>()
    for (const change of changes) {
      const { runs, deletes } = change.news
      for (const { client, from } of runs) {
        const row = rowOfInserted(change, client, from)
        if (row) rows.set(`inserted ${row.seq} ${client}`, row)
      }
      for (const [client, ranges] of deletes) {
        const row = rowOfDeleted(change, client, ranges)
        rows.set(`deleted ${row.seq} ${client}`, row)
      }
    }
    const last = changes.at(-1)
    if (last && inserted.size + deleted.size > sweepAt) sweep(last.at)
    return [...rows.values()]
  }
}

/** Clocks are set back now and then: a row is not open for ever because of it. */
const isOpen = (row: Authored, now: number): boolean => Math.abs(now - row.at) < ROW_MS
