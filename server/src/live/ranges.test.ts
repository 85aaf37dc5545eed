import fc from 'fast-check'
import { expect, it } from 'vitest'
import { joined, type Range, without } from './ranges.ts'

const ranges = fc.array(
  fc.tuple(fc.nat({ max: 40 }), fc.nat({ max: 8 })).map(([from, length]): Range => ({ from, to: from + length })),
  { maxLength: 8 },
)
const clocksIn = (all: readonly Range[]) => {
  const clocks = new Set<number>()
  for (const { from, to } of all) for (let clock = from; clock < to; clock++) clocks.add(clock)
  return [...clocks].sort((a, b) => a - b)
}
const isTidy = (all: readonly Range[]) =>
  all.every(({ from, to }, i) => from < to && (all[i - 1]?.to ?? Number.NEGATIVE_INFINITY) < from)

it('[SYNC-4] taking known deletes out of others leaves every other clock, once and in order', () => {
  fc.assert(
    fc.property(ranges, ranges, (some, holes) => {
      const gone = new Set(clocksIn(holes))
      const left = without(some, holes)
      expect(clocksIn(left)).toEqual(clocksIn(some).filter((clock) => !gone.has(clock)))
      expect(isTidy(left)).toBe(true)
      expect(clocksIn(joined(some))).toEqual(clocksIn(some))
      expect(isTidy(joined(some))).toBe(true)
    }),
  )
})

it('[LIMIT-3] does so for a hundred thousand of each in a moment', () => {
  const many = (step: number) => Array.from({ length: 100_000 }, (_, i) => ({ from: i * step, to: i * step + 1 }))
  const before = performance.now()
  expect(without(many(2), many(3)).length).toBeGreaterThan(50_000)
  expect(performance.now() - before).toBeLessThan(2_000)
})
