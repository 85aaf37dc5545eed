import { type RichText, readRichText, type Sentence, type Sign, sentencesOf, signedWords } from '@withy/shared/plan'
import * as Y from 'yjs'

/** A text box, or the words of a cell. */
type Text = Y.XmlFragment | Y.Text

/** An edit, and where it puts how many sentences in the place of how many. */
type Putting = {
  /** Who put in what there was before, by number of writer; negative: nobody knows. */
  readonly putIn: Sign
  readonly placed: readonly Placed[]
  readonly put: () => void
}
/** `by`: whose what is new is, by number: the edit's own (0), or that of others who say yes to some of it only. */
type Placed = { readonly at: number; readonly length: number; readonly becomes: number; readonly by: number }

/** The Yjs clients under which an edit put in words: of each writer's who was there before, and of each `by`. */
export type Clients = { readonly kept: ReadonlyMap<number, number>; readonly news: ReadonlyMap<number, number> }

/**
 * Makes an edit of a text of which words stay whose they were: those it had to take out and put in again (it made a heading of their
 * line, or a point of a list), or took from a sentence that reads alike, are put in under a client of each writer's own. Those that are
 * new are whoever's the change is (SPEC TALK-39, TALK-92). Otherwise whoever accepts how a line is set out would have the words of
 * others on it.
 * @returns null where it cannot be done
 */
export function keepWriters(doc: Y.Doc, root: Text, { putIn, placed, put }: Putting): Clients | null {
  const own = doc.clientID
  const writers = new Map<number, number>([[own, newBy(0)]])
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
  const clients = new Map<number, number>([[newBy(0), own]])
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
  const all = [...clients].map(([writer, client]) => ({ writer, client }))
  return {
    kept: new Map(all.flatMap(({ writer, client }) => (writer >= 0 ? [[client, writer]] : []))),
    news: new Map(all.flatMap(({ writer, client }) => (writer >= 0 ? [] : [[newBy(writer), client]]))),
  }
}

/** Put in by the edit itself, as a number of no writer's; and back. */
const newBy = (by: number): number => -2 - by
const NOBODY_KNOWS = -1

/** The letters of a sentence without the space around it, and what each is called in the document; null: a line break. */
type Letters = { readonly words: string; readonly names: readonly (string | null)[] }

function lettersIn(root: Text): Letters[] {
  const known: string[] = []
  const sign: Sign = (client, clock, length) =>
    Array.from({ length }, (_, n) => ({ length: 1, by: known.push(`${client} ${clock + n}`) - 1 }))
  // Sentences are cut in words that are read whole: signed one by one, both halves of an emoji are no sign.
  const names = sentencesOf(signedIn(root, sign)).flatMap(({ runs }) =>
    runs.flatMap(({ text, by }) =>
      Array.from({ length: text.length }, () => (by === undefined ? null : (known[by] ?? null))),
    ),
  )
  let at = 0
  return sentencesOf(signedIn(root, UNSIGNED)).map(({ runs }: Sentence) => {
    const text = runs.map((run) => run.text).join('')
    const words = text.trim()
    const from = at + text.search(/\S/)
    at += text.length
    return { words, names: names.slice(from, from + words.length) }
  })
}

const UNSIGNED: Sign = (_client, _clock, length) => [{ length }]

const signedIn = (root: Text, sign: Sign): RichText =>
  root instanceof Y.XmlFragment ? readRichText(root, sign) : [{ type: 'paragraph', runs: signedWords(root, sign) }]

/** A sentence after the edit, the one it was if it reads the same, the letters of those it is made of, and whose is what is new in it. */
type Stands = {
  readonly is: Letters
  readonly was: Letters | null
  readonly of: ReadonlySet<string | null>
  readonly by: number
}

/** Null: there are not as many as were put, or those that stay read otherwise. */
function standsOf(before: readonly Letters[], after: readonly Letters[], placed: readonly Placed[]): Stands[] | null {
  const rows: (Omit<Stands, 'is'> & { readonly stays: boolean })[] = []
  const stay = (some: readonly Letters[]) => {
    for (const was of some) rows.push({ was, of: NONE, by: newBy(0), stays: true })
  }
  let from = 0
  for (const { at, length, becomes, by } of placed.toSorted((a, b) => a.at - b.at || a.length - b.length)) {
    stay(before.slice(from, at))
    const gone = before.slice(at, at + length)
    const of = new Set(gone.flatMap(({ names }) => names))
    for (let n = 0; n < becomes; n++) rows.push({ was: gone[n] ?? null, of, by: newBy(by), stays: false })
    from = at + length
  }
  stay(before.slice(from))
  const isAsPut =
    rows.length === after.length && rows.every((one, n) => !one.stays || one.was?.words === after[n]?.words)
  if (!isAsPut) return null
  return rows.map(({ was, of, by }, n) => {
    const is = after[n] as Letters
    return { is, was: was?.words === is.words ? was : null, of, by }
  })
}

const NONE: ReadonlySet<string | null> = new Set()

/** Letters that are somebody's who did not put them there, and whose they should be. */
function wrongIn(
  all: readonly Stands[] | null,
  writerOf: (letter: string) => number,
): ReadonlyMap<string, number> | null {
  if (!all) return null
  const wrong = new Map<string, number>()
  for (const { is, was, of, by } of all) {
    for (const [n, name] of is.names.entries()) {
      const before = was?.names[n]
      if (name === null || name === before) continue
      const now = writerOf(name)
      const whose = before ? writerOf(before) : of.has(name) ? now : by
      if (whose !== NOBODY_KNOWS && whose !== now) wrong.set(name, whose)
    }
  }
  return wrong
}

function textsIn(parent: Text): Y.Text[] {
  if (parent instanceof Y.Text) return [parent]
  return parent.toArray().flatMap((type) => {
    if (type instanceof Y.XmlText) return [type]
    return type instanceof Y.XmlElement ? textsIn(type) : []
  })
}

type Stretch = { readonly at: number; readonly length: number; readonly writer: number }

function stretchesIn(text: Y.Text, whose: ReadonlyMap<string, number>): Stretch[] {
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

function putAgain(doc: Y.Doc, text: Y.Text, { at, length }: Stretch, client: number): void {
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
