import type { Context } from 'hono'
import { RateLimiterMemory } from 'rate-limiter-flexible'
import { addressOf } from '../http/address.ts'
import { refuse } from '../http/refused.ts'

const TEN_MINUTES = 600

/**
 * Wrong codes in ten minutes. A code is 32 bits and lives a day: with a hundred of them about, `everywhere` gives all
 * guessers together one chance in 300 a day, and one address one in 3,000.
 */
export const TRIES = {
  /** From one address. The same wrong code counts once: half a hall may read it wrongly off the wall. */
  address: 100,
  /** From one address, for a plan that is at home there (see `isHome`). */
  home: 2_000,
  everywhere: 1_000,
} as const

/**
 * How often codes may be guessed (SPEC LIMIT-34). Only wrong ones count. One address cannot use up what everybody has,
 * and a stranger in the hall, or on the same phone network, who uses up the address's does not lock out those who came
 * for a plan at home there.
 */
export interface CodeTries {
  /** Someone of this plan invites from this address, or has joined from it. */
  isHome(c: Context, plan: string): void
  /**
   * Checks and counts one try. `found`: the plan the code opens, or null. Refuses with `too-many-tries`, else with
   * `code-unknown` when nothing was found.
   */
  check(c: Context, typed: string, found: string | null): Promise<void>
}

export function createCodeTries(sizes: Readonly<Record<keyof typeof TRIES, number>> = TRIES): CodeTries {
  const wrong = new RateLimiterMemory({ keyPrefix: 'wrong', points: sizes.everywhere, duration: TEN_MINUTES })
  const said = new RateLimiterMemory({ keyPrefix: 'said', points: 1, duration: TEN_MINUTES })
  const countOf = async (key: string) => (await wrong.get(key))?.consumedPoints ?? 0
  const homes = new Set<string>()

  return {
    isHome(c, plan) {
      // Forgetting some is harmless: they are told again at the next look at the invitations.
      if (homes.size > 10_000) homes.clear()
      homes.add(`${addressOf(c)} ${plan}`)
    },

    async check(c, typed, found) {
      const address = addressOf(c)
      const [here, all] = await Promise.all([countOf(address), countOf('everywhere')])
      const isAtHome = found !== null && homes.has(`${address} ${found}`)
      if (isAtHome ? here >= sizes.home : here >= sizes.address || all >= sizes.everywhere) {
        await wrong.penalty(address)
        throw refuse('too-many-tries')
      }
      if (found !== null) return
      const sayer = `${address} ${typed}`
      if ((await said.get(sayer)) === null) {
        await Promise.all([said.penalty(sayer), wrong.penalty(address), wrong.penalty('everywhere')])
      }
      throw refuse('code-unknown')
    },
  }
}
