import * as Y from 'yjs'
import { hasWords } from './plain-words.ts'
import type { Block, BlockLanguage, RichText, Run } from './plan.ts'
import { readMarks, tidyRuns } from './runs.ts'
import { type Sign, signedText } from './signed-text.ts'
import { entriesOf, type Piece, piecesOf, wordsInAttributes, wordsWithin, type YType } from './yjs-content.ts'

/** Names of the XML elements a text box may hold (Tiptap's). Readers take anything else as words. */
export const NODE_NAMES: ReadonlySet<string> = new Set([
  'paragraph',
  'heading',
  'bulletList',
  'orderedList',
  'listItem',
  'hardBreak',
])

// Deeper than people write; beyond it words are kept and their shape is not, so that no reader runs out of stack.
const DEEPEST = 20

/**
 * Reads a text box: blocks and marks we know, everything else as words in paragraphs. Never throws and drops no word
 * (SPEC PLAN-6, PLAN-7). Blocks without words are left out; runs that look the same are one run.
 */
export function readRichText(fragment: YType, sign?: Sign): RichText {
  return readBlocks(piecesOf(fragment), { wrap: asParagraph({}), holds: 'blocks', depth: 0, sign })
}

/** The blocks of one element of a text box. */
export const blocksOfElement = (element: Y.XmlElement): RichText => readBlock(element, 1, undefined)

/** Where pieces are read: in a line, an unknown element is part of that line; among blocks it is one of its own. */
type Place = {
  readonly wrap: Wrap
  readonly holds: 'line' | 'blocks'
  readonly depth: number
  readonly sign: Sign | undefined
}
type Wrap = (runs: readonly Run[]) => Block

function readBlocks(pieces: Iterable<Piece>, place: Place): Block[] {
  const blocks: Block[] = []
  let runs: Run[] = []
  const endLine = () => {
    const line = tidyRuns(runs)
    if (line.some((run) => hasWords(run.text))) blocks.push(place.wrap(line))
    runs = []
  }
  // Spaces around, so that what was apart does not become one word.
  const say = (words: readonly string[]) => {
    if (words.length > 0) runs.push({ text: ` ${words.join(' ')} ` })
  }
  const read = (from: Iterable<Piece>, depth: number): void => {
    for (const piece of from) {
      if (piece.is === 'text') runs.push(...signedRuns(piece, place.sign))
      else if (piece.is === 'value') say(wordsWithin(piece.value))
      else if (depth >= DEEPEST) say(wordsWithin(piece.type))
      else if (piece.type instanceof Y.XmlElement) readElement(piece.type, depth + 1)
      else if (piece.type instanceof Y.Text) read(piecesOf(piece.type), depth + 1)
      else say(wordsWithin(piece.type))
    }
  }
  const readElement = (element: Y.XmlElement, depth: number): void => {
    if (element.nodeName === 'hardBreak') {
      runs.push({ text: '\n' })
      say(wordsWithin(element))
    } else if (place.holds === 'line' && !NODE_NAMES.has(element.nodeName)) {
      say(wordsInAttributes(element, true))
      read(piecesOf(element), depth)
    } else {
      endLine()
      blocks.push(...readBlock(element, depth, place.sign))
    }
  }
  read(pieces, place.depth)
  endLine()
  return blocks
}

function signedRuns(piece: Extract<Piece, { is: 'text' }>, sign: Sign | undefined): Run[] {
  const marks = readMarks(piece.marks)
  return sign ? signedText(piece, sign).map((run) => ({ ...run, ...marks })) : [{ text: piece.text, ...marks }]
}

/** An element that stands on its own. Words kept in its attributes come after it. */
function readBlock(element: Y.XmlElement, depth: number, sign: Sign | undefined): Block[] {
  const hidden = wordsInAttributes(element, !NODE_NAMES.has(element.nodeName))
  const after: Block[] = hidden.map((text) => ({ type: 'paragraph', runs: tidyRuns([{ text }]) }))
  const pieces = piecesOf(element)
  const language = languageOf(element)
  switch (element.nodeName) {
    case 'bulletList':
    case 'orderedList': {
      const items = Array.from(pieces, (piece) => readListItem(piece, depth, sign)).filter((item) => item.length > 0)
      const type = element.nodeName === 'bulletList' ? 'bullets' : 'numbers'
      return [...(items.length > 0 ? [{ type, items, ...language } as const] : []), ...after]
    }
    case 'paragraph':
      return [...readBlocks(pieces, { wrap: asParagraph(language), holds: 'line', depth, sign }), ...after]
    case 'heading':
      return [...readBlocks(pieces, { wrap: asHeading(element, language), holds: 'line', depth, sign }), ...after]
    default:
      return [...readBlocks(pieces, { wrap: asParagraph(language), holds: 'blocks', depth, sign }), ...after]
  }
}

const readListItem = (piece: Piece, depth: number, sign: Sign | undefined): Block[] =>
  piece.is === 'type' && piece.type instanceof Y.XmlElement && piece.type.nodeName === 'listItem' && depth < DEEPEST
    ? readBlock(piece.type, depth + 1, sign)
    : readBlocks([piece], { wrap: asParagraph({}), holds: 'blocks', depth, sign })

const asParagraph =
  (language: BlockLanguage): Wrap =>
  (runs) => ({ type: 'paragraph', runs, ...language })

function asHeading(element: Y.XmlElement, language: BlockLanguage): Wrap {
  const level = headingLevel(attribute(element, 'level'))
  return (runs) => ({ type: 'heading', level, runs, ...language })
}

function headingLevel(value: unknown): 1 | 2 | 3 {
  const level = Number(value)
  if (level <= 1) return 1
  return level >= 3 ? 3 : 2
}

/** Whether something is a language tag as BCP 47 writes them, without extensions: what a reader's voice can use. */
export const isLanguageTag = (value: unknown): value is string =>
  typeof value === 'string' && /^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}$/.test(value)

/** What an element says of its language and direction; what is neither is left out. */
export function languageOf(element: Y.XmlElement): BlockLanguage {
  const lang = attribute(element, 'lang')
  const dir = attribute(element, 'dir')
  return {
    ...(isLanguageTag(lang) && { lang }),
    ...((dir === 'ltr' || dir === 'rtl') && { dir }),
  }
}

const attribute = (element: Y.XmlElement, name: string): unknown =>
  entriesOf(element).find(([key]) => key === name)?.[1]
