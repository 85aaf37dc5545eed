import type { Moved } from '../storage/authors.ts'

/** Where letters come from that were moved: stretches of what was asked for, each as it was first put in. */
export type Origin = { readonly client: number; readonly clock: number; readonly length: number }

/** So often letters are followed back that were moved again and again. */
const MOST_MOVES = 100

/**
 * Follows letters that were moved back to those they were, as long as who put them in again is who took them out: words that somebody
 * else took out are nobody's to bring back in another's name (SPEC STORE-119).
 * @param isSamePerson whether all letters of the stretch `to` were put in by who took out as many of `of`
 */
export function createOrigins(
  all: readonly Moved[],
  isSamePerson: (of: Omit<Origin, 'length'>, to: Origin) => boolean,
): (client: number, clock: number, length: number) => Origin[] {
  const byClient = Map.groupBy(
    all.toSorted((a, b) => a.from - b.from),
    ({ client }) => client,
  )

  function back(stretch: Origin, moves: number): Origin[] {
    const { client, clock, length } = stretch
    const end = clock + length
    const found: Origin[] = []
    let at = clock
    const own = (to: number) => {
      if (to > at) found.push({ client, clock: at, length: to - at })
      at = Math.max(at, to)
    }
    for (const { from, to, of } of byClient.get(client) ?? []) {
      if (to <= at || from >= end) continue
      own(from)
      const until = Math.min(to, end)
      const was = { client: of.client, clock: of.clock + at - from }
      const here = { client, clock: at, length: until - at }
      if (moves < MOST_MOVES && isSamePerson(was, here)) {
        found.push(...back({ ...was, length: until - at }, moves + 1))
        at = until
      } else own(until)
    }
    own(end)
    return found
  }

  return byClient.size === 0
    ? (client, clock, length) => [{ client, clock, length }]
    : (client, clock, length) => back({ client, clock, length }, 0)
}
