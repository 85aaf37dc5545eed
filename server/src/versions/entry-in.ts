import * as Y from 'yjs'

/** What stands in a root map of a document under some keys, one inside the other. Null where nothing does (any more). */
export function entryIn(doc: Y.Doc, root: string, ...path: readonly string[]): Y.Item | null {
  let type: Pick<Y.Map<unknown>, '_map'> | undefined = doc.share.get(root)
  let found: Y.Item | null = null
  for (const key of path) {
    found = type?._map.get(key) ?? null
    type = found?.content instanceof Y.ContentType ? found.content.type : undefined
  }
  return found && !found.deleted ? found : null
}
