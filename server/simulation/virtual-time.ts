import { webcrypto } from 'node:crypto'

/**
 * Time and chance that can be played again. To be imported before anything that remembers `Date.now` or a source of random
 * numbers, as lib0 does: what is put in their place here is the real thing, except while a simulation plays.
 */
type Due = { at: number; readonly order: number; readonly every: number | null; readonly run: () => void }

const real = {
  now: Date.now,
  performanceNow: performance.now.bind(performance),
  random: Math.random,
  fill: webcrypto.getRandomValues.bind(webcrypto),
  setTimeout: globalThis.setTimeout,
  setInterval: globalThis.setInterval,
  setImmediate: globalThis.setImmediate,
  clear: globalThis.clearTimeout,
  clearImmediate: globalThis.clearImmediate,
}

const BEGINNING = 1_700_000_000_000

let isPlaying = false
let at = 0
let made = 0
let next: () => number = real.random
let waiting = new Map<object, Due>()

/** The same numbers from 0 to 1 for the same seed (mulberry32). */
export function createChance(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}

/** What a timer is known by, as Node's. */
class Timer {
  ref = () => this
  unref = () => this
  hasRef = () => true
}

function later(run: () => void, wait: number, every: number | null): object {
  const timer = new Timer()
  made += 1
  // Whole milliseconds: sums of parts of them differ by a little, and what was said first would come second.
  waiting.set(timer, { at: at + Math.max(0, Math.ceil(wait)), order: made, every, run })
  return timer
}

const clear = (timer: unknown) => (timer instanceof Timer ? void waiting.delete(timer) : real.clear(timer as never))

type Run = (...args: unknown[]) => void

Object.assign(globalThis, {
  setTimeout: Object.assign(
    (run: Run, wait = 0, ...args: unknown[]) =>
      isPlaying ? later(() => run(...args), wait, null) : real.setTimeout(run, wait, ...args),
    real.setTimeout,
  ),
  setInterval: (run: Run, wait = 0, ...args: unknown[]) =>
    isPlaying ? later(() => run(...args), wait, Math.max(1, Math.ceil(wait))) : real.setInterval(run, wait, ...args),
  setImmediate: (run: Run, ...args: unknown[]) =>
    isPlaying ? later(() => run(...args), 0, null) : real.setImmediate(run, ...args),
  clearTimeout: clear,
  clearInterval: clear,
  clearImmediate: (timer: unknown) => (timer instanceof Timer ? clear(timer) : real.clearImmediate(timer as never)),
})
Date.now = () => (isPlaying ? BEGINNING + at : real.now())
performance.now = () => (isPlaying ? at : real.performanceNow())
Math.random = () => (isPlaying ? next() : real.random())
Object.defineProperty(webcrypto, 'getRandomValues', {
  configurable: true,
  value: (into: Uint32Array) => {
    if (!isPlaying) return real.fill(into)
    for (let i = 0; i < into.length; i++) into[i] = Math.floor(next() * 2 ** 32)
    return into
  },
})

/** All that promises have to do at this moment is done. */
const settled = () => new Promise<void>((resolve) => real.setImmediate(resolve))

/** Lets time pass, and everything happen that is due meanwhile, one after the other. */
export async function pass(ms: number): Promise<void> {
  const end = at + ms
  await settled()
  for (;;) {
    let first: [object, Due] | undefined
    for (const one of waiting)
      if (!first || one[1].at < first[1].at || (one[1].at === first[1].at && one[1].order < first[1].order)) first = one
    if (!first || first[1].at > end) break
    const [timer, due] = first
    at = Math.max(at, due.at)
    if (due.every === null) waiting.delete(timer)
    else due.at = at + due.every
    due.run()
    await settled()
  }
  at = end
}

/** Plays something in a time and with a chance of its own; nothing of it is left afterwards. */
export async function play<T>(seed: number, something: () => Promise<T>): Promise<T> {
  at = 0
  made = 0
  next = createChance(seed)
  waiting = new Map()
  isPlaying = true
  try {
    return await something()
  } finally {
    waiting = new Map()
    isPlaying = false
  }
}

/** A promise for a moment from now. */
export const sleep = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms))
