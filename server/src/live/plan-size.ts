import type { News } from './encode.ts'
import type { LiveLimits } from './limits.ts'
import type { PlanState } from './plan-state.ts'
import type { RangesByClient } from './ranges.ts'

export type PlanSizeNeeds = {
  /** Holds only what is on disk. */
  readonly state: PlanState
  readonly limits: LiveLimits
  now(): number
}

type Size = { readonly bytes: number; readonly ranges: number }

/**
 * How large a plan is, so that it can always be opened (SPEC LIMIT-9). Counted as it grows and measured only where the count
 * passes the limit: typing takes many times more room on its way in than in the plan.
 */
export function createPlanSize({ state, limits, now }: PlanSizeNeeds) {
  let atMost: Size = { bytes: state.stored(), ranges: state.ranges() }
  let waiting: Size = { bytes: 0, ranges: 0 }
  let measuredAt = Number.NEGATIVE_INFINITY

  function fits(one: Size, isTakingOut: boolean): boolean {
    const isSmall = isTakingOut || atMost.bytes + one.bytes <= limits.planBytes
    const ranges = limits.rangesPerPlan + (isTakingOut ? limits.takingOutRanges : 0)
    return isSmall && (atMost.ranges + one.ranges <= ranges || (isTakingOut && one.ranges <= 0))
  }

  function measure() {
    measuredAt = now()
    const measured = { bytes: state.measure(), ranges: state.ranges() }
    atMost = plus(measured, waiting)
  }

  return {
    /**
     * Whether the plan may grow by a change. One that only takes words out may go further, to an end of its own: it is the
     * way to make room.
     */
    hasRoomFor(bytes: Uint8Array, news: News): boolean {
      const isTakingOut = news.runs.length === 0
      const one = sizeOf(state, bytes, news)
      if (fits(one, isTakingOut)) return true
      // Measuring reads the whole plan: not for every change that comes.
      if (now() - measuredAt < limits.measureMs) return false
      measure()
      return fits(one, isTakingOut)
    },
    /** A change was let in. Call what it gives once the state has it. */
    add(bytes: Uint8Array, news: News): () => void {
      const one = sizeOf(state, bytes, news)
      atMost = plus(atMost, one)
      waiting = plus(waiting, one)
      return () => {
        waiting = { bytes: waiting.bytes - one.bytes, ranges: waiting.ranges - one.ranges }
      }
    },
  }
}

const plus = (a: Size, b: Size): Size => ({ bytes: a.bytes + b.bytes, ranges: a.ranges + b.ranges })

const sizeOf = (state: PlanState, bytes: Uint8Array, { deletes }: News): Size => ({
  bytes: bytes.byteLength,
  ranges: rangesMoreWith(state, deletes),
})

/**
 * By how many deleted stretches a plan has more with some that it has not: fewer than it had, where they join those
 * there are. With others still waiting it is this many at most.
 */
function rangesMoreWith(state: PlanState, deletes: RangesByClient): number {
  let more = 0
  for (const [client, ranges] of deletes)
    for (const { from, to } of ranges)
      more += 1 - Number(state.isDeleted(client, from - 1)) - Number(state.isDeleted(client, to))
  return more
}
