import { sentencesIn } from './sentences.ts'

/** What is read in one breath. */
export type Piece = {
  readonly words: string
  /** As the page says: "en", "cy", "pl". */
  readonly lang: string
  /** Where it stands on the page, to be marked while it is read. */
  readonly range: Range
}

const BLOCKS = 'h2, h3, h4, h5, h6, p, li, dt, dd, blockquote, td, th'
/** What is there to be pressed, typed in or left off paper is not read; nor what is folded away, or told to screen readers alone. */
const LEFT_OUT = [
  // An explained word is a button in the middle of a sentence: it is a word of it.
  'button:not(.explained-word), input, textarea, select, summary, label, nav',
  'details:not([open]), [hidden], [data-not-printed], .unseen, [aria-hidden="true"]',
].join()

/** The words of a section of the page in the order they stand, sentence by sentence, each in the language of its block (SPEC A11Y-87). */
export function piecesOf(section: Element): readonly Piece[] {
  const pieces: Piece[] = []
  for (const [block, texts] of textsByBlock(section)) {
    const lang = block.closest('[lang]')?.getAttribute('lang') || 'en'
    const words = texts.map((text) => text.data).join('')
    for (const { start, end } of sentencesIn(words, lang))
      pieces.push({ words: words.slice(start, end).trim(), lang, range: rangeOf(texts, start, end) })
  }
  return pieces
}

function textsByBlock(section: Element): ReadonlyMap<Element, Text[]> {
  const byBlock = new Map<Element, Text[]>()
  const walker = document.createTreeWalker(section, NodeFilter.SHOW_TEXT)
  for (let text = walker.nextNode() as Text | null; text; text = walker.nextNode() as Text | null) {
    const left = text.parentElement?.closest(LEFT_OUT)
    if (left && section.contains(left)) continue
    const block = text.parentElement?.closest(`${BLOCKS}, div, section`) ?? section
    const texts = byBlock.get(block)
    if (texts) texts.push(text)
    else byBlock.set(block, [text])
  }
  return byBlock
}

function rangeOf(texts: readonly Text[], start: number, end: number): Range {
  const range = document.createRange()
  let at = 0
  for (const text of texts) {
    const { length } = text.data
    if (start >= at && start <= at + length) range.setStart(text, start - at)
    if (end > at && end <= at + length) range.setEnd(text, end - at)
    at += length
  }
  return range
}
