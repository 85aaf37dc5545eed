export type Allowance = {
  /** Takes `cost` from what is left; false when there is not enough. */
  spend(cost: number, now: number): boolean
}

/** So much at once, filling up again at `perSecond` (a token bucket). `now` in milliseconds. */
export function createAllowance(perSecond: number, atOnce: number): Allowance {
  let left = atOnce
  let since: number | null = null
  return {
    spend(cost, now) {
      left = Math.min(atOnce, left + ((now - (since ?? now)) * perSecond) / 1000)
      since = now
      if (cost > left) return false
      left -= cost
      return true
    },
  }
}
