import { readRichText, type Side, type Sign, type Signed, signedWords, type Who, writersIn } from '@withy/shared/plan'
import * as Y from 'yjs'
import type { Authors } from './authors.ts'

/**
 * Who did what between two versions of a document, told from the documents' own items: what is in `after` and was not in `before`
 * was put in since, what was in `before` and is gone from `after` was taken out since (SPEC STORE-114).
 */
export function whoBetween(before: Y.Doc, after: Y.Doc, authors: Authors): Who {
  const known = Y.decodeStateVector(Y.encodeStateVector(before))
  const gone = Y.createDeleteSetFromStructStore(after.store)
  const putIn: Sign = (client, clock, length) => {
    const old = Math.min(length, Math.max(0, (known.get(client) ?? 0) - clock))
    return [...unsigned(old), ...(old < length ? authors.putIn(client, clock + old, length - old) : [])]
  }
  const tookOut: Sign = (client, clock, length) => {
    const signed: Signed[] = []
    let at = clock
    for (const each of gone.clients.get(client) ?? []) {
      const from = Math.max(at, each.clock)
      const to = Math.min(clock + length, each.clock + each.len)
      if (from >= to) continue
      signed.push(...unsigned(from - at), ...authors.tookOut(client, from, to - from))
      at = to
    }
    return [...signed, ...unsigned(clock + length - at)]
  }
  const sides = { before: { doc: before, sign: tookOut }, after: { doc: after, sign: putIn } }
  const itemAt = (side: Side, root: string, path: readonly string[]): Y.Item | null =>
    path.reduce<{ type: YType | undefined; item: Y.Item | null }>(
      ({ type }, key) => {
        const item = type?._map.get(key)
        if (!item || item.deleted) return { type: undefined, item: null }
        return { type: item.content instanceof Y.ContentType ? item.content.type : undefined, item }
      },
      { type: sides[side].doc.share.get(root), item: null },
    ).item

  return {
    text(side, box) {
      const root = sides[side].doc.share.get(box)
      return root ? readRichText(root, sides[side].sign) : []
    },
    cell(side, box, path, from, to) {
      const item = itemAt(side, box, path)
      if (!item) return []
      // Words that another program wrote are one value, set at once.
      if (!(item.content instanceof Y.ContentType)) return this.entry(side, box, path)
      return writersIn(signedWords(item.content.type, sides[side].sign), from, to)
    },
    entry(side, root, path) {
      const item = itemAt(side, root, path)
      const signed = item ? sides[side].sign(item.id.client, item.lastId.clock, 1) : []
      return signed.flatMap(({ by }) => (by === undefined ? [] : [by]))
    },
  }
}

// biome-ignore lint/suspicious/noExplicitAny: the event type of a shared type says nothing about what it holds
type YType = Y.AbstractType<any>

const unsigned = (length: number): Signed[] => (length > 0 ? [{ length }] : [])
