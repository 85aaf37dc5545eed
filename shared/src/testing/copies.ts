import * as Y from 'yjs'

/** Brings one copy what the other has. */
export const sync = (from: Y.Doc, to: Y.Doc) => Y.applyUpdate(to, Y.encodeStateAsUpdate(from, Y.encodeStateVector(to)))
/** Until all have everything. */
export const syncAll = (docs: readonly Y.Doc[]) => {
  for (const from of docs) for (const to of docs) if (from !== to) sync(from, to)
  for (const from of docs) for (const to of docs) if (from !== to) sync(from, to)
}
/** Somebody's copy of a document, with a client id of its own. */
export const copyOf = (doc: Y.Doc): Y.Doc => {
  const copy = new Y.Doc()
  sync(doc, copy)
  return copy
}
