import { describe, expect, it } from 'vitest'
import type { Authored } from '../storage/authors.ts'
import { authorOf } from '../storage/authors.ts'
import { createAuthorship } from './authorship.ts'
import type { Range } from './ranges.ts'

const MINUTE = 60_000

/** Changes one after the other, each a commit of its own; what is on disk after them. */
function setUp() {
  const authored = createAuthorship()
  const onDisk = new Map<string, Authored>()
  let seq = 0
  let written = 0
  function change(
    at: number,
    {
      put = [],
      taken = [],
      person = 'anna',
      saidFor = null,
    }: {
      put?: [client: number, from: number, to: number][]
      taken?: [client: number, ...ranges: Range[]][]
      person?: string
      saidFor?: string | null
    },
  ) {
    seq += 1
    const runs = put.map(([client, from, to]) => ({ client, from, to, structs: [] }))
    const deletes = new Map(taken.map(([client, ...ranges]) => [client, ranges]))
    const rows = authored([{ seq, person, saidFor, at, news: { runs, deletes } }])
    for (const row of rows) onDisk.set(`${row.seq} ${row.did} ${row.client}`, row)
    written += rows.length
  }
  return { change, rows: () => [...onDisk.values()], written: () => written }
}

describe('who wrote what in an open plan', () => {
  it('[STORE-51] writes one row for what a client puts in within a minute, and nothing for the letters after it', () => {
    const { change, rows, written } = setUp()
    for (let n = 0; n < 300; n++) change(n * 250, { put: [[7, n, n + 1]] })
    expect(rows()).toEqual([
      { did: 'inserted', seq: 1, client: 7, from: 0, person: 'anna', saidFor: null, at: 0 },
      { did: 'inserted', seq: 241, client: 7, from: 240, person: 'anna', saidFor: null, at: MINUTE },
    ])
    expect(written()).toBe(2)
    expect(authorOf(rows(), 'inserted', 7, 239)?.at).toBe(0)
    expect(authorOf(rows(), 'inserted', 7, 240)?.at).toBe(MINUTE)
    expect(authorOf(rows(), 'inserted', 8, 0)).toBeNull()
  })

  it('[STORE-51] begins a row at the very letter from which on somebody types for another person', () => {
    const { change, rows } = setUp()
    change(0, { put: [[7, 0, 5]] })
    change(10, { put: [[7, 5, 6]], saidFor: 'rosa' })
    change(20, { put: [[7, 6, 9]], saidFor: 'rosa' })
    change(30, { put: [[7, 9, 10]] })
    const forWhom = [4, 5, 8, 9].map((clock) => authorOf(rows(), 'inserted', 7, clock)?.saidFor)
    expect(forWhom).toEqual([null, 'rosa', 'rosa', null])
  })

  it('[STORE-51] runs together what a person takes out of one client within a minute, and keeps people apart', () => {
    const { change, rows } = setUp()
    for (let n = 20; n > 10; n--) change(n, { taken: [[7, { from: n, to: n + 1 }]] })
    change(30, { taken: [[7, { from: 40, to: 42 }]] })
    change(31, { taken: [[7, { from: 50, to: 51 }]], person: 'ben' })
    change(32, { taken: [[8, { from: 3, to: 4 }]] })
    expect(rows()).toHaveLength(3)
    const by = (client: number, clock: number) => authorOf(rows(), 'deleted', client, clock)?.person
    expect([by(7, 11), by(7, 20), by(7, 41), by(7, 50), by(8, 3)]).toEqual(['anna', 'anna', 'anna', 'ben', 'anna'])
    expect([by(7, 10), by(7, 21), by(7, 42), by(8, 4)]).toEqual([undefined, undefined, undefined, undefined])
    change(20 + MINUTE, { taken: [[7, { from: 0, to: 1 }]] })
    expect(authorOf(rows(), 'deleted', 7, 0)?.at).toBe(20 + MINUTE)
  })

  it('[STORE-51] leaves a row that has many stretches, so that no keystroke writes them all again', () => {
    const { change, rows } = setUp()
    for (let n = 0; n < 200; n++) change(n, { taken: [[7, { from: 2 * n, to: 2 * n + 1 }]] })
    const sizes = rows().map((row) => (row.did === 'deleted' ? row.clocks.length : 0))
    expect(sizes).toEqual([64, 64, 64, 8])
  })

  it('[STORE-51] forgets rows that are over, and none that are not', () => {
    const { change, rows } = setUp()
    for (let n = 0; n < 2_000; n++) change(n * 100, { put: [[n, 0, 1]] })
    for (let n = 1_500; n < 2_000; n++) change(200_000, { put: [[n, 1, 2]] })
    expect(rows()).toHaveLength(2_000)
  })
})
