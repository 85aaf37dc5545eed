import * as Y from 'yjs'
import { isWhole } from './plan-on-disk.ts'

/** One update of several (format V1), in this thread. Throws where they do not make one whole plan. */
export function folded(parts: readonly Uint8Array[]): Uint8Array {
  const doc = new Y.Doc()
  doc.transact(() => {
    for (const part of parts) Y.applyUpdate(doc, part)
  })
  if (!isWhole(doc)) throw new Error('a change joins on to nothing')
  return Y.encodeStateAsUpdate(doc)
}
