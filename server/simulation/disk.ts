import type { LogBatch, UpdateLog } from '../src/storage/update-log.ts'
import { createMemoryLog } from '../src/testing/memory-log.ts'
import type { Durable } from './durable.ts'
import { sleep } from './virtual-time.ts'

export const PLAN = 'plan'

/** What becomes of the next commit, instead of what it should. */
const TROUBLES = ['disk fails', 'disk does not say', 'disk is slow'] as const
export type Trouble = (typeof TROUBLES)[number]
export const isTrouble = (what: string): what is Trouble => TROUBLES.some((trouble) => trouble === what)

/** Longer than the room waits for a commit. */
const TOO_LONG = 12_000

/**
 * Storage that outlives the process which writes to it. What a commit stored is kept whatever happens; what was under way when
 * its process was killed is not there. It can refuse, be too late, or store and not say so.
 */
export function createDisk(durable: Durable, chance: () => number, wrong: (what: string) => void) {
  const log = createMemoryLog()
  log.addPlan(PLAN)
  const troubles: Trouble[] = []
  const counts = { commits: 0, changes: 0, failed: 0, folds: 0, snapshots: 0, compacted: 0 }
  const takes = (most: number) => sleep(Math.floor(chance() * most))

  async function commit(plan: string, epoch: string, batch: LogBatch) {
    await log.append(plan, epoch, batch)
    for (const { bytes } of batch.entries) durable.store(bytes)
    counts.commits += 1
    counts.changes += batch.entries.length
  }

  return {
    counts,
    trouble: (one: Trouble) => void troubles.push(one),
    heal: () => void troubles.splice(0),
    /** The storage as one process has it. After `gone()` nothing it began is done, and nothing is answered. */
    open(): { readonly updates: UpdateLog; gone(): void } {
      let isGone = false
      const alive = <T>(answer: T): T | Promise<never> => (isGone ? new Promise<never>(() => {}) : answer)
      const updates: UpdateLog = {
        ...log,
        async load(plan, from) {
          await takes(40)
          const loaded = await log.load(plan, from)
          if (loaded) durable.loaded(loaded)
          return alive(loaded)
        },
        async append(plan, epoch, batch) {
          const trouble = troubles.shift()
          await (trouble === 'disk is slow' ? sleep(TOO_LONG) : takes(25))
          await alive(undefined)
          if (trouble) counts.failed += 1
          if (trouble === 'disk fails') throw new Error('the disk is full')
          await commit(plan, epoch, batch)
          await takes(10)
          if (trouble === 'disk does not say') throw new Error('the connection was lost while it was stored')
          return alive(undefined)
        },
        async keepSnapshot(plan, epoch, snapshot) {
          await takes(40)
          await alive(undefined)
          const kept = await log.keepSnapshot(plan, epoch, snapshot)
          if (kept) counts.snapshots += 1
          return alive(kept)
        },
        async compact(plan, epoch, snapshot) {
          await takes(100)
          await alive(undefined)
          const kept = await log.compact(plan, epoch, snapshot)
          if (kept) counts.compacted += 1
          await takes(10)
          return alive(kept)
        },
        async keepMoved(plan, moved) {
          await takes(10)
          await alive(undefined)
          await log.keepMoved(plan, moved)
        },
        async fence(_plan, _epoch, why) {
          wrong(`an honest plan was fenced: ${why}`)
        },
      }
      return {
        updates,
        gone() {
          isGone = true
        },
      }
    },
  }
}
