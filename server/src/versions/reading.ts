import { refuse } from '../http/refused.ts'
import { PlanUnreadable } from '../live/live.ts'
import { createThread, ThreadBusy } from '../own-thread.ts'
import { type Done, doWork, type Made, type PlanRead, type ReadWith, type Work } from './read-work.ts'

/** Smaller plans are read here: that takes less than handing them to a thread does. About ten printed pages. */
const READ_HERE = 32 * 1024

/** One thread for all plans of this process. Each that waits is a plan whole. */
const inThread = createThread<Work, Done>(new URL('./read-worker.ts', import.meta.url), {
  waiting: 100,
  milliseconds: 30_000,
  megabytes: 1_000,
  idle: 120_000,
})

/** A plan as people read it, of its updates. Rejects as `apart` does. */
export const readPlanApart = (
  parts: readonly Uint8Array[],
  { kind, title, lang, people, former, explained }: ReadWith,
): Promise<PlanRead> => apart({ do: 'read', parts, facts: { kind, title, lang, people, former, explained } })

/**
 * Does something with plans of many pages in a thread of its own: to read two hundred takes a quarter of a second, to compare them a
 * second, in which nobody's letter would be taken in (SPEC STORE-122). Rejects with PlanUnreadable where the parts do not make one
 * plan, and refuses with `too-busy` where too many wait.
 */
export async function apart<One extends Work>(work: One): Promise<Made[One['do']]> {
  const done = sizeOf(work) > READ_HERE ? await inThread(work).catch(busy) : doWork(work)
  if ('why' in done) throw new PlanUnreadable('it does not make one plan', { cause: done.why })
  // What is made is what was asked for.
  return done.made as Made[One['do']]
}

/** What is read of a plan, for a request: refuses with `plan-unreadable` where it cannot be had whole. */
export const readable = <T>(reading: Promise<T>): Promise<T> =>
  reading.catch((err: unknown) => {
    throw err instanceof PlanUnreadable ? refuse('plan-unreadable') : err
  })

function sizeOf(work: Work): number {
  const parts = work.do === 'compare' ? [...work.before, ...work.parts] : work.parts
  return parts.reduce((sum, { byteLength }) => sum + byteLength, wordsToCompare(work))
}

/** To compare words takes so much longer than to read them. */
function wordsToCompare(work: Work): number {
  if (work.do === 'offer') return 8 * JSON.stringify([work.was, work.proposed]).length
  if (work.do === 'edit') return 8 * JSON.stringify(work.offered.changes).length
  // Each is looked for in a text that is cut once: a few hundred bytes' worth of reading.
  return work.do === 'stand' ? 400 * work.all.reduce((sum, { changes }) => sum + changes.length, 0) : 0
}

function busy(err: unknown): never {
  throw err instanceof ThreadBusy ? refuse('too-busy') : err
}
