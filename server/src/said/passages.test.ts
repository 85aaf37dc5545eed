import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { SaidThere } from '../versions/said-in.ts'
import { withIds } from './passages.ts'

const SEED = 14

const clocks = fc
  .record({
    client: fc.integer({ min: 1, max: 3 }),
    from: fc.integer({ min: 0, max: 4 }),
    length: fc.integer({ min: 1, max: 3 }),
  })
  .map(({ client, from, length }) => ({ client, from, to: from + length }))
const passage: fc.Arbitrary<SaidThere> = fc
  .record({
    box: fc.constantFrom('a.text', 'b.text'),
    words: fc.string(),
    clocks: fc.array(clocks, { minLength: 1, maxLength: 3 }),
  })
  .map((one) => ({ ...one, item: null, person: 'ben', for: 'tom' }))

it('[SYNC-167] no two passages have one id, also where letters stand in two places; what comes later changes none', () => {
  fc.assert(
    fc.property(fc.array(passage, { maxLength: 12 }), (all) => {
      const ids = withIds(all).map(({ id }) => id)
      expect(new Set(ids).size).toBe(all.length)
      expect(withIds(all.slice(0, -1)).map(({ id }) => id)).toEqual(ids.slice(0, -1))
    }),
    { seed: SEED, numRuns: 300 },
  )
})
