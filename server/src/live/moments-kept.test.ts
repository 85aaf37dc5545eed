import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { momentsToForget } from './moments-kept.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR
const NOW = 1_000 * DAY
const MUCH = Number.POSITIVE_INFINITY

const moment = (age: number, size = 1) => ({ at: NOW - age, size })
/** How old those are that are kept, oldest first. */
const kept = (all: { at: number; size: number }[], most = MUCH) => {
  const gone = new Set(momentsToForget(all, NOW, most))
  return all.filter((one) => !gone.has(one)).map(({ at }) => NOW - at)
}
const every = (step: number, from: number, to: number) =>
  Array.from({ length: Math.floor((from - to) / step) + 1 }, (_, i) => moment(from - i * step))

describe('which moments are kept', () => {
  it('[STORE-54] all of the last day, but one in two minutes', () => {
    expect(kept(every(2 * MINUTE, DAY, 0))).toHaveLength(721)
    expect(kept(every(MINUTE / 6, 20 * MINUTE, 0)).length).toBeLessThanOrEqual(12)
  })

  it('[STORE-54] then one an hour for a week, one a day for a year and one in 30 days', () => {
    const hours = kept(every(10 * MINUTE, 6 * DAY, 2 * DAY))
    expect([hours.length, new Set(hours.map((age) => Math.ceil(age / HOUR))).size]).toEqual([97 + 1, 97])
    expect(kept(every(HOUR, 300 * DAY, 8 * DAY)).length).toBeLessThanOrEqual(295)
    expect(kept(every(HOUR, 300 * DAY, 8 * DAY)).length).toBeGreaterThanOrEqual(292)
    expect(kept(every(DAY, 960 * DAY, 366 * DAY)).length).toBeLessThanOrEqual(23)
    expect(kept(every(DAY, 960 * DAY, 366 * DAY)).length).toBeGreaterThanOrEqual(20)
  })

  it('[STORE-54] never forgets the first or the last, whatever they weigh', () => {
    const any = fc.array(
      fc.record({ age: fc.integer({ min: 0, max: 900 * DAY }), size: fc.integer({ min: 1, max: 99 }) }),
    )
    fc.assert(
      fc.property(any, fc.integer({ min: 0, max: 500 }), (some, most) => {
        const all = some.map(({ age, size }) => moment(age, size)).sort((a, b) => a.at - b.at)
        const gone = new Set(momentsToForget(all, NOW, most))
        const left = all.filter((one) => !gone.has(one))
        expect([left[0], left.at(-1)]).toEqual([all[0], all.at(-1)])
        const bytes = left.reduce((sum, { size }) => sum + size, 0)
        expect(bytes <= most || left.length <= 2).toBe(true)
        // What is kept stays so until time goes on.
        expect(momentsToForget(left, NOW, most)).toEqual([])
      }),
      { seed: 53, numRuns: 200 },
    )
  })

  it('[STORE-54] forgets first what has others close by, for its age', () => {
    const all = [moment(20 * DAY, 10), moment(10 * DAY, 10), moment(3 * HOUR, 10), moment(2 * HOUR, 10), moment(0, 10)]
    expect(kept(all, 40)).toEqual([20 * DAY, 10 * DAY, 3 * HOUR, 0])
    const old = [400 * DAY, 304 * DAY, 302 * DAY, 300 * DAY, 4 * HOUR, 2 * HOUR, 0]
    const sized = old.map((age) => moment(age, 10))
    expect(kept(sized, 60)).toEqual(old.filter((age) => age !== 302 * DAY))
  })
})
