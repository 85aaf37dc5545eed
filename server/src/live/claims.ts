import type { LiveLimits } from './limits.ts'
import { type Allowance, createAllowance } from './rate.ts'

const SECONDS_A_DAY = 24 * 60 * 60

/** Far more than can be here at once; the one that was asked about longest ago goes first. */
const KEPT = 20_000

export type Claims = ReturnType<typeof createClaims>

/**
 * How many client ids each person may still make theirs in each plan (SPEC LIMIT-4). Outlives sockets and rooms: whoever
 * comes back does not begin anew.
 */
export function createClaims({ claimsPerDay }: LiveLimits) {
  const byPersonAndPlan = new Map<string, Allowance>()
  return {
    /** Takes `count` from what is left; false when there is not enough. `now` in milliseconds. */
    spend(plan: string, person: string, count: number, now: number): boolean {
      const key = `${plan} ${person}`
      const allowance = byPersonAndPlan.get(key) ?? createAllowance(claimsPerDay / SECONDS_A_DAY, claimsPerDay)
      byPersonAndPlan.delete(key)
      byPersonAndPlan.set(key, allowance)
      const [oldest] = byPersonAndPlan.keys()
      if (oldest !== undefined && byPersonAndPlan.size > KEPT) byPersonAndPlan.delete(oldest)
      return allowance.spend(count, now)
    },
  }
}
