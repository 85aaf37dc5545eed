import type { Log } from '../log.ts'
import type { Snapshot, UpdateLog } from '../storage/update-log.ts'
import type { PlanState } from './plan-state.ts'

export type SnapshotsNeeds = { readonly updates: UpdateLog; readonly log: Log; now(): number }

/** While people write, at most this often. */
const EVERY_MS = 60_000

/** When the last one leaves, if so many changes came since: fewer are read faster than a snapshot is written. */
const WORTH_KEEPING = 50

/**
 * Keeps snapshots of open plans, so that opening one again does not read every letter ever typed in it (SPEC STORE-7). Off
 * people's way: nobody waits for it, and where it does not work the log is still whole.
 */
export function createSnapshots({ updates, log, now }: SnapshotsNeeds) {
  const underWay = new Set<Promise<void>>()

  return {
    /** For one open plan. `from`: the change its last snapshot goes up to, 0 for none. */
    of(plan: string, epoch: string, from: number) {
      let seq = from
      let at = now()
      let isResting = false

      async function keep(snapshot: Snapshot) {
        seq = snapshot.seq
        at = now()
        try {
          await updates.keepSnapshot(plan, epoch, snapshot)
        } catch (err) {
          log.warn({ plan, err }, 'a snapshot could not be kept')
        }
      }
      function track(work: Promise<void>) {
        underWay.add(work)
        void work.finally(() => underWay.delete(work))
      }

      return {
        /** The plan was folded: its snapshot is kept now and then. */
        folded(snapshot: Snapshot) {
          if (!isResting && now() - at < EVERY_MS) return
          isResting = false
          track(keep(snapshot))
        },
        /** The last one has left. */
        rest(state: PlanState) {
          if (state.seq() - seq < WORTH_KEEPING) return
          isResting = true
          const whole = state.snapshot()
          track(whole ? keep(whole) : state.fold())
        },
      }
    },
    /** Resolves when all that was begun is done. */
    async drained() {
      while (underWay.size > 0) await Promise.all(underWay)
    },
  }
}
