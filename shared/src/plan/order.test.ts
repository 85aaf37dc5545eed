import * as fc from 'fast-check'
import { generateKeyBetween } from 'fractional-indexing'
import { describe, expect, it } from 'vitest'
import { byOrder, isOrder, keysToPlace, type Ordered } from './order.ts'

const anyOrder = fc.oneof(
  fc.constantFrom(
    'a0',
    'a1',
    'a1V',
    'Zz',
    'a0',
    'zz',
    `A${'0'.repeat(26)}`,
    `z${'z'.repeat(26)}`,
    `A${'0'.repeat(25)}1`,
    'a1',
    'a10',
  ),
  fc.constantFrom(undefined, null, 7, '', '!', `a0${'V'.repeat(1000)}`, 'a'),
)

describe('order', () => {
  it('[PLAN-12] takes for an order key just what fractional-indexing does', () => {
    const keys = fc.oneof(
      anyOrder,
      fc.string({ unit: fc.constantFrom('0', 'z', 'A', 'Z', 'a', 'b', '!', 'V'), maxLength: 30 }),
    )
    fc.assert(
      fc.property(keys, (key) => {
        const accepted = (() => {
          try {
            generateKeyBetween(key as string, null)
            return typeof key === 'string' && key.length <= 400 && /^[0-9A-Za-z]+$/.test(key)
          } catch {
            return false
          }
        })()
        expect(isOrder(key)).toBe(accepted)
      }),
      { numRuns: 2_000 },
    )
  })

  it('[PLAN-12] puts an item anywhere, also between equal, missing and impossible keys', () => {
    fc.assert(
      fc.property(fc.array(anyOrder, { maxLength: 7 }), fc.nat(), (orders, where) => {
        const others: Ordered[] = orders.map((order, n) => ({ id: `i${n}`, order })).sort(byOrder)
        const at = where % (others.length + 1)
        const keys = keysToPlace(others, at, 'new')
        const now = [...others, { id: 'new', order: undefined }].map((o) => ({
          ...o,
          order: keys.get(o.id) ?? o.order,
        }))
        const wanted = others.map((o) => o.id)
        wanted.splice(at, 0, 'new')
        expect(now.sort(byOrder).map((o) => o.id)).toEqual(wanted)
      }),
      { numRuns: 2_000 },
    )
  })

  it('[PLAN-12] gives one new key where there is room', () => {
    const others = ['a0', 'a1', 'a2'].map((order, n) => ({ id: `i${n}`, order }))
    for (const at of [0, 1, 2, 3]) expect([...keysToPlace(others, at, 'new').keys()]).toEqual(['new'])
  })
})
