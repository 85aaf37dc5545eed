import { expect } from '@playwright/test'
import type { Desktop } from './desktop.ts'

/** How long nothing is said until all is said that a key made it say. */
const SILENCE = 900
const LONGEST = 8_000
const LOOK = 100

/** A screen reader as somebody uses it: keys, and what is heard. All of it is noted. */
export type ByEar = {
  /** Presses a key and listens until it is quiet. @returns what was said */
  press(key: string): Promise<readonly string[]>
  /** Presses a key until something is heard that matches; no more often than a page has stops. */
  pressTo(key: string, words: RegExp): Promise<void>
  type(words: string): Promise<void>
  /** Waits for words that others bring, or that were said since the last key. */
  hears(words: RegExp): Promise<void>
  /** What was said since the last key, up to now. */
  sinceKey(): Promise<readonly string[]>
  /** Notes who else does what. */
  note(what: string): void
  /** Keys and words, one to a line. */
  readonly log: readonly string[]
}

const MOST_STOPS = 25

/** Listens from now on: what was said before is another's. */
export async function listen(desktop: Desktop): Promise<ByEar> {
  const log: string[] = []
  let heard = (await desktop.spoken()).length
  /** Where in what was said the last key stands. */
  let since = heard
  const take = async () => {
    const all = await desktop.spoken()
    log.push(...all.slice(heard).map((words) => `    “${words}”`))
    heard = all.length
    return all.slice(since)
  }
  const quiet = async () => {
    const giveUp = Date.now() + LONGEST
    let count = -1
    let changed = Date.now()
    while (Date.now() - changed < SILENCE && Date.now() < giveUp) {
      const now = (await desktop.spoken()).length
      if (now !== count) {
        count = now
        changed = Date.now()
      }
      await new Promise((again) => setTimeout(again, LOOK))
    }
    return await take()
  }
  const begin = async (what: string) => {
    await take()
    since = heard
    log.push(what)
  }
  const press = async (key: string) => {
    await begin(key)
    desktop.press(key)
    return await quiet()
  }
  return {
    log,
    press,
    async pressTo(key, words) {
      for (let stop = 0; stop < MOST_STOPS; stop++) if ((await press(key)).some((said) => words.test(said))) return
      throw new Error(`${key} was pressed ${MOST_STOPS} times, and ${words} was not heard`)
    },
    async type(words) {
      await begin(`types: ${words}`)
      desktop.type(words)
      await quiet()
    },
    async hears(words) {
      await expect.poll(async () => (await take()).join('\n'), { timeout: 20_000 }).toMatch(words)
    },
    sinceKey: take,
    note: (what) => void log.push(`(${what})`),
  }
}
