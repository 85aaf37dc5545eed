import * as Y from 'yjs'
import { hasWords } from '../plain-words.ts'
import { lettersIn, restoreWords } from '../restore-words.ts'
import { startKey, startOf } from './sentence-reads.ts'
import { type Sentence, wordsOfRuns } from './sentences.ts'
import type { Placed } from './text-with.ts'

/**
 * Rewords sentences within their lines, letter by letter in their own place: of two people who both wrote “Yes.” it is the right one’s
 * that goes. Lines that are set out another way, and what no editor of ours wrote, are left as they are. Call inside a transaction.
 */
export function rewordSentences(
  text: Y.XmlFragment | Y.Text,
  now: readonly Sentence[],
  chosen: readonly Placed[],
): void {
  const lines = linesAt(text)
  const spans = spansOf(now)
  const reads = lines?.map((line) => line.map(({ letters }) => letters).join(''))
  if (!lines || reads?.join('\n') !== textsOf(now).join('\n')) return
  // From the end, so that what comes before keeps its place.
  for (const placed of chosen.toSorted((a, b) => b.at - a.at || b.length - a.length)) {
    const edit = editOf(placed, spans)
    const piece =
      edit && lines[edit.line]?.find(({ from, letters }) => from < edit.to && edit.to <= from + letters.length)
    if (!edit || !piece?.text || edit.words < piece.from) continue
    if (piece.text instanceof Y.XmlText && edit.wanted.includes('\n')) continue
    // A line break before it is no letter.
    const from = Math.max(edit.from, piece.from)
    restoreWords(piece.text, edit.wanted, { from: from - piece.from, to: edit.to - piece.from })
  }
}

/** Letters of a line, from one of its places on; `text` null: a line break, which is no letter. */
type LinePiece = { readonly text: Y.Text | null; readonly letters: string; readonly from: number }

function linesAt(text: Y.XmlFragment | Y.Text): LinePiece[][] | null {
  if (!(text instanceof Y.Text)) return linesIn(text)?.filter(isWritten) ?? null
  const letters = lettersIn(text)
  return letters.length === text.length ? [[{ text, letters, from: 0 }]].filter(isWritten) : null
}

const isWritten = (line: readonly LinePiece[]): boolean => line.some(({ letters }) => hasWords(letters))

/** The lines of a text box in reading order. Null: something stands there that no editor of ours writes. */
function linesIn(parent: Y.XmlFragment): LinePiece[][] | null {
  const lines: LinePiece[][] = []
  for (const one of parent.toArray()) {
    if (!(one instanceof Y.XmlElement)) return null
    const isLine = one.nodeName === 'paragraph' || one.nodeName === 'heading'
    const inside = isLine ? piecesIn(one) : LISTS.has(one.nodeName) ? linesIn(one) : null
    if (!inside) return null
    lines.push(...(isLine ? [inside as LinePiece[]] : (inside as LinePiece[][])))
  }
  return lines
}

const LISTS: ReadonlySet<string> = new Set(['bulletList', 'orderedList', 'listItem'])

function piecesIn(line: Y.XmlElement): LinePiece[] | null {
  const pieces: LinePiece[] = []
  let from = 0
  for (const one of line.toArray()) {
    const text = one instanceof Y.XmlText ? one : null
    const letters = text ? lettersIn(text) : '\n'
    if (text ? text.length !== letters.length : !(one instanceof Y.XmlElement && one.nodeName === 'hardBreak'))
      return null
    pieces.push({ text, letters, from })
    from += letters.length
  }
  return pieces
}

/** Where a sentence stands in its line: the space before it, its words, and its end. */
type Span = { readonly line: number; readonly space: number; readonly from: number; readonly to: number }

function spansOf(now: readonly Sentence[]): Span[] {
  let [line, at] = [-1, 0]
  return now.map((sentence) => {
    if (sentence.opens || line < 0) {
      line++
      at = 0
    }
    const space = at
    at += wordsOfRuns(sentence.runs).length
    return { line, space, from: space + startOf(sentence).space.length, to: at }
  })
}

function textsOf(now: readonly Sentence[]): string[] {
  const lines: string[] = []
  for (const { opens, runs } of now) {
    if (opens || lines.length === 0) lines.push('')
    lines.push(`${lines.pop()}${wordsOfRuns(runs)}`)
  }
  return lines
}

/** What is to stand in some place of a line. Null: the change is of lines. */
function editOf(
  { change, at, length }: Placed,
  spans: readonly Span[],
): { line: number; from: number; words: number; to: number; wanted: string } | null {
  const { was, becomes } = change
  const words = becomes.map(({ runs }) => wordsOfRuns(runs)).join('')
  const [first, last] = [spans[at], spans[at + length - 1]]
  if (length === 0) {
    const before = spans[at - 1]
    if (!before || becomes.some(({ opens }) => opens)) return null
    return { line: before.line, from: before.to, words: before.to, to: before.to, wanted: words }
  }
  if (!first || first.line !== last?.line) return null
  // The space before it goes too.
  if (becomes.length === 0) return { line: first.line, from: first.space, words: first.from, to: last.to, wanted: '' }
  const isInLine = becomes.every(({ opens }, n) => n === 0 || !opens)
  if (!isInLine || startKey(startOf(was[0] as Sentence)) !== startKey(startOf(becomes[0] as Sentence))) return null
  return { line: first.line, from: first.from, words: first.from, to: last.to, wanted: words.trimStart() }
}
