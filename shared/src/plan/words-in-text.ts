// Made once: making one takes longer than most texts. Where a browser has none, words end at spaces.
const words = 'Segmenter' in Intl ? new Intl.Segmenter(undefined, { granularity: 'word' }) : null

/** A text cut into words and what stands between them: together they are the text. */
export const tokensOf = (text: string): string[] =>
  words ? Array.from(words.segment(text), ({ segment }) => segment) : text.split(/(\s+)/).filter((part) => part !== '')

/** Whether such a piece is a word, and no space or comma. */
export const isWord = (token: string): boolean => /[\p{L}\p{N}]/u.test(token)

export const wordsIn = (text: string): string[] => tokensOf(text).filter(isWord)

/** How often each is there. */
export function countsOf(all: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const word of all) counts.set(word, (counts.get(word) ?? 0) + 1)
  return counts
}
