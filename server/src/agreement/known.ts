import type { KnownOf } from './missing.ts'

export type KnownNeeds = {
  /** Actions of a plan that do not pass their tests. */
  readonly failingActions: (plan: string) => Promise<readonly string[]>
  /** How many, by workshop. */
  readonly ideasUnanswered: (plan: string) => Promise<ReadonlyMap<string, number>>
  readonly now: () => number
}

/** A hall that is asked looks again each time somebody answers: what is only listed may be so old (ms). */
const REMEMBERED_MS = 5_000
const PLANS = 50

/** What is known of plans besides their words, for what is still missing. */
export function createKnown({ failingActions, ideasUnanswered, now }: KnownNeeds) {
  const remembered = new Map<string, { readonly at: number; readonly known: Promise<KnownOf> }>()

  async function read(plan: string): Promise<KnownOf> {
    const [failing, ideas] = await Promise.all([failingActions(plan), ideasUnanswered(plan)])
    return { failing, ideas: [...ideas.values()].reduce((sum, count) => sum + count, 0) }
  }

  return {
    /** As it is now. */
    anew: read,
    /** As it was some seconds ago at most: read once for all who ask. */
    lately(plan: string): Promise<KnownOf> {
      const found = remembered.get(plan)
      if (found && now() - found.at < REMEMBERED_MS) return found.known
      const known = read(plan)
      if (remembered.size >= PLANS) remembered.clear()
      remembered.set(plan, { at: now(), known })
      known.catch(() => remembered.delete(plan))
      return known
    },
  }
}
