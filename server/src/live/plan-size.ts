import * as Y from 'yjs'
import type { News } from './encode.ts'
import type { LiveLimits } from './limits.ts'
import type { RangesByClient } from './ranges.ts'

export type PlanSizeNeeds = {
  /** Holds only what is on disk. */
  readonly doc: Y.Doc
  /** Bytes of all stored changes. */
  readonly stored: number
  readonly limits: LiveLimits
  now(): number
}

type Size = { readonly bytes: number; readonly ranges: number }

/**
 * How large a plan is, so that it can always be opened (SPEC LIMIT-9). Counted as it grows and measured only where the count
 * passes the limit: typing takes many times more room on its way in than in the plan.
 */
export function createPlanSize({ doc, stored, limits, now }: PlanSizeNeeds) {
  let log = stored
  let atMost: Size = { bytes: stored, ranges: rangesIn(doc) }
  let waiting: Size = { bytes: 0, ranges: 0 }
  let measuredAt = Number.NEGATIVE_INFINITY

  function fits(one: Size, isTakingOut: boolean): boolean {
    const isSmall = isTakingOut || atMost.bytes + one.bytes <= limits.planBytes
    const ranges = limits.rangesPerPlan + (isTakingOut ? limits.takingOutRanges : 0)
    return isSmall && (atMost.ranges + one.ranges <= ranges || (isTakingOut && one.ranges <= 0))
  }

  function measure() {
    measuredAt = now()
    const measured = { bytes: Y.encodeStateAsUpdate(doc).byteLength, ranges: rangesIn(doc) }
    atMost = plus(measured, waiting)
  }

  return {
    /**
     * Whether the plan may grow by a change. One that only takes words out may go further, to an end of its own: it is the
     * way to make room. Only stored changes never get fewer by it.
     */
    hasRoomFor(bytes: Uint8Array, news: News): boolean {
      const isTakingOut = news.runs.length === 0
      if (log + bytes.byteLength > limits.logBytes + (isTakingOut ? limits.takingOutBytes : 0)) return false
      const one = sizeOf(doc, bytes, news)
      if (fits(one, isTakingOut)) return true
      // Measuring reads the whole plan: not for every change that comes.
      if (now() - measuredAt < limits.measureMs) return false
      measure()
      return fits(one, isTakingOut)
    },
    /** A change was let in. Call what it gives once the document has it. */
    add(bytes: Uint8Array, news: News): () => void {
      const one = sizeOf(doc, bytes, news)
      log += one.bytes
      atMost = plus(atMost, one)
      waiting = plus(waiting, one)
      return () => {
        waiting = { bytes: waiting.bytes - one.bytes, ranges: waiting.ranges - one.ranges }
      }
    },
  }
}

const plus = (a: Size, b: Size): Size => ({ bytes: a.bytes + b.bytes, ranges: a.ranges + b.ranges })

const countIn = (ranges: Iterable<readonly unknown[]>) => [...ranges].reduce((sum, { length }) => sum + length, 0)

const sizeOf = (doc: Y.Doc, bytes: Uint8Array, { deletes }: News): Size => ({
  bytes: bytes.byteLength,
  ranges: rangesMoreWith(doc, deletes),
})

/**
 * By how many deleted stretches a document has more with some that it has not: fewer than it had, where they join those
 * there are. With others still waiting it is this many at most.
 */
function rangesMoreWith(doc: Y.Doc, deletes: RangesByClient): number {
  let more = 0
  for (const [client, ranges] of deletes)
    for (const { from, to } of ranges)
      more += 1 - Number(isDeleted(doc, client, from - 1)) - Number(isDeleted(doc, client, to))
  return more
}

function isDeleted(doc: Y.Doc, client: number, clock: number): boolean {
  const structs = doc.store.clients.get(client)
  if (!structs || clock < 0 || clock >= Y.getState(doc.store, client)) return false
  return structs[Y.findIndexSS(structs, clock)]?.deleted === true
}

const rangesIn = (doc: Y.Doc) => countIn(Y.createDeleteSetFromStructStore(doc.store).clients.values())
