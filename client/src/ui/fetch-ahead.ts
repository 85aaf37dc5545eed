import { whenReached } from './reach.ts'
import { whenIdle } from './when-idle.ts'

/**
 * What is fetched ahead, by what it is for: the tools to write, what keeps words safe once the connection is gone, parts of the
 * page, what a press opens, other pages.
 */
const ORDER = ['tools', 'safe', 'part', 'press', 'page'] as const
export type FetchedFor = (typeof ORDER)[number]

type Wanted = { readonly order: number; readonly fetch: () => Promise<unknown> }

/** So long one thing may keep the others waiting (ms): a line that swallowed it may not tell for minutes. */
const PATIENCE = 10_000

const waiting: Wanted[] = []
let isGoing = false

/**
 * Fetches what nobody asked for yet, when the page has nothing better to do and nothing else is on its way: one thing after the
 * other. On a slow line what somebody waits for would have to share it with all of them.
 * @param what what it is for
 * @returns what `fetch` does
 */
export function fetchAhead<Thing>(what: FetchedFor, fetch: () => Promise<Thing>): Promise<Thing> {
  return new Promise((came, away) => {
    const order = ORDER.indexOf(what)
    const place = waiting.findIndex((other) => other.order > order)
    waiting.splice(place < 0 ? waiting.length : place, 0, {
      order,
      fetch: () => Promise.resolve().then(fetch).then(came, away),
    })
    void goOn()
  })
}

async function goOn(): Promise<void> {
  if (isGoing) return
  isGoing = true
  while (waiting.length > 0) {
    await whenIdle()
    await orLong(whenReached())
    await orLong(waiting.shift()?.fetch())
  }
  isGoing = false
}

const orLong = (done: Promise<unknown> | undefined) =>
  Promise.race([done, new Promise((over) => setTimeout(over, PATIENCE))])
