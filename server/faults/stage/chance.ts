/** Chance that can be had again: everything a run does at random comes from its seed. */
export type Chance = {
  /** From 0 up to 1. */
  readonly share: () => number
  /** A whole number from 0 up to `below`. */
  readonly below: (below: number) => number
  /** One of a list that is not empty. */
  readonly of: <T>(list: readonly T[]) => T
}

/** The same chances for the same seed (mulberry32). */
export function createChance(seed: number): Chance {
  let state = seed
  const share = () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
  const below = (limit: number) => Math.floor(share() * limit)
  return { share, below, of: <T>(list: readonly T[]) => list[below(list.length)] as T }
}
