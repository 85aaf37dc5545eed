import {
  type BoxContent,
  type BoxKey,
  type Item,
  linesOfText,
  ownActionsKey,
  ownTextKey,
  type Plan,
  readRichText,
  SHAPES,
  type Sign,
  signedWords,
} from '@withy/shared/plan'
import * as Y from 'yjs'
import type { SaidClocks, UnsaidRow } from '../storage/unsaid.ts'
import type { Authors } from './authors.ts'
import { entryIn } from './entry-in.ts'

/** Words of one line or item that somebody said and another typed. `item` null: a line of a text box. */
export type SaidThere = {
  readonly box: BoxKey
  readonly item: string | null
  readonly words: string
  readonly person: string
  readonly for: string
  readonly clocks: readonly SaidClocks[]
}

type Piece = SaidClocks & { readonly by: number; readonly words: string }

/** `unsaid`: what people say they did not say, as long as any of it stands. */
export type SaidNow = { readonly said: readonly SaidThere[]; readonly unsaid: readonly UnsaidRow[] }

/** Of each line and item whoever said it, where another typed it, in the order of the boxes (SPEC SYNC-162). */
export function saidIn(doc: Y.Doc, plan: Plan, { putInAs, writers }: Authors, unsaid: readonly UnsaidRow[]): SaidNow {
  /** Each stretch has a number of its own, so that none is taken together with another. */
  const pieces: Omit<Piece, 'words'>[] = []
  const sign: Sign = (client, clock, length) =>
    putInAs(client, clock, length).map((one) => {
      const { by = -1 } = one
      return { length: one.length, by: pieces.push({ by, ...clocksOf(one) }) - 1 }
    })
  const piecesOf = (runs: readonly { readonly text: string; readonly by?: number }[]): Piece[] =>
    runs.flatMap(({ text, by = -1 }) => (pieces[by] ? [{ ...pieces[by], words: text }] : []))

  const all: Piece[] = []

  /** By whom and for whom, in the order of the words. */
  function passages(box: BoxKey, item: string | null, of: readonly Piece[]): SaidThere[] {
    for (const piece of of) all.push(piece)
    const bySaid = Map.groupBy(of, ({ by }) => by)
    return [...bySaid].flatMap(([by, theirs]) => {
      const { person, for: said } = writers[by] ?? { person: '', for: null }
      if (said === null || said === person) return []
      const words = theirs.map((piece) => piece.words).join('')
      if (item === null && !/\S/.test(words)) return []
      return [{ box, item, words: words.trim(), person, for: said, clocks: theirs.map(({ by, words, ...at }) => at) }]
    })
  }

  const piecesOfItem = (box: BoxKey, { id, cells }: Item, shape: keyof typeof SHAPES): Piece[] =>
    SHAPES[shape].fields.flatMap(({ id: field, type }) => {
      const value = cells[field]
      if (value === undefined) return []
      const content = entryIn(doc, box, id, field)?.content
      if (type === 'words' && content instanceof Y.ContentType) return spaced(piecesOf(signedWords(content.type, sign)))
      const entries = [field, ...(Array.isArray(value) ? value.map((one) => `${field}/${one}`) : [])]
      return entries.flatMap((entry) => {
        const found = entryIn(doc, box, id, entry)
        return found ? putInAs(found.id.client, found.lastId.clock, 1).map((one) => setBy(one)) : []
      })
    })

  const boxOf = (box: BoxKey, content: BoxContent): SaidThere[] => {
    if (content.type === 'list')
      return content.items.flatMap((item) => passages(box, item.id, piecesOfItem(box, item, content.shape)))
    const root = doc.share.get(box)
    return root ? linesOfText(readRichText(root, sign)).flatMap(({ runs }) => passages(box, null, piecesOf(runs))) : []
  }

  const said = [
    ...Object.entries(plan.boxes).flatMap(([box, content]) => boxOf(box, content)),
    ...plan.own.flatMap(({ id, text, actions }) => [
      ...boxOf(ownTextKey(id), { type: 'text', text }),
      ...boxOf(ownActionsKey(id), { type: 'list', shape: 'action', items: actions, removed: [] }),
    ]),
  ]
  const byClient = Map.groupBy(all, ({ client }) => client)
  const stands = ({ client, from, to }: SaidClocks) =>
    (byClient.get(client) ?? []).some((piece) => piece.from < to && from < piece.to)
  return { said, unsaid: unsaid.filter(({ clocks }) => clocks.some(stands)) }
}

type Signed = ReturnType<Authors['putInAs']>[number]

const clocksOf = ({ client, clock, length }: Signed): SaidClocks => ({ client, from: clock, to: clock + length })

/** What was chosen has no words of its own. */
const setBy = (one: Signed): Piece => ({ by: one.by ?? -1, words: '', ...clocksOf(one) })

/** The words of one field stand apart from those of the next. */
const spaced = (of: readonly Piece[]): Piece[] =>
  of.map((piece, at) => (at === of.length - 1 ? { ...piece, words: `${piece.words} ` } : piece))
