import { describe, expect, it } from 'vitest'
import { toldApart } from './told-apart.ts'

const person = (id: string, name: string, joinedAt: string) => ({ id, name, joinedAt })

describe('toldApart', () => {
  it('[A11Y-14] gives people of the same name a number, in the order they came', () => {
    const names = toldApart([
      person('c', 'sam ', '2026-05-03T10:00:00Z'),
      person('a', 'Sam', '2026-05-01T10:00:00Z'),
      person('b', 'Rosa', '2026-05-02T10:00:00Z'),
    ])
    expect([...names]).toEqual([
      ['a', 'Sam'],
      ['b', 'Rosa'],
      ['c', 'sam (2)'],
    ])
  })
})
