import type * as Y from 'yjs'
import { hunks } from './hunks.ts'
import { isWord, tokensOf } from './words-in-text.ts'

/** Of lines that are further apart words are put in anew: following them takes half a second of everybody's, and few stay. */
const MOST_STEPS = 1_000

/**
 * Makes a text read as `wanted`: words that stay are not touched (SPEC PLAN-116), and between them only what differs is. New words
 * take the marks of what stands before them. Call inside a transaction, for a text that holds letters alone.
 * @param part letters of it that are to read so, the others being no matter
 */
export function restoreWords(text: Y.Text, wanted: string, part: { from?: number; to?: number } = {}): void {
  const start = part.from ?? 0
  const now = lettersIn(text).slice(start, part.to)
  const [before, after] = [placesOf(now), placesOf(wanted)]
  const gaps: { from: number; was: string; is: string }[] = []
  let [from, isFrom] = [0, 0]
  const gapUpTo = (to: number, isTo: number) =>
    gaps.push({ from, was: now.slice(from, to), is: wanted.slice(isFrom, isTo) })
  for (const [a, b] of kept(before, after)) {
    gapUpTo(a.from, b.from)
    from = a.to
    isFrom = b.to
  }
  gapUpTo(now.length, wanted.length)
  // From the end, so that what comes before keeps its place.
  for (const { from: place, was, is } of gaps.toReversed())
    replaceDiffering(text, start + place, tokensOf(was), tokensOf(is))
}

/** Words are replaced whole: half of one is nobody's. */
function replaceDiffering(text: Y.Text, place: number, was: readonly string[], is: readonly string[]): void {
  for (const { at, gone, nowAt, come } of hunks(was, is, MOST_STEPS).toReversed()) {
    const from = place + was.slice(0, at).join('').length
    if (gone > 0) text.delete(from, was.slice(at, at + gone).join('').length)
    if (come > 0) text.insert(from, is.slice(nowAt, nowAt + come).join(''))
  }
}

/** The letters of a text, without its marks. */
export const lettersIn = (text: Y.Text): string =>
  text
    .toDelta()
    .map(({ insert }: { insert: unknown }) => (typeof insert === 'string' ? insert : ''))
    .join('')

type Place = { readonly word: string; readonly from: number; readonly to: number }

function placesOf(text: string): Place[] {
  let at = 0
  return tokensOf(text).flatMap((word) => {
    at += word.length
    return isWord(word) ? [{ word, from: at - word.length, to: at }] : []
  })
}

/** The words that stay, with where they were and are. */
function kept(before: readonly Place[], after: readonly Place[]): [Place, Place][] {
  const gone = new Set<number>()
  const come = new Set<number>()
  for (const hunk of hunks(wordsOf(before), wordsOf(after), MOST_STEPS)) {
    for (let n = 0; n < hunk.gone; n++) gone.add(hunk.at + n)
    for (let n = 0; n < hunk.come; n++) come.add(hunk.nowAt + n)
  }
  const are = after.filter((_, n) => !come.has(n))
  return before.filter((_, n) => !gone.has(n)).map((was, n) => [was, are[n] as Place])
}

const wordsOf = (places: readonly Place[]): string[] => places.map(({ word }) => word)
