import { FRAME, SYNC } from '@withy/shared/protocol'
import * as decoding from 'lib0/decoding'
import * as Y from 'yjs'
import type { LoggedPlan } from '../src/storage/update-log.ts'

export type Durable = ReturnType<typeof createDurable>

/**
 * All that was ever stored, kept apart from what is tested, and what must be true of it at every moment: nothing is shown, acked
 * or called Saved that is not in it, and what is read from disk is all of it. `wrong` is told what is not so.
 */
export function createDurable(wrong: (what: string) => void) {
  const doc = new Y.Doc()
  let isNew = false
  doc.on('update', () => {
    isNew = true
  })

  /** Whether an update says nothing that is not on disk. */
  function holds(update: Uint8Array): boolean {
    isNew = false
    take(doc, update)
    return !isNew && doc.store.pendingStructs === null && doc.store.pendingDs === null
  }

  return {
    doc,
    store: (update: Uint8Array) => take(doc, update),
    holds,
    /** A frame on its way from the server to a page. */
    shown(frame: Uint8Array) {
      const update = changesIn(frame)
      if (update && !holds(update)) wrong('something was shown that is not on disk')
    },
    /** What a server reads at its start. */
    loaded({ snapshot, updates }: LoggedPlan) {
      const read = new Y.Doc()
      for (const update of [...(snapshot ? [snapshot.bytes] : []), ...updates]) take(read, update)
      if (!isSame(read, doc)) wrong('what was read from disk is not what was stored')
    },
    /** What a page has says nothing that is not on disk. */
    holdsAllOf: (page: Y.Doc) => holds(Y.encodeStateAsUpdate(page, Y.encodeStateVector(doc))),
    /** Whether a client's change with this clock was stored once. */
    knows: (client: number, clock: number) => clock < Y.getState(doc.store, client),
  }
}

/** Of what comes from others Yjs tidies away marks that change nothing, which nobody stored: here nothing comes from others. */
const take = (doc: Y.Doc, update: Uint8Array) =>
  doc.transact((transaction) => {
    Y.applyUpdate(doc, update)
    // Applying makes it somebody else's; Yjs tidies when the transaction ends.
    transaction.local = true
  })

/** The update in a frame that carries one. */
export function changesIn(frame: Uint8Array): Uint8Array | null {
  if (frame[0] !== FRAME.sync || frame[1] === SYNC.step1) return null
  const decoder = decoding.createDecoder(frame.subarray(2))
  return decoding.readVarUint8Array(decoder)
}

/** Whether two documents hold the same, and neither waits for something. */
export const isSame = (one: Y.Doc, other: Y.Doc): boolean =>
  [one, other].every(({ store }) => store.pendingStructs === null && store.pendingDs === null) &&
  Y.equalSnapshots(Y.snapshot(one), Y.snapshot(other))
