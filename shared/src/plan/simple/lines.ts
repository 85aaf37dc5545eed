import * as Y from 'yjs'
import { LINE_BREAK } from '../write-rich-text.ts'

/** A stretch of letters of a line, or a break inside it, which is as long as one letter. `at`: what of the line comes before it. */
export type LinePiece = { readonly at: number; readonly length: number } & (
  | { readonly is: 'letters'; readonly type: Y.XmlText; readonly words: string }
  | { readonly is: 'break'; readonly type: Y.XmlElement }
)

/** A paragraph or heading of a text box, in a list or not, in the order of reading. */
export type Line = {
  readonly element: Y.XmlElement
  readonly pieces: readonly LinePiece[]
  readonly length: number
}

/** Deeper than people write: no reader runs out of stack. */
const DEEPEST = 20

/** The lines of a text box. null: something stands in it that is none, as an editor of tomorrow may write (SPEC PLAN-84). */
export function linesIn(fragment: Y.XmlFragment): Line[] | null {
  const lines: Line[] = []
  const read = (parent: Y.XmlFragment, depth: number): boolean => {
    if (depth > DEEPEST) return false
    return parent.toArray().every((child) => {
      if (!(child instanceof Y.XmlElement)) return false
      if (isList(child)) return child.toArray().every((item) => isItem(item) && read(item, depth + 1))
      const pieces = child.nodeName === 'paragraph' || child.nodeName === 'heading' ? piecesIn(child) : null
      if (!pieces) return false
      const last = pieces.at(-1)
      lines.push({ element: child, pieces, length: last ? last.at + last.length : 0 })
      return true
    })
  }
  return read(fragment, 0) ? lines : null
}

const isList = ({ nodeName }: Y.XmlElement): boolean => nodeName === 'bulletList' || nodeName === 'orderedList'

export const isItem = (type: unknown): type is Y.XmlElement =>
  type instanceof Y.XmlElement && type.nodeName === 'listItem'

function piecesIn(line: Y.XmlElement): LinePiece[] | null {
  const pieces: LinePiece[] = []
  let at = 0
  for (const type of line.toArray()) {
    if (type instanceof Y.XmlText) {
      const words = wordsIn(type)
      if (words === null) return null
      pieces.push({ is: 'letters', at, length: words.length, type, words })
    } else if (type instanceof Y.XmlElement && type.nodeName === LINE_BREAK.name && type.length === 0)
      pieces.push({ is: 'break', at, length: 1, type })
    else return null
    at += pieces.at(-1)?.length ?? 0
  }
  return pieces
}

/** Each sign is as long as it is stored: a text area has no other line end than this one. */
function wordsIn(text: Y.XmlText): string | null {
  let words = ''
  for (let item = text._start; item !== null; item = item.right) {
    if (item.deleted || !item.countable) continue
    if (!(item.content instanceof Y.ContentString)) return null
    words += item.content.str
  }
  return words.replaceAll('\r', '\n')
}

/**
 * Lines as one text: each begins a new line, and of how they look (headings, points of a list, bold, links) nothing is in it, so
 * that nobody who writes in it can break that (SPEC PLAN-118).
 */
export const textOfLines = (lines: readonly Line[]): string =>
  lines.map(({ pieces }) => pieces.map((piece) => (piece.is === 'break' ? '\n' : piece.words)).join('')).join('\n')

/** A place in lines: so many letters and breaks of one of them come before it. */
export type LinePlace = { readonly line: number; readonly at: number }

/** The line of a place in the text of lines, and the place in it. The last one, where the text is shorter. */
export function placeInLines(lines: readonly { readonly length: number }[], index: number): LinePlace {
  let left = index
  for (const [line, { length }] of lines.entries()) {
    if (left <= length) return { line, at: left }
    left -= length + 1
  }
  return { line: Math.max(0, lines.length - 1), at: lines.at(-1)?.length ?? 0 }
}

/** Where a place in lines is in their text. */
export function indexInText(lines: readonly { readonly length: number }[], { line, at }: LinePlace): number {
  const before = lines.slice(0, line).reduce((sum, { length }) => sum + length + 1, 0)
  return before + Math.min(at, lines[line]?.length ?? 0)
}
