import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible'
import { refuse } from './refused.ts'

const TEN_MINUTES = 600

/** How often things may be asked, in ten minutes. Many people share one address: a hall, a college, a phone network. */
export const BUDGET = {
  /** Changes by one person: a busy facilitator makes one in some seconds. */
  changes: 3_000,
  /** Knocks of people we do not know yet, by address: a hall of a thousand all joining, each some times. */
  knocks: 10_000,
  /** Whole plans read by one person, for a page or to take away: one a second, all the time. */
  reads: 600,
  /** Plans started from one address: a class of two hundred, each opening an example. */
  starts: 400,
  /** Photos sent by one person: as many as a plan holds. */
  photos: 200,
  /** Copies and codes checked from one address: a hall of hundreds, each checking theirs. */
  checks: 600,
} as const

export interface Budgets {
  /** Takes one from a budget, or refuses with `too-busy` when it is used up (SPEC LIMIT-33). */
  take(budget: keyof typeof BUDGET, key: string): Promise<void>
}

export function createBudgets(sizes: Readonly<Record<keyof typeof BUDGET, number>> = BUDGET): Budgets {
  const limiters = new Map(
    Object.entries(sizes).map(
      ([name, points]) => [name, new RateLimiterMemory({ keyPrefix: name, points, duration: TEN_MINUTES })] as const,
    ),
  )
  return {
    async take(budget, key) {
      try {
        await limiters.get(budget)?.consume(key)
      } catch (err) {
        throw err instanceof RateLimiterRes ? refuse('too-busy') : err
      }
    },
  }
}
