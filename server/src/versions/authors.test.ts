import { describe, expect, it } from 'vitest'
import type { Authored } from '../storage/authors.ts'
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
})
