import { readRichText, type Sentence, type Sign, sentencesOf } from '@withy/shared/plan'
import * as Y from 'yjs'

/** An edit, and where it puts how many sentences in the place of how many. */
type Putting = {
  /** Who put in what there was before, by number of writer; negative: nobody knows. */
  readonly putIn: Sign
  readonly placed: readonly Placed[]
  readonly put: () => void
}
type Placed = { readonly at: number; readonly length: number; readonly becomes: number }

/**
 * Makes an edit of a text box of which words stay whose they were: those it had to take out and put in again (it made a heading of their
 * line, or a point of a list), or took from a sentence that reads alike, are put in under a client of each writer's own. Those that are
 * new are whoever's the edit is (SPEC TALK-39). Otherwise whoever accepts how a line is set out would have the words of others on it.
 * @returns the writer of each client; null where it cannot be done
 */
export function keepWriters(
  doc: Y.Doc,
  root: Y.XmlFragment,
  { putIn, placed, put }: Putting,
): ReadonlyMap<number, number> | null {
  const own = doc.clientID
  const writers = new Map<number, number>([[own, OWN]])
  const before = lettersIn(root)
  const writerOf = (letter: string): number => {
    const [client, clock] = letter.split(' ').map(Number) as [number, number]
    return writers.get(client) ?? putIn(client, clock, 1)[0]?.by ?? NOBODY_KNOWS
  }
  const wrong = () => wrongIn(standsOf(before, lettersIn(root), placed), writerOf)
  put()
  const found = wrong()
  // Cut otherwise than was meant, nobody can tell any more whose words went where.
  if (!found) return null
  const clients = new Map<number, number>([[OWN, own]])
  const clientOf = (writer: number): number => {
    const known = clients.get(writer) ?? new Y.Doc().clientID
    clients.set(writer, known)
    return known
  }
  doc.transact(() => {
    for (const text of textsIn(root))
      for (const one of stretchesIn(text, found).toReversed()) putAgain(doc, text, one, clientOf(one.writer))
  })
  doc.clientID = own
  for (const [writer, client] of clients) writers.set(client, writer)
  if (wrong()?.size !== 0) return null
  writers.delete(own)
  return writers
}

/** Put in by the edit itself. */
const OWN = -2
const NOBODY_KNOWS = -1

/** The letters of a sentence without the space around it, and what each is called in the document; null: a line break. */
type Letters = { readonly words: string; readonly names: readonly (string | null)[] }

function lettersIn(root: Y.XmlFragment): Letters[] {
  const names: string[] = []
  const sign: Sign = (client, clock, length) =>
    Array.from({ length }, (_, n) => ({ length: 1, by: names.push(`${client} ${clock + n}`) - 1 }))
  return sentencesOf(readRichText(root, sign)).map(({ runs }: Sentence) => {
    const text = runs.map((run) => run.text).join('')
    const from = text.search(/\S/)
    const words = text.trim()
    const all = runs.flatMap((run) =>
      Array.from({ length: run.text.length }, () => (run.by === undefined ? null : (names[run.by] ?? null))),
    )
    return { words, names: all.slice(from, from + words.length) }
  })
}

/** A sentence after the edit, the one it was if it reads the same, and those it is made of. */
type Stands = { readonly is: Letters; readonly was: Letters | null; readonly of: readonly Letters[] }

/** Null: there are not as many as were put. */
function standsOf(before: readonly Letters[], after: readonly Letters[], placed: readonly Placed[]): Stands[] | null {
  const rows: { was: Letters | null; of: readonly Letters[] }[] = []
  let from = 0
  for (const { at, length, becomes } of placed.toSorted((a, b) => a.at - b.at || a.length - b.length)) {
    for (const was of before.slice(from, at)) rows.push({ was, of: [] })
    const of = before.slice(at, at + length)
    for (let n = 0; n < becomes; n++) rows.push({ was: of[n] ?? null, of })
    from = at + length
  }
  for (const was of before.slice(from)) rows.push({ was, of: [] })
  if (rows.length !== after.length) return null
  return rows.map(({ was, of }, n) => {
    const is = after[n] as Letters
    return { is, was: was?.words === is.words ? was : null, of }
  })
}

/** Letters that are somebody's who did not put them there, and whose they should be. */
function wrongIn(
  all: readonly Stands[] | null,
  writerOf: (letter: string) => number,
): ReadonlyMap<string, number> | null {
  if (!all) return null
  const wrong = new Map<string, number>()
  for (const { is, was, of } of all) {
    const own = new Set(of.flatMap(({ names }) => names))
    for (const [n, name] of is.names.entries()) {
      const before = was?.names[n]
      if (name === null || name === before) continue
      const now = writerOf(name)
      const whose = before ? writerOf(before) : own.has(name) ? now : OWN
      if (whose !== NOBODY_KNOWS && whose !== now) wrong.set(name, whose)
    }
  }
  return wrong
}

function textsIn(parent: Y.XmlFragment): Y.XmlText[] {
  return parent.toArray().flatMap((type) => {
    if (type instanceof Y.XmlText) return [type]
    return type instanceof Y.XmlElement ? textsIn(type) : []
  })
}

type Stretch = { readonly at: number; readonly length: number; readonly writer: number }

function stretchesIn(text: Y.XmlText, whose: ReadonlyMap<string, number>): Stretch[] {
  const found: { at: number; length: number; writer: number }[] = []
  let at = 0
  for (let item = text._start; item; item = item.right) {
    if (item.deleted || !item.countable) continue
    for (let n = 0; n < item.length; n++, at++) {
      const writer = whose.get(`${item.id.client} ${item.id.clock + n}`)
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
