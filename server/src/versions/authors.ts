import type { Writer } from '@withy/shared/api'
import type { Signed } from '@withy/shared/plan'
import type { Authored } from '../storage/authors.ts'

/** Nobody knows who: there is no row of it. */
export const UNKNOWN = -1

export type Authors = ReturnType<typeof createAuthors>

/**
 * Tells who put in, and who took out, so many clocks of a client, by the server's own record and nothing a client says
 * (SPEC STORE-114). People are numbers of `writers`.
 * @param all of a plan, oldest first, of every epoch
 */
export function createAuthors(all: readonly Authored[]) {
  const rows = { inserted: byClient(all, 'inserted'), deleted: byClient(all, 'deleted') }
  const numbers = new Map<string, number>()
  const writers: Writer[] = []

  function numberOf({ person, saidFor }: Authored): number {
    const key = JSON.stringify([person, saidFor])
    const known = numbers.get(key)
    if (known !== undefined) return known
    numbers.set(key, writers.length)
    return writers.push({ person, for: saidFor }) - 1
  }

  function stretches(did: Authored['did'], client: number, clock: number, length: number): Signed[] {
    const of = rows[did].get(client) ?? []
    const end = clock + length
    const found: Signed[] = []
    for (let at = clock; at < end; ) {
      const { row, until } = newestAt(of, at, end)
      found.push({ length: until - at, by: row ? numberOf(row) : UNKNOWN })
      at = until
    }
    return found
  }

  return {
    /** Everybody told of so far. */
    writers: writers as readonly Writer[],
    putIn: (client: number, clock: number, length: number) => stretches('inserted', client, clock, length),
    tookOut: (client: number, clock: number, length: number) => stretches('deleted', client, clock, length),
  }
}

const byClient = (all: readonly Authored[], did: Authored['did']) =>
  Map.groupBy(
    all.filter((one) => one.did === did),
    ({ client }) => client,
  )

/** The newest row that holds a clock, where it was done again after a restore; and up to which clock it is the newest. */
function newestAt(rows: readonly Authored[], clock: number, end: number) {
  let until = end
  for (let i = rows.length - 1; i >= 0; i--) {
    const row = rows[i] as Authored
    for (const { from, to } of row.did === 'inserted' ? [{ from: row.from, to: end }] : row.clocks) {
      if (from > clock) until = Math.min(until, from)
      else if (clock < to) return { row, until: Math.min(until, to) }
    }
  }
  return { row: null, until }
}
