/** One change of a stretch of words: at `at`, `removed` UTF-16 units out, `inserted` in. */
export type WordsEdit = { readonly at: number; readonly removed: number; readonly inserted: string }

/**
 * The smallest change that turns `before` into `after`, or null if they are the same.
 * @param caret where the caret is in `after`: of equally small changes ("aa" → "aaa") the one that ends there is taken,
 *   so that what somebody types lands where they typed it.
 * Never splits a surrogate pair: half a character cannot be stored.
 */
export function smallestEdit(before: string, after: string, caret: number): WordsEdit | null {
  if (before === after) return null
  const tail = after.length - caret
  let end = 0
  while (end < tail && end < before.length && before.at(-1 - end) === after.at(-1 - end)) end++
  const most = Math.min(before.length, after.length) - end
  let start = 0
  while (start < most && before[start] === after[start]) start++
  // Where the caret was no help (a paste, an autocorrection elsewhere), the rest of the tail may match too.
  const rest = Math.min(before.length, after.length) - start
  while (end < rest && before.at(-1 - end) === after.at(-1 - end)) end++

  if (start > 0 && isHigh(before.charCodeAt(start - 1))) start--
  if (end > 0 && isLow(before.charCodeAt(before.length - end))) end--
  return { at: start, removed: before.length - end - start, inserted: after.slice(start, after.length - end) }
}

const isHigh = (unit: number) => unit >= 0xd800 && unit <= 0xdbff
const isLow = (unit: number) => unit >= 0xdc00 && unit <= 0xdfff
