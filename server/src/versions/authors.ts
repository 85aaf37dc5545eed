import type { Writer } from '@withy/shared/api'
import type { Signed } from '@withy/shared/plan'
import type { Authored, Clocks, Moved } from '../storage/authors.ts'
import { createOrigins, type Origin } from './moved.ts'

/** Nobody knows who: there is no row of it. */
export const UNKNOWN = -1

export type Authors = ReturnType<typeof createAuthors>

/** Of Yjs clients of edits the server made, and clocks up to `to`: what is known of the words. What comes later is no part of the edit. */
export type PutBy<T> = ReadonlyMap<number, { readonly is: T; readonly to: number }>

/**
 * Tells who put in, and who took out, so many clocks of a client, by the server's own record and nothing a client says
 * (SPEC STORE-114), less what people say they did not say. What somebody took out is said to be nobody's but theirs (SPEC SYNC-165). People are numbers of `writers`.
 * @param all of a plan, oldest first, of every epoch
 * @param suggested of clients whose words somebody accepted, who had suggested them
 * @param shared of clients whose words are several people's, whose
 * @param moved letters that are others taken out and put in again: they stay whose they were
 */
export function createAuthors(
  all: readonly Authored[],
  suggested: PutBy<string> = new Map(),
  shared: PutBy<readonly string[]> = new Map(),
  moved: readonly Moved[] = [],
) {
  const spans = { inserted: byClient(all, 'inserted'), deleted: byClient(all, 'deleted') }
  const numbers = new Map<string, number>()
  const writers: Writer[] = []
  const owners: (readonly string[])[] = []

  function numberOf(row: Authored, at: number): number {
    const { did, client, person } = row
    const isNobodys = did === 'deleted' || unsaidIn(row).some(({ from, to }) => from <= at && at < to)
    const saidFor = isNobodys ? null : row.saidFor
    const tookFor = did === 'deleted' && row.saidFor !== person ? row.saidFor : null
    const ofEdit = <T>(known: PutBy<T>): T | undefined => {
      const edit = did === 'inserted' ? known.get(client) : undefined
      return edit && at < edit.to ? edit.is : undefined
    }
    const by = ofEdit(suggested)
    const whose = ofEdit(shared) ?? [saidFor ?? person]
    const key = JSON.stringify([person, saidFor, by, whose, tookFor])
    const known = numbers.get(key)
    if (known !== undefined) return known
    numbers.set(key, writers.length)
    owners.push(whose)
    const also = { ...(by !== undefined && { suggested: by }), ...(tookFor !== null && { tookFor }) }
    return writers.push({ person, for: saidFor, ...also }) - 1
  }

  function stretches(did: Authored['did'], client: number, clock: number, length: number): Signed[] {
    const { from, row } = spans[did].get(client) ?? NOBODY
    const end = clock + length
    const found: Signed[] = []
    const edits = [suggested.get(client)?.to, shared.get(client)?.to]
    let at = clock
    for (let n = spanAt(from, clock); at < end; ) {
      const by = row[n]
      const ends = [...edits, ...(by ? unsaidIn(by) : []).flatMap(({ from, to }) => [from, to])]
      const until = Math.min(end, from[n + 1] ?? end, ...ends.filter((to) => to !== undefined && to > at).map(Number))
      found.push({ length: until - at, by: by ? numberOf(by, at) : UNKNOWN })
      at = until
      if (at === from[n + 1]) n++
    }
    return found
  }

  const peopleOf = (did: Authored['did'], { client, clock, length }: Origin): (string | undefined)[] => [
    ...new Set(stretches(did, client, clock, length).map(({ by = UNKNOWN }) => writers[by]?.person)),
  ]

  const originsOf = createOrigins(moved, (of, to) => {
    const [by, ...others] = [...peopleOf('deleted', { ...of, length: to.length }), ...peopleOf('inserted', to)]
    return by !== undefined && others.every((one) => one === by)
  })

  return {
    /** Everybody told of so far. */
    writers: writers as readonly Writer[],
    /** Of each of them whose words those are. */
    owners: owners as readonly (readonly string[])[],
    putIn: (client: number, clock: number, length: number) =>
      originsOf(client, clock, length).flatMap((one) => stretches('inserted', one.client, one.clock, one.length)),
    /** The same, with the clocks by which the record knows them. */
    putInAs: (client: number, clock: number, length: number): (Signed & Origin)[] =>
      originsOf(client, clock, length).flatMap((one) => {
        let at = one.clock
        return stretches('inserted', one.client, one.clock, one.length).map((signed) => {
          at += signed.length
          return { ...signed, client: one.client, clock: at - signed.length }
        })
      }),
    tookOut: (client: number, clock: number, length: number) => stretches('deleted', client, clock, length),
  }
}

const unsaidIn = (row: Authored): readonly Clocks[] => (row.did === 'inserted' ? (row.unsaid ?? []) : [])

const byClient = (all: readonly Authored[], did: Authored['did']) =>
  new Map(
    Array.from(
      Map.groupBy(
        all.filter((one) => one.did === did),
        ({ client }) => client,
      ),
      ([client, rows]) => [client, newestIn(rows)] as const,
    ),
  )

/** Of one client: the newest row that holds the clocks from `from[n]` up to the next one; null where none does. */
type Spans = { readonly from: readonly number[]; readonly row: readonly (Authored | null)[] }
const NOBODY: Spans = { from: [0], row: [null] }

/**
 * Who did it last, where it was done again after a restore. Laid out once for all clocks of a client: a plan has tens of thousands of
 * rows, and each passage of it asks.
 * @param rows of one client, oldest first
 */
function newestIn(rows: readonly Authored[]): Spans {
  const held = rows.map((row) =>
    row.did === 'inserted' ? [{ from: row.from, to: Number.POSITIVE_INFINITY }] : row.clocks,
  )
  const ends = held.flatMap((clocks) => clocks.flatMap(({ from, to }) => [from, to]))
  const from = [...new Set([0, ...ends])].sort((a, b) => a - b)
  const found: (Authored | null)[] = from.map(() => null)
  // Newest first, each fills what is free. `free[n]`: where to look for the first free place from n on.
  const free = from.map((_, n) => n)
  const firstFree = (n: number): number => {
    let at = n
    for (let next = free[at]; next !== undefined && next !== at; next = free[at]) {
      free[at] = free[next] ?? next
      at = next
    }
    return at
  }
  for (let i = rows.length - 1; i >= 0; i--)
    for (const clocks of held[i] ?? []) {
      const end = clocks.to === Number.POSITIVE_INFINITY ? from.length : spanAt(from, clocks.to)
      for (let n = firstFree(spanAt(from, clocks.from)); n < end; n = firstFree(n)) {
        found[n] = rows[i] ?? null
        free[n] = n + 1
      }
    }
  const begins = from.map((_, n) => n).filter((n) => n === 0 || found[n] !== found[n - 1])
  return { from: begins.map((n) => from[n] ?? 0), row: begins.map((n) => found[n] ?? null) }
}

/** The last place whose number is no higher than `clock`, found by halves. The first number is 0. */
function spanAt(from: readonly number[], clock: number): number {
  let low = 0
  let high = from.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if ((from[middle] ?? 0) <= clock) low = middle
    else high = middle - 1
  }
  return low
}
