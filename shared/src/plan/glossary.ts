/** A word a plan explains, or several that belong together. */
export type Explained = { readonly id: string; readonly word: string; readonly meaning: string }

/** What is the same for two ways to write one word: a plan explains it once. */
export const sameWord = (word: string): string => word.normalize('NFC').replace(/\s+/gu, ' ').trim().toLowerCase()

/** A stretch of a text. `explained`: it is a word the plan explains. */
export type Piece = { readonly text: string; readonly explained?: Explained }

const LETTER_BEFORE = /[\p{L}\p{N}\p{M}]$/u

/**
 * Finds the words a plan explains: whole, in any case, the longest where several begin.
 * @returns cuts a text into pieces; put together they are the text, letter by letter
 */
export function findExplained(words: readonly Explained[]): (text: string) => readonly Piece[] {
  const known = new Map(words.map((each) => [sameWord(each.word), each]))
  known.delete('')
  if (known.size === 0) return (text) => [{ text }]
  const any = Array.from(known.keys(), asPattern).toSorted((a, b) => b.length - a.length)
  // Looking ahead lets a shorter word stand where a longer one ends inside another; older browsers cannot look behind.
  const pattern = new RegExp(`(?:${any.join('|')})(?![\\p{L}\\p{N}\\p{M}])`, 'giu')
  return (text) => {
    const pieces: Piece[] = []
    let from = 0
    pattern.lastIndex = 0
    for (let match = pattern.exec(text); match; match = pattern.exec(text)) {
      const { 0: found, index } = match
      const explained = known.get(sameWord(found))
      if (!explained || LETTER_BEFORE.test(text.slice(Math.max(0, index - 2), index))) {
        // Not whole here: another may begin inside it.
        pattern.lastIndex = index + String.fromCodePoint(text.codePointAt(index) ?? 0).length
        continue
      }
      if (index > from) pieces.push({ text: text.slice(from, index) })
      pieces.push({ text: found, explained })
      from = index + found.length
    }
    return from < text.length || pieces.length === 0 ? [...pieces, { text: text.slice(from) }] : pieces
  }
}

const asPattern = (word: string): string => word.replace(/[\\^$.*+?()[\]{}|/]/gu, '\\$&').replaceAll(' ', '\\s+')
