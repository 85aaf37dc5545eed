import type { Log } from '../log.ts'
import type { MomentName, MomentStore } from '../storage/moments.ts'
import type { UpdateLog } from '../storage/update-log.ts'
import type { LiveLimits } from './limits.ts'
import { momentsToForget } from './moments-kept.ts'
import { type FoldAll, wholeOnDisk } from './plan-on-disk.ts'

export type MomentsNeeds = {
  readonly updates: UpdateLog
  readonly store: MomentStore
  readonly fold: FoldAll
  readonly limits: Pick<LiveLimits, 'momentPauseMs' | 'momentAtMostMs' | 'momentsBytes'>
  readonly log: Log
  now(): number
}

export type Moments = ReturnType<typeof createMoments>

/**
 * Keeps the plan as it was at each pause, before the log forgets it (SPEC STORE-53, STORE-54). From what is on disk, off people's
 * way: nobody waits for it, and where it does not work the plan goes on without.
 */
export function createMoments({ updates, store, fold, limits, log, now }: MomentsNeeds) {
  const underWay = new Set<Promise<void>>()
  let last: Promise<void> = Promise.resolve()
  let isStopped = false

  async function keep(plan: string, to: MomentName | null) {
    if (isStopped || (to && (await store.lastMoment(plan, to.epoch)) >= to.seq)) return
    const whole = await wholeOnDisk({ updates, fold }, plan)
    if (whole === null || !whole.isComplete) return
    const { epoch, seq } = whole
    if (seq === 0 || (await store.lastMoment(plan, epoch)) >= seq) return
    const { unfit, bytes } = await whole.folded()
    if (unfit) return
    await store.keepMoment(plan, { epoch, seq, at: now(), bytes })
    await store.forgetMoments(plan, momentsToForget(await store.momentsOf(plan), now(), limits.momentsBytes))
  }

  /** One at a time: each reads a plan whole. */
  function keepSoon(plan: string, to: MomentName | null = null) {
    last = last
      .then(() => keep(plan, to))
      .catch((err: unknown) => log.warn({ plan, err }, 'a moment could not be kept'))
    const turn = last
    underWay.add(turn)
    void turn.finally(() => underWay.delete(turn))
  }

  return {
    /** For one open plan. */
    of(plan: string) {
      let since = 0
      let changedAt = 0
      let timer: NodeJS.Timeout | undefined

      const wait = (ms: number) => {
        timer = setTimeout(look, ms).unref()
      }
      function look() {
        timer = undefined
        if (isStopped) return
        const left = Math.min(changedAt + limits.momentPauseMs, since + limits.momentAtMostMs) - now()
        if (left > 0) wait(left)
        else keepSoon(plan)
      }

      return {
        /** Something was stored. */
        changed() {
          changedAt = now()
          if (timer) return
          since = changedAt
          wait(Math.min(limits.momentPauseMs, limits.momentAtMostMs))
        },
        /** The last one has left, after this change. */
        rest(to: MomentName) {
          clearTimeout(timer)
          timer = undefined
          keepSoon(plan, to)
        },
      }
    },
    stop() {
      isStopped = true
    },
    /** Resolves when all that was begun is done. */
    async drained() {
      while (underWay.size > 0) await Promise.all(underWay)
    },
  }
}
