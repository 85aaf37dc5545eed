import * as Y from 'yjs'
import { markName } from '../runs.ts'
import type { Marks } from '../yjs-content.ts'
import type { Line, LinePiece } from './lines.ts'

type Letters = { readonly insert: string; readonly attributes?: Marks }
/** What stands in a line, out of the document: letters with their marks, or a break. */
export type Inside = { readonly letters: readonly Letters[] } | 'break'

/** Puts words into a line. They look as what stands before them does, or at its start as what stands after. */
export function putIn(line: Line, at: number, words: string): void {
  if (words === '') return
  const piece = textAt(line, at)
  if (piece) piece.type.insert(at - piece.at, words, marksAt(piece.type, at - piece.at))
  else line.element.insert(childAt(line, at), [made({ letters: [{ insert: words }] })])
}

/** Takes letters and breaks out of a line. */
export function takeOut(line: Line, from: number, to: number): void {
  for (const piece of line.pieces.toReversed()) {
    const [first, end] = [Math.max(from, piece.at), Math.min(to, piece.at + piece.length)]
    if (first >= end) continue
    if (piece.is === 'letters') piece.type.delete(first - piece.at, end - first)
    else line.element.delete(indexOf(line.element, piece.type), 1)
  }
}

/** What stands in a line from a place on. */
export const insideFrom = (line: Line, from: number): Inside[] =>
  line.pieces.flatMap((piece): Inside[] => {
    if (piece.at + piece.length <= from) return []
    if (piece.is === 'break') return ['break']
    return [{ letters: cut(piece.type.toDelta() as Letters[], Math.max(0, from - piece.at)) }]
  })

function cut(letters: readonly Letters[], from: number): Letters[] {
  let left = from
  return letters.flatMap((one) => {
    const insert = one.insert.slice(left)
    left = Math.max(0, left - one.insert.length)
    return insert === '' ? [] : [{ ...one, insert }]
  })
}

/** Puts what stood in another line to the start or end of this one, with its marks. */
export function join(line: Line, inside: readonly Inside[], where: 'start' | 'end'): void {
  const { element, pieces } = line
  const [first, ...rest] = inside
  const last = where === 'end' ? pieces.at(-1) : undefined
  if (!first || first === 'break' || last?.is !== 'letters') {
    element.insert(where === 'end' ? element.length : 0, inside.map(made))
    return
  }
  let at = last.length
  // As they are, or they would look as what stands before them does.
  for (const { insert, attributes = {} } of first.letters) {
    last.type.insert(at, insert, attributes)
    at += insert.length
  }
  element.insert(element.length, rest.map(made))
}

/** What stood in a line as Yjs has it, to be put into another one. */
export function made(inside: Inside): Y.XmlText | Y.XmlElement {
  if (inside === 'break') return new Y.XmlElement('hardBreak')
  const text = new Y.XmlText()
  text.applyDelta([...inside.letters])
  return text
}

/** Where a type stands among its parent's. */
export const indexOf = (parent: Y.XmlFragment, child: Y.XmlElement | Y.XmlText): number =>
  parent.toArray().indexOf(child)

type LettersPiece = Extract<LinePiece, { is: 'letters' }>

/** The letters something typed at a place goes into; those before it rather than those after. */
const textAt = ({ pieces }: Line, at: number): LettersPiece | undefined =>
  pieces.find(
    (piece): piece is LettersPiece => piece.is === 'letters' && piece.at <= at && at <= piece.at + piece.length,
  )

/** Which child of its line something goes before that is put in at a place where no letters are. */
function childAt({ element, pieces }: Line, at: number): number {
  const next = pieces.find((piece) => piece.at >= at)
  return next ? indexOf(element, next.type) : element.length
}

/** A link ends where its last letter is: what is typed after it is none (as in the editor). */
function marksAt(text: Y.XmlText, at: number): Marks {
  const marks = at > 0 ? marksOf(text, at - 1) : marksOf(text, 0)
  const other = at > 0 ? marksOf(text, at) : {}
  return Object.fromEntries(
    Object.entries(marks).filter(
      ([key, value]) => markName(key) !== 'link' || JSON.stringify(other[key]) === JSON.stringify(value),
    ),
  )
}

function marksOf(text: Y.XmlText, at: number): Marks {
  let left = at
  for (const { insert, attributes = {} } of text.toDelta() as Letters[]) {
    if (left < insert.length) return attributes
    left -= insert.length
  }
  return {}
}
