import { fromBase64, toBase64 } from 'lib0/buffer'
import * as Y from 'yjs'
import { withoutHalves } from '../plain-words.ts'
import { countsOf } from '../words-in-text.ts'
import type { YType } from '../yjs-content.ts'
import { findQuote, spacedWords } from './find-quote.ts'
import { byId, idAt, type Letters, lettersOf, placeIn, placeOfId } from './letters.ts'
import { inWholeSigns } from './likeliest-place.ts'
import type { Quote, Span } from './quote.ts'

/** Words of a text, with where they stood in the document: Yjs relative positions, base64. */
export type Anchored = Quote & { readonly from: string; readonly to: string }

/** How long a quote and its surroundings may be. */
type Room = { readonly quote: number; readonly around: number }

/**
 * Some words of a text to be found again (SPEC TALK-3). Space at their ends is not of them; of what is longer than there is room
 * for, the beginning is quoted. null: there are no words.
 */
export function anchorWords(root: YType, span: Span, room: Room): Anchored | null {
  const letters = lettersOf(root)
  const { text } = letters
  const whole = inWholeSigns(text, span)
  const cut = withoutHalves(text.slice(whole.from, whole.to).slice(0, room.quote))
  const from = whole.from + cut.length - cut.trimStart().length
  const quote = cut.trim()
  const to = from + quote.length
  const first = idAt(letters, from)
  const last = idAt(letters, to - 1)
  if (quote === '' || !first || !last) return null
  return {
    quote,
    before: withoutHalves(text.slice(Math.max(0, from - room.around), from)),
    after: withoutHalves(text.slice(to, to + room.around)),
    // Bound to the first and the last letter: what is typed before or after is not of them.
    from: encoded(first, 0),
    to: encoded(last, -1),
  }
}

const encoded = (item: Y.ID, assoc: number): string =>
  toBase64(Y.encodeRelativePosition(Y.createRelativePositionFromJSON({ item, assoc })))

/** Where words that something was said about stand now. `changed`: they have been changed, and some of them are still there. */
export type Found = { readonly is: 'there' | 'changed'; readonly span: Span } | { readonly is: 'gone' }

/**
 * Finds words in one text as it is now. Positions lead first; where they lead to other words, the quote is looked for.
 * @returns a function to find many: the text is read once
 */
export function findWords(root: YType): (words: Quote & Partial<Anchored>) => Found {
  const letters = lettersOf(root)
  const ids = byId(letters)
  return (words) => {
    const span = words.from && words.to ? spanOf(root, letters, ids, words.from, words.to) : null
    const now = span ? letters.text.slice(span.from, span.to) : ''
    if (span && spacedWords(now) === spacedWords(words.quote)) return { is: 'there', span }
    if (span && isMostly(now, words.quote)) return { is: 'changed', span }
    const found = findQuote(letters.text, words)
    return found ? { is: 'there', span: found } : { is: 'gone' }
  }
}

type Ids = ReturnType<typeof byId>

function spanOf(root: YType, letters: Letters, ids: Ids, from: string, to: string): Span | null {
  const start = placeOf(root, letters, ids, from)
  const end = placeOf(root, letters, ids, to)
  return start !== null && end !== null && start < end ? inWholeSigns(letters.text, { from: start, to: end }) : null
}

/** A position somebody sent, as a place of the text. null: it is of no such text, or no position. */
function placeOf(root: YType, letters: Letters, ids: Ids, position: string): number | null {
  try {
    const relative = Y.decodeRelativePosition(fromBase64(position))
    const here = relative.item && placeOfId(ids, relative.item)
    if (typeof here === 'number') return here + (relative.assoc < 0 ? 1 : 0)
    if (!root.doc) return null
    // The letter was taken out, or put back by undo: Yjs knows where that was.
    const absolute = Y.createAbsolutePositionFromRelativePosition(relative, root.doc)
    return absolute && placeIn(letters, absolute.type, absolute.index)
  } catch {
    return null
  }
}

/** So much may have been put in between words that are still the same ones. */
const MOST_BETWEEN = 5_000

/** Whether at least half of the words are still there. */
function isMostly(now: string, quote: string): boolean {
  if (now.length > quote.length + MOST_BETWEEN) return false
  const left = countsOf(spacedWords(now).split(' '))
  const wanted = spacedWords(quote).split(' ')
  const there = wanted.filter((word) => {
    const count = left.get(word) ?? 0
    left.set(word, count - 1)
    return count > 0
  })
  return there.length * 2 >= wanted.length
}
