import * as Y from 'yjs'

/** Lists in lists in lists: people make ten deep. Past this an editor could run out of stack, in every page that opens the box. */
const DEEPEST = 100
/** A language, a level, a place to start counting: nothing longer stands in an attribute. */
const LONGEST = 200

export type Unfit = 'too-deep' | 'strange-attribute' | 'not-one-plan'

/**
 * What no honest page makes, and no update shows by itself: it needs the document (SPEC SYNC-111). Null: there is nothing of it.
 * A loop and not a recursion, for the same reason.
 */
export function unfit(doc: Y.Doc): Unfit | null {
  // biome-ignore lint/suspicious/noExplicitAny: the event type of a shared type says nothing about what it holds
  const waiting: { readonly type: Y.AbstractType<any>; readonly depth: number }[] = []
  for (const type of doc.share.values()) waiting.push({ type, depth: 0 })
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const { type, depth } = next
    if (depth > DEEPEST) return 'too-deep'
    for (let item = type._start; item; item = item.right) {
      if (!item.deleted && item.content instanceof Y.ContentType)
        waiting.push({ type: item.content.type, depth: depth + 1 })
    }
    for (const { deleted, content } of type._map.values()) {
      if (deleted) continue
      if (content instanceof Y.ContentType) waiting.push({ type: content.type, depth: depth + 1 })
      else if (type instanceof Y.XmlElement && !content.getContent().every(isPlain)) return 'strange-attribute'
    }
  }
  return null
}

const isPlain = (value: unknown): boolean =>
  value === null ||
  value === undefined ||
  typeof value === 'boolean' ||
  Number.isFinite(value) ||
  (typeof value === 'string' && value.length <= LONGEST)
