import { type RichText, readRichText, type Sentence, type Sign } from '@withy/shared/plan'
import * as Y from 'yjs'

/** Sentences of a text as they were, and the same as they stand after an edit. Not all of them need be the same. */
export type Pair = readonly [before: Sentence, after: Sentence]

/**
 * Words that an edit had to take out and put in again as they were (it made a heading of their line, or a point of a list) stay whose
 * they were: they are put in under a client of each writer's own (SPEC TALK-39). Otherwise whoever accepts how a line is set out
 * would have the words of others on it.
 * @param signed the text before, signed by number of writer; negative: nobody knows
 * @param pairsIn of the sentences after it those that are paired
 * @returns the writer of each client; null where it cannot be done
 */
export function keepWriters(
  doc: Y.Doc,
  root: Y.XmlFragment,
  pairsIn: (after: RichText) => readonly Pair[],
): ReadonlyMap<number, number> | null {
  const own = doc.clientID
  const byLetter: Sign = (client, clock, length) =>
    client === own ? Array.from({ length }, (_, n) => ({ length: 1, by: clock + n })) : [{ length }]
  const writerByClock = new Map<number, number>()
  for (const [was, is] of lettersIn(pairsIn(readRichText(root, byLetter))))
    if (is !== undefined && was !== undefined && was >= 0) writerByClock.set(is, was)

  const clients = new Map<number, number>()
  const clientOf = (writer: number): number => {
    const known = clients.get(writer) ?? new Y.Doc().clientID
    clients.set(writer, known)
    return known
  }
  doc.transact(() => {
    for (const text of textsIn(root))
      for (const one of stretchesIn(text, own, writerByClock).toReversed())
        putAgain(doc, text, one, clientOf(one.writer))
  })
  doc.clientID = own
  const writers = new Map([...clients].map(([writer, client]) => [client, writer]))
  return isKept(root, pairsIn, own, writers) ? writers : null
}

/** Of the letters of paired sentences that read the same, who they were signed by before and after. */
function lettersIn(pairs: readonly Pair[]): [number | undefined, number | undefined][] {
  return pairs.flatMap(([before, after]) => {
    const [were, are] = [signedLetters(before), signedLetters(after)]
    return were.words === are.words ? were.by.map((by, n): [typeof by, typeof by] => [by, are.by[n]]) : []
  })
}

/** Without the space around them, which is nobody's. */
function signedLetters({ runs }: Sentence) {
  const text = runs.map(({ text }) => text).join('')
  const from = text.search(/\S/)
  const words = text.trim()
  const by = runs.flatMap(({ text, by }) => Array.from({ length: text.length }, () => by))
  return { words, by: by.slice(from, from + words.length) }
}

function textsIn(parent: Y.XmlFragment): Y.XmlText[] {
  return parent.toArray().flatMap((type) => {
    if (type instanceof Y.XmlText) return [type]
    return type instanceof Y.XmlElement ? textsIn(type) : []
  })
}

type Stretch = { readonly at: number; readonly length: number; readonly writer: number }

function stretchesIn(text: Y.XmlText, own: number, writerByClock: ReadonlyMap<number, number>): Stretch[] {
  const found: { at: number; length: number; writer: number }[] = []
  let at = 0
  for (let item = text._start; item; item = item.right) {
    if (item.deleted || !item.countable) continue
    for (let n = 0; n < item.length; n++, at++) {
      const writer = item.id.client === own ? writerByClock.get(item.id.clock + n) : undefined
      const last = found.at(-1)
      if (writer === undefined) continue
      if (last && last.writer === writer && last.at + last.length === at) last.length += 1
      else found.push({ at, length: 1, writer })
    }
  }
  return found
}

function putAgain(doc: Y.Doc, text: Y.XmlText, { at, length }: Stretch, client: number): void {
  const delta: { insert: string; attributes?: Record<string, unknown> }[] = text.toDelta()
  let from = 0
  const pieces = delta.flatMap(({ insert, attributes = {} }) => {
    const start = from
    from += insert.length
    const words = insert.slice(Math.max(0, at - start), Math.max(0, at + length - start))
    return words === '' ? [] : [{ words, attributes }]
  })
  doc.clientID = client
  text.delete(at, length)
  for (const { words, attributes } of pieces.toReversed()) text.insert(at, words, attributes)
}

function isKept(
  root: Y.XmlFragment,
  pairsIn: (after: RichText) => readonly Pair[],
  own: number,
  writers: ReadonlyMap<number, number>,
): boolean {
  // Letters that stayed are still their writer's: only those that were put in are looked at.
  const sign: Sign = (client, _, length) => [{ length, by: client === own ? OWN : writers.get(client) }]
  return lettersIn(pairsIn(readRichText(root, sign))).every(([was, is]) => {
    const isKnown = was !== undefined && was >= 0
    return !isKnown || is === undefined || is === was
  })
}

/** Put in by the edit itself. */
const OWN = -2

/** The sentences of a text before and after some of its sentences were changed, by their order. */
export function pairsOf(
  before: readonly Sentence[],
  after: readonly Sentence[],
  placed: readonly { readonly at: number; readonly length: number; readonly becomes: number }[],
): Pair[] {
  const pairs: Pair[] = []
  let [was, is] = [0, 0]
  const pair = (count: number) => {
    for (let n = 0; n < count; n++) {
      const [one, other] = [before[was + n], after[is + n]]
      if (one && other) pairs.push([one, other])
    }
  }
  for (const { at, length, becomes } of placed.toSorted((a, b) => a.at - b.at || a.length - b.length)) {
    pair(at - was)
    is += at - was
    was = at
    pair(Math.min(length, becomes))
    was += length
    is += becomes
  }
  pair(before.length - was)
  return pairs
}
