import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { createAsking } from './asking.ts'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

/** Questions that are answered when the test says so. */
function setUp(askers = 200) {
  const asked: PromiseWithResolvers<string>[] = []
  const came: string[] = []
  const asking = createAsking<string>({
    ask() {
      const next = Promise.withResolvers<string>()
      asked.push(next)
      return next.promise
    },
    came: (answer) => came.push(answer),
    away: () => came.push('away'),
    askers: () => askers,
  })
  const answer = async (at: number, words: string) => {
    asked[at]?.resolve(words)
    await vi.advanceTimersByTimeAsync(0)
  }
  return { asking, asked, came, answer }
}

it('[ACCESS-74] asks once for all that is heard in a while, each page at a moment of its own', async () => {
  const moments = await Promise.all(
    Array.from({ length: 200 }, async () => {
      const { asking, asked } = setUp()
      for (let n = 0; n < 50; n++) asking.soon()
      return { asking, asked }
    }),
  )
  const askedBy = (ms: number) => {
    vi.advanceTimersByTime(ms)
    return moments.filter(({ asked }) => asked.length > 0).length
  }
  const early = askedBy(1_000)
  expect(early).toBeGreaterThan(10)
  expect(early).toBeLessThan(80)
  expect(askedBy(4_000)).toBe(200)
  expect(moments.every(({ asked }) => asked.length === 1)).toBe(true)
})

it('[ACCESS-74] is as good as at once where two write a plan', () => {
  const { asking, asked } = setUp(2)
  asking.soon()
  vi.advanceTimersByTime(50)
  expect(asked).toHaveLength(1)
})

it('[ACCESS-74] has one question on its way at a time, so that no older answer comes after a newer one', async () => {
  const { asking, asked, came, answer } = setUp()
  asking.now()
  asking.now()
  asking.soon()
  vi.advanceTimersByTime(10_000)
  expect(asked).toHaveLength(1)
  await answer(0, 'old')
  expect(asked).toHaveLength(2)
  await answer(1, 'new')
  expect([asked.length, came]).toEqual([2, ['old', 'new']])
})

it('[ACCESS-74] drops an answer that was on its way while something newer was kept, and asks again', async () => {
  const { asking, asked, came, answer } = setUp()
  asking.now()
  asking.outdate()
  await answer(0, 'from before')
  expect(came).toEqual([])
  await answer(1, 'with it')
  expect([asked.length, came]).toEqual([2, ['with it']])
})

it('[ACCESS-74] tells nothing of what comes after the end', async () => {
  const { asking, asked, came, answer } = setUp()
  asking.now()
  asking.soon()
  asking.stop()
  await answer(0, 'late')
  vi.advanceTimersByTime(10_000)
  expect([asked.length, came]).toEqual([1, []])
})
