import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { toldApart } from './told-apart.ts'

const people = (...names: string[]) =>
  names.map((name, i) => ({ id: `p${i}`, name, joinedAt: `2026-01-01T00:00:0${i}.000Z` }))

describe('names told apart', () => {
  it('[ACCESS-14] leaves the plain name to whoever came first', () => {
    expect([...toldApart(people('Anna', 'Ben', 'Anna', 'Anna').toReversed()).entries()].toSorted()).toEqual([
      ['p0', 'Anna'],
      ['p1', 'Ben'],
      ['p2', 'Anna (2)'],
      ['p3', 'Anna (3)'],
    ])
  })

  it('[ACCESS-14] gives no number that somebody has in their name already', () => {
    expect([...toldApart(people('Sam', 'Sam (2)', 'Sam', 'Sam (2)')).values()]).toEqual([
      'Sam',
      'Sam (2)',
      'Sam (3)',
      'Sam (2) (2)',
    ])
  })

  it('[ACCESS-14] is not fooled by case, width, spaces or marks nobody sees', () => {
    const names = [
      'Anna',
      'ANNA',
      'An\u200bna',
      'Ａnna',
      ' Anna\u3164',
      'An\u00adna',
      'Anna\ufe0f',
      'A nna',
      'Anna\u{e0041}',
    ]
    const called = [...toldApart(people(...names)).values()]
    expect(called[0]).toBe('Anna')
    for (const [n, one] of called.slice(1).entries()) expect(one).toBe(`${names[n + 1]?.trim()} (${n + 2})`)
  })

  it('[ACCESS-14] gives everyone a name of their own, whatever they are called', () => {
    const name = fc.constantFrom('Anna', 'anna', 'Anna (2)', 'Anna (3)', 'Anna (2) (2)', 'Ben', 'A\u0301nna', 'Ánna')
    fc.assert(
      fc.property(fc.array(name, { maxLength: 9 }), (names) => {
        const called = [...toldApart(people(...names)).values()]
        expect(new Set(called.map((one) => one.normalize('NFKC').toLowerCase())).size).toBe(names.length)
      }),
    )
  })
})
