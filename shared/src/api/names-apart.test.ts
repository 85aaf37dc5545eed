import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { namesApart } from './names-apart.ts'

const people = (...names: string[]) =>
  names.map((name, i) => ({ id: `p${i}`, name, joinedAt: `2026-01-01T00:00:0${i}.000Z` }))

describe('names told apart', () => {
  it('[ACCESS-14] leaves the plain name to whoever came first', () => {
    expect([...namesApart(people('Anna', 'Ben', 'Anna', 'Anna').toReversed()).entries()].toSorted()).toEqual([
      ['p0', 'Anna'],
      ['p1', 'Ben'],
      ['p2', 'Anna (2)'],
      ['p3', 'Anna (3)'],
    ])
  })

  it('[ACCESS-14] is not fooled by case, width, hidden marks or a typed number', () => {
    const called = namesApart(people('Anna', 'ANNA', 'An\u200bna', 'Ａnna', 'Anna (2)'))
    expect(new Set(called.values()).size).toBe(5)
    expect(called.get('p1')).toBe('ANNA (2)')
    expect(called.get('p4')).toBe('Anna (2) (2)')
  })

  it('[ACCESS-14] gives everyone a name of their own, whatever they are called', () => {
    const name = fc.constantFrom('Anna', 'anna', 'Anna (2)', 'Anna (3)', 'Ben', 'A\u0301nna')
    fc.assert(
      fc.property(fc.array(name, { maxLength: 9 }), (names) => {
        expect(new Set(namesApart(people(...names)).values()).size).toBe(names.length)
      }),
    )
  })
})
