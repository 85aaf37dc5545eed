import * as Y from 'yjs'
import type { Folded } from '../storage/update-log.ts'
import { syncFrame } from './frames-in.ts'

/** Answers kept for those who come back at once after a restart, most of them with the same clocks; larger ones are made anew. */
const ANSWERS_KEPT = 8
const ANSWER_KEPT_BYTES = 512 * 1024

/** Of a snapshot up to this size it is worked out here, in some milliseconds; of a full plan it takes more than a second. */
const WORKED_OUT_HERE = 64 * 1024

/** What an update has that somebody with these clocks has not, worked out off the loop. Null: too much is asked at once. */
export type Difference = (update: Uint8Array, vector: Uint8Array) => Promise<Uint8Array | null>

/**
 * What those who come back have not got of one snapshot of a plan. Whoever asks again and again, with other clocks each time,
 * holds nobody up (SPEC LIMIT-87).
 */
export function createAnswers({ bytes, vector, deletes }: Folded, difference: Difference) {
  const kept = new Map<string, Uint8Array>()

  function keep(key: string, missing: Uint8Array): Uint8Array {
    const frame = syncFrame('step2', missing)
    if (frame.byteLength + key.length > ANSWER_KEPT_BYTES) return frame
    const [oldest] = kept.keys()
    if (oldest !== undefined && kept.size >= ANSWERS_KEPT) kept.delete(oldest)
    kept.set(key, frame)
    return frame
  }

  /** Most who come back had everything. */
  function hasAll(clocks: Map<number, number>): boolean {
    for (const [client, clock] of Y.decodeStateVector(vector)) if ((clocks.get(client) ?? 0) < clock) return false
    return true
  }

  /** @returns a frame, now or later; null where it is to be the whole snapshot. Throws where these are no clocks. */
  return function answer(theirs: Uint8Array): Uint8Array | Promise<Uint8Array | null> {
    const key = Buffer.from(theirs).toString('latin1')
    const ready = kept.get(key)
    if (ready) return ready
    if (hasAll(Y.decodeStateVector(theirs))) return syncFrame('step2', deletes)
    if (bytes.byteLength <= WORKED_OUT_HERE) return keep(key, Y.diffUpdate(bytes, theirs))
    return difference(bytes, theirs).then(
      (missing) => missing && keep(key, missing),
      // The thread has died. All of it is never wrong, only long.
      () => null,
    )
  }
}
