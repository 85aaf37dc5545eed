import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Authored, authorOf } from '../storage/authors.ts'
import { createAuthors, UNKNOWN } from './authors.ts'

const by = { seq: 1, saidFor: null, at: 0 }
const put = (client: number, from: number, person: string): Authored => ({
  ...by,
  did: 'inserted',
  client,
  from,
  person,
})
const took = (client: number, person: string, ...clocks: [number, number][]): Authored => ({
  ...{ ...by, did: 'deleted', client, person },
  clocks: clocks.map(([from, to]) => ({ from, to })),
})

describe('who wrote', () => {
  it('[STORE-114] is told stretch by stretch, each person once for each they typed for, and unknown where nobody is known', () => {
    const authors = createAuthors([put(7, 2, 'anna'), put(7, 5, 'ben'), { ...put(7, 8, 'ben'), saidFor: 'rosa' }])
    expect(authors.putIn(7, 0, 10)).toEqual([
      { length: 2, by: UNKNOWN },
      { length: 3, by: 0 },
      { length: 3, by: 1 },
      { length: 2, by: 2 },
    ])
    expect(authors.putIn(8, 0, 3)).toEqual([{ length: 3, by: UNKNOWN }])
    expect(authors.writers).toEqual([
      { person: 'anna', for: null },
      { person: 'ben', for: null },
      { person: 'ben', for: 'rosa' },
    ])
  })

  it('[STORE-114] is the newest who did it, where it was done again after a restore', () => {
    const authors = createAuthors([
      took(1, 'anna', [0, 4], [6, 9]),
      put(1, 0, 'ben'),
      took(1, 'ben', [2, 7]),
      put(1, 3, 'cara'),
    ])
    expect(authors.tookOut(1, 0, 10).map(({ length, by }) => [length, authors.writers[by ?? -1]?.person])).toEqual([
      [2, 'anna'],
      [5, 'ben'],
      [2, 'anna'],
      [1, undefined],
    ])
    expect(authors.putIn(1, 2, 2).map(({ by }) => authors.writers[by ?? -1]?.person)).toEqual(['ben', 'cara'])
  })

  it('[SYNC-165] what is taken out while typing for somebody is the typist’s doing, with whom they typed for', () => {
    const all = [put(1, 0, 'anna'), took(1, 'ben', [0, 2]), { ...took(1, 'ben', [2, 4]), saidFor: 'rosa' }]
    const authors = createAuthors(all)
    const told = authors
      .tookOut(1, 0, 4)
      .map(({ by }) => ({ ...authors.writers[by ?? -1], of: authors.owners[by ?? -1] }))
    expect(told).toEqual([
      { person: 'ben', for: null, of: ['ben'] },
      { person: 'ben', for: null, tookFor: 'rosa', of: ['ben'] },
    ])
  })

  it('[STORE-114] looks at each row of a long history once, however much of the plan is asked about', () => {
    const COUNT = 2_000
    let looks = 0
    const counted = (row: Authored): Authored => ({
      ...row,
      get from() {
        looks += 1
        return row.did === 'inserted' ? row.from : 0
      },
      get clocks() {
        looks += 1
        return row.did === 'deleted' ? row.clocks : []
      },
    })
    const minutes = Array.from({ length: COUNT }, (_, n) => n)
    const authors = createAuthors([
      ...minutes.map((n) => counted(put(7, 10 * n, `p${n % 12}`))),
      ...minutes.map((n) => counted(took(7, `p${n % 9}`, [10 * n, 10 * n + 4]))),
    ])
    const told = minutes.map((n) => [authors.putIn(7, 10 * n + 5, 1).length, authors.tookOut(7, 10 * n, 10).length])
    expect(told).toEqual(minutes.map(() => [1, 2]))
    expect(looks).toBeLessThanOrEqual(4 * COUNT)
  })

  it('[STORE-114] agrees with a look through all rows, in whatever order clocks were put in and taken out', () => {
    const clock = fc.nat(30)
    const row = fc.record({ person: fc.constantFrom('anna', 'ben', 'cara'), from: clock, length: fc.nat(8) })
    fc.assert(
      fc.property(fc.array(row, { maxLength: 12 }), fc.boolean(), clock, fc.nat(12), (rows, isPut, at, length) => {
        const all = rows.map(({ person, from, length }) =>
          isPut ? put(7, from, person) : took(7, person, [from, from + length], [from + 10, from + 11]),
        )
        const authors = createAuthors(all)
        const found = (isPut ? authors.putIn : authors.tookOut)(7, at, length)
        const each = found.flatMap(({ length, by }) => Array(length).fill(authors.writers[by ?? UNKNOWN]?.person))
        const one = (n: number) => authorOf(all, isPut ? 'inserted' : 'deleted', 7, at + n)?.person
        expect(each).toEqual(Array.from({ length }, (_, n) => one(n)))
      }),
    )
  })
})
