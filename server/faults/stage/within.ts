import { setTimeout as delay } from 'node:timers/promises'

/** What a scenario found wrong with the product: it turns the scenario red. */
export class Broken extends Error {}

/** What a scenario needs and this machine has not: it is left out, and says so. */
export class LeftOut extends Error {}

const LONGEST_MS = 30_000

/**
 * Waits for a fact, looking every few milliseconds.
 * @returns how long it took (ms) @throws {Broken} with `what` when it does not come in time
 */
export async function within(what: string, fact: () => boolean | Promise<boolean>, ms = LONGEST_MS): Promise<number> {
  const began = performance.now()
  while (!(await fact())) {
    if (performance.now() - began > ms) throw new Broken(`not within ${ms} ms: ${what}`)
    await delay(5)
  }
  return performance.now() - began
}

/** The same for something that resolves by itself. */
export async function inTime<T>(what: string, promise: Promise<T>, ms = LONGEST_MS): Promise<T> {
  const tooLate = Symbol('too late')
  const clock = new AbortController()
  const late = delay(ms, tooLate, { signal: clock.signal }).catch(() => tooLate)
  const first = await Promise.race([promise, late])
  clock.abort()
  if (first === tooLate) throw new Broken(`not within ${ms} ms: ${what}`)
  return first as T
}

/** @throws {Broken} with `what` unless it holds */
export function holds(isSo: boolean, what: string): void {
  if (!isSo) throw new Broken(what)
}
