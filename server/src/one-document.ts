import * as Y from 'yjs'

/** Changes that do not make one whole plan: one joins on to nothing, or cannot be read. */
export class NotOnePlan extends Error {}

/** A document of several updates. Throws where they do not make one whole plan. */
export function documentOf(parts: readonly Uint8Array[]): Y.Doc {
  const doc = new Y.Doc()
  // In one: of what comes after, Yjs takes out marks that change nothing, and nobody did that.
  doc.transact(() => {
    for (const part of parts) Y.applyUpdate(doc, part)
  })
  if (!isWhole(doc)) throw new NotOnePlan('a change joins on to nothing')
  return doc
}

/** Yjs keeps what joins on to something missing out of sight; a document with that is not the whole plan. */
export const isWhole = (doc: Y.Doc): boolean => doc.store.pendingStructs === null && doc.store.pendingDs === null
