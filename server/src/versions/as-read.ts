import { refuse } from '../http/refused.ts'
import { type Live, PlanUnreadable } from '../live/live.ts'
import type { AgreementStore, PlanFacts } from '../storage/agreement.ts'
import type { PlanRead } from './read-work.ts'
import { readPlanApart } from './reading.ts'

export type AsReadNeeds = {
  readonly store: Pick<AgreementStore, 'planFacts'>
  readonly live: Pick<Live, 'parts'>
}

/** A plan as it reads to people at one moment: words, title, names and explained words of the very same change. */
export type PlanAsRead = Omit<PlanRead, 'bytes'> & { readonly facts: PlanFacts }

/** The plan was changed again and again while it was read. */
export class PlanInMotion extends Error {}

/** Somebody may type all the while: so often reading begins again, until words and names are of one change. */
const TRIES = 20

/** So many plans are remembered as they were last read: while nothing changes a hall that asks at once has it read once. */
const REMEMBERED = 8

/** Whether two readings of what a plan is read with say the same: then it reads the same. */
export const isSameMoment = (a: PlanFacts, b: PlanFacts): boolean => JSON.stringify(a) === JSON.stringify(b)

/** What was read, for a request: refuses with `not-found`, `plan-unreadable`, or `too-busy` where it changes all the while. */
export async function readOrRefuse<T>(reading: Promise<T | null>): Promise<T> {
  const read = await reading.catch((err: unknown) => {
    if (err instanceof PlanUnreadable) throw refuse('plan-unreadable')
    throw err instanceof PlanInMotion ? refuse('too-busy') : err
  })
  if (!read) throw refuse('not-found')
  return read
}

export type AsRead = ReturnType<typeof createAsRead>

/** The plan as it is on disk now, read as people read it (SPEC AGREE-4). */
export function createAsRead({ store, live }: AsReadNeeds) {
  const remembered = new Map<string, { readonly facts: PlanFacts; readonly read: Promise<PlanAsRead | null> }>()

  /** Null where the document is not at the change the facts are of (any more). */
  async function readAt(plan: string, facts: PlanFacts): Promise<(PlanAsRead & PlanRead) | null> {
    const { parts, epoch, seq } = await live.parts(plan)
    if (epoch !== facts.epoch || seq !== facts.seq) return null
    return { facts, ...(await readPlanApart(parts, facts)) }
  }

  async function untilOneMoment<T>(plan: string, read: (facts: PlanFacts) => Promise<T | null>): Promise<T | null> {
    for (let n = 0; n < TRIES; n++) {
      const facts = await store.planFacts(plan)
      if (!facts) return null
      const found = await read(facts)
      if (found) return found
    }
    throw new PlanInMotion('it was changed while it was read')
  }

  return {
    /**
     * Null: there is no such plan. `mayRead` is asked before a plan is read anew, and may throw: that takes long. Throws PlanUnreadable,
     * or PlanInMotion where words and names of one moment cannot be had.
     */
    now: (plan: string, mayRead: () => Promise<void>): Promise<PlanAsRead | null> =>
      untilOneMoment(plan, async (facts) => {
        const known = remembered.get(plan)
        if (known && isSameMoment(known.facts, facts)) return known.read
        await mayRead()
        const read = readAt(plan, facts).then((found) => found && withoutBytes(found))
        remembered.delete(plan)
        remembered.set(plan, { facts, read })
        const [oldest] = remembered.keys()
        if (oldest !== undefined && remembered.size > REMEMBERED) remembered.delete(oldest)
        const forget = () => {
          if (remembered.get(plan)?.read === read) remembered.delete(plan)
        }
        return read.then(
          (found) => {
            if (!found) forget()
            return found
          },
          (err: unknown) => {
            forget()
            throw err
          },
        )
      }),

    /** The same, with the document. Read anew. */
    whole: (plan: string) => untilOneMoment(plan, (facts) => readAt(plan, facts)),
  }
}

const withoutBytes = ({ bytes, ...read }: PlanAsRead & PlanRead): PlanAsRead => read
