import * as Y from 'yjs'
import { movedIn } from '../moved-letters.ts'
import { documentOf } from '../one-document.ts'
import type { Moved } from '../storage/authors.ts'
import type { Folded } from '../storage/update-log.ts'
import { encodeUpdate } from './encode.ts'
import { joined, type Range, type RangesByClient } from './ranges.ts'
import { type Unfit, unfit } from './unfit.ts'

/**
 * A plan folded, what is in it that no plan can hold, which clocks are marks (bold, a link), that hold no word, and which letters are
 * others that were moved.
 */
export type Looked = Folded & {
  readonly unfit: Unfit | null
  readonly marks: RangesByClient
  readonly moved: readonly Moved[]
}

/** A plan that is empty. */
export const NOTHING: Folded = {
  bytes: Y.encodeStateAsUpdate(new Y.Doc()),
  vector: Y.encodeStateVector(new Y.Doc()),
  deletes: encodeUpdate({ runs: [], deletes: new Map() }),
}

/** One update of several (format V1), in this thread. Throws where they do not make one whole plan. */
export function folded(parts: readonly Uint8Array[]): Looked {
  const doc = documentOf(parts)
  return {
    bytes: Y.encodeStateAsUpdate(doc),
    vector: Y.encodeStateVector(doc),
    deletes: encodeUpdate({ runs: [], deletes: deletesIn(doc) }),
    unfit: unfit(doc),
    marks: marksIn(doc),
    moved: movedIn(parts),
  }
}

function deletesIn(doc: Y.Doc): RangesByClient {
  const { clients } = Y.createDeleteSetFromStructStore(doc.store)
  return new Map(
    [...clients].map(([client, all]) => [client, all.map(({ clock, len }) => ({ from: clock, to: clock + len }))]),
  )
}

function marksIn(doc: Y.Doc): RangesByClient {
  const marks = new Map<number, Range[]>()
  for (const [client, structs] of doc.store.clients) {
    const its = structs.filter((struct) => struct instanceof Y.Item && struct.content instanceof Y.ContentFormat)
    const ranges = its.map(({ id, length }) => ({ from: id.clock, to: id.clock + length }))
    if (ranges.length > 0) marks.set(client, joined(ranges))
  }
  return marks
}
