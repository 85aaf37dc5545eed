import { LIMIT } from '@withy/shared/api'

/** No word is longer: where there is no space in so many letters, people write without them. */
const LONGEST_WORD = 40

/** As much of the end of what was said as goes, from the beginning of a word. The hall reads its last lines. */
export function lastSaid(words: string): string {
  if (words.length <= LIMIT.caption) return words
  const last = words.slice(-LIMIT.caption)
  const space = last.slice(0, LONGEST_WORD).search(/\s/)
  // Never half of a letter that is made of two.
  return space === -1 ? last.replace(/^[\uDC00-\uDFFF]/, '') : last.slice(space).trimStart()
}
