import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createDeleted } from './deleted.ts'
import { joined, type Range, without } from './ranges.ts'

const range = fc.tuple(fc.nat(60), fc.nat(8)).map(([from, length]): Range => ({ from, to: from + length }))
const ranges = fc.array(range, { maxLength: 12 })

describe('what is deleted', () => {
  it('[SYNC-15] is the same however it came in, and knows what of some ranges is not in it', () => {
    fc.assert(
      fc.property(ranges, fc.array(ranges, { maxLength: 6 }), ranges, (start, added, asked) => {
        const deleted = createDeleted(new Map([[1, start]]))
        for (const one of added) deleted.add(1, one)
        const all = joined([...start, ...added.flat()])
        expect(deleted.count).toBe(all.length)
        expect(joined(deleted.without(1, asked))).toEqual(without(asked, all))
        expect(deleted.without(2, asked)).toEqual(joined(asked))
      }),
      { numRuns: 500 },
    )
  })
})
