import { FRAME } from '@withy/shared/protocol'
import * as Y from 'yjs'
import { presenceFrame, syncFrame } from './bot.ts'
import { writeParagraph } from './writer.ts'

/** One frame of each kind a page sends, as it sends them: to be cut and changed. */
export function recordedFrames(): Uint8Array[] {
  const doc = new Y.Doc()
  writeParagraph(doc, 'recorded')
  return [
    syncFrame('step1', Y.encodeStateVector(doc)),
    syncFrame('step2', Y.encodeStateAsUpdate(doc)),
    syncFrame('update', Y.encodeStateAsUpdate(doc)),
    presenceFrame([[doc.clientID, 1, '{"section":"a"}']]),
    new Uint8Array([FRAME.queryAwareness]),
  ]
}
