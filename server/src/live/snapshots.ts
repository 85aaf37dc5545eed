import type { Log } from '../log.ts'
import type { Moved } from '../storage/authors.ts'
import type { Snapshot, UpdateLog } from '../storage/update-log.ts'
import { type FoldAll, wholeOnDisk } from './plan-on-disk.ts'

export type SnapshotsNeeds = { readonly updates: UpdateLog; readonly fold: FoldAll; readonly log: Log; now(): number }

/** While people write, a snapshot is kept this often, and sooner where so many changes came: the next start reads them one by one. */
const EVERY_MS = 60_000
const EVERY_CHANGES = 2_000

/** When the last one leaves the log is compacted, if so much came since: less is read faster than a snapshot is written. */
const WORTH_COMPACTING = 50
const WORTH_COMPACTING_BYTES = 16 * 1024

/** Of a plan nobody ever leaves (a screen in a hall) it is compacted when so many came. */
const TOO_MANY = 20_000

export type Snapshots = ReturnType<typeof createSnapshots>

/**
 * Keeps snapshots of open plans, so that opening one again does not read every letter ever typed in it (SPEC STORE-7), and
 * compacts the log of those that are left (SPEC STORE-41). Off people's way: nobody waits for it, and where it does not work
 * everything is still there.
 */
export function createSnapshots({ updates, fold, log, now }: SnapshotsNeeds) {
  const underWay = new Set<Promise<void>>()
  let compacting: Promise<void> = Promise.resolve()

  function track(plan: string, work: Promise<unknown>, sorry: string) {
    const done = work.then(
      () => undefined,
      (err: unknown) => log.warn({ plan, err }, sorry),
    )
    underWay.add(done)
    void done.finally(() => underWay.delete(done))
  }

  /** From what is on disk and never from a room's memory: what is forgotten afterwards can be had from nowhere else. */
  async function compact(plan: string, onDone: (seq: number) => void) {
    const whole = await wholeOnDisk({ updates, fold }, plan, 'base')
    if (whole === null) return
    const { epoch, seq } = whole
    // Of a damaged plan not one byte is thrown away, also where a later snapshot hides what is damaged.
    if (!whole.isComplete) {
      return log.error({ plan }, 'the log of a plan is damaged below its snapshot; it is left as it is: make a back-up')
    }
    const { unfit, moved, ...made } = await whole.folded()
    if (unfit) return void (await updates.fence(plan, epoch, unfit))
    // Once the log is shorter nothing tells it any more.
    await updates.keepMoved(plan, moved)
    let kept = await updates.compact(plan, epoch, { ...made, seq })
    while (kept?.more) {
      await new Promise((resolve) => setImmediate(resolve))
      kept = await updates.compact(plan, epoch, { ...made, seq })
    }
    if (kept) onDone(seq)
  }

  return {
    /** For one open plan. `compacted`: the change its log was compacted to, 0 for none. */
    of(plan: string, epoch: string, compacted: number) {
      let seq = compacted
      let at = now()
      let kept = compacted

      function compactSoon() {
        // One at a time: each reads a plan whole.
        const turn = compacting.then(() =>
          compact(plan, (to) => {
            seq = to
          }),
        )
        compacting = turn.catch(() => undefined)
        track(plan, turn, 'a log could not be compacted')
      }

      return {
        /** The plan was folded: its snapshot is kept now and then, which letters were moved at once. */
        folded(snapshot: Snapshot, moved: readonly Moved[]) {
          if (moved.length > 0) track(plan, updates.keepMoved(plan, moved), 'whose moved letters are was not kept')
          if (now() - at < EVERY_MS && snapshot.seq - kept < EVERY_CHANGES) return
          at = now()
          kept = snapshot.seq
          if (snapshot.seq - seq >= TOO_MANY) return compactSoon()
          track(plan, updates.keepSnapshot(plan, epoch, snapshot), 'a snapshot could not be kept')
        },
        /** The last one has left, or the server stops. `last`: the last change; `bytes`: of those since the plan was opened or folded. */
        rest(last: number, bytes: number) {
          if (last - seq >= WORTH_COMPACTING || bytes >= WORTH_COMPACTING_BYTES) compactSoon()
        },
      }
    },
    /** Resolves when all that was begun is done. */
    async drained() {
      while (underWay.size > 0) await Promise.all(underWay)
    },
  }
}
