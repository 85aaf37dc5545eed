import { vi } from 'vitest'

/** Waits for a fact: tries until it holds, for as long as a very busy machine may need. */
export const until = <T>(fact: () => T | Promise<T>): Promise<T> => vi.waitFor(fact, { timeout: 20_000, interval: 10 })
