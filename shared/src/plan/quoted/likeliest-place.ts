import type { Quote, Span } from './quote.ts'

/** Of places that read as a quote so many are looked at: a text may be one letter a hundred thousand times. */
const MOST_ALIKE = 200

/**
 * Where a text has a quote: of several places the one with most of what stood around it.
 * @param text with its space as `spaced` has it
 * @param spaced what words read like, however much space is between them
 * @returns how many letters around it are the same too; null: it has none
 */
export function likeliestPlace(
  text: string,
  { quote, before, after }: Quote,
  spaced: (words: string) => string,
): { readonly at: number; readonly like: number } | null {
  const wanted = spaced(quote)
  if (wanted === '') return null
  const [ahead, behind] = [spaced(before), spaced(after)]
  const whole = text.indexOf(spaced(before + quote + after))
  if (whole >= 0)
    return { at: whole + spaced(before + quote).length - wanted.length, like: ahead.length + behind.length }
  let best: { at: number; like: number } | null = null
  let at = text.indexOf(wanted)
  for (let looked = 0; at >= 0 && looked < MOST_ALIKE; looked++) {
    const end = at + wanted.length
    // A space between it and what stood there is none of either.
    const like =
      sameEnd(text.slice(Math.max(0, at - ahead.length - 1), at).trimEnd(), ahead) +
      sameStart(text.slice(end, end + behind.length + 1).trimStart(), behind)
    if (!best || like > best.like) best = { at, like }
    at = text.indexOf(wanted, at + 1)
  }
  return best
}

function sameStart(a: string, b: string): number {
  let same = 0
  while (same < a.length && same < b.length && a[same] === b[same]) same++
  return same
}

function sameEnd(a: string, b: string): number {
  let same = 0
  while (same < a.length && same < b.length && a.at(-1 - same) === b.at(-1 - same)) same++
  return same
}

/** A stretch of a text that ends within no sign: half an emoji is no letter. */
export const inWholeSigns = (text: string, { from, to }: Span): Span => ({
  from: isWithinSign(text, from) ? from - 1 : from,
  to: isWithinSign(text, to) ? to + 1 : to,
})

const isWithinSign = (text: string, at: number): boolean =>
  /^[\uD800-\uDBFF][\uDC00-\uDFFF]$/.test(text.slice(at - 1, at + 1))
