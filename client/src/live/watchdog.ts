import type * as Y from 'yjs'

/** Tells whether Yjs still finishes what it begins. */
export type Watchdog = {
  /** True once a transaction began and never reached its end. Ask outside transactions. */
  wedged(): boolean
  stop(): void
}

/**
 * Watches a document for the wedge of RELIABILITY L1: after one exception in a listener, edits still show on this screen
 * but no update event follows, so nothing is sent and others' words reach no editor (SPEC SYNC-47).
 */
export function watchDocument(doc: Y.Doc): Watchdog {
  let begun = 0
  let finished = 0
  const onBegin = () => {
    begun += 1
  }
  const onFinish = () => {
    finished += 1
  }
  doc.on('beforeTransaction', onBegin)
  doc.on('afterTransactionCleanup', onFinish)
  return {
    wedged: () => begun !== finished,
    stop() {
      doc.off('beforeTransaction', onBegin)
      doc.off('afterTransactionCleanup', onFinish)
    },
  }
}

/**
 * Names of the roots a transaction changed something in. A root nobody has asked for yet has no type of its own, and
 * Yjs lists it among the changed types only, not among their parents.
 */
export function rootsChanged(doc: Y.Doc, { changed, changedParentTypes }: Y.Transaction): string[] {
  return [...doc.share].flatMap(([name, root]) => (changed.has(root) || changedParentTypes.has(root) ? [name] : []))
}
