import { type CareWord, type CareWordList, isInitials } from './care-word.ts'

/** A stretch of a text. `word`: it is one of the list. */
export type CarePiece = { readonly text: string; readonly word?: CareWord }

/** A form as the words it is made of, and what stands between each and the next. */
type Form = {
  readonly words: readonly string[]
  readonly gaps: readonly string[]
  /** Initials: found only as they stand. */
  readonly exact: string | null
  readonly word: CareWord
}
type Token = { readonly text: string; readonly from: number; readonly to: number }

const WORD = /[\p{L}\p{N}\p{M}]+/gu

/**
 * Finds the words of a list in a text: whole, in any case, the longest where several begin. The text is read once, however
 * long the list is.
 * @returns cuts a text into pieces; put together they are the text, letter by letter
 */
export function findCareWords({ words, formsOf }: CareWordList): (text: string) => readonly CarePiece[] {
  const byFirstWord = new Map<string, Form[]>()
  for (const word of words) {
    for (const written of formsOf(word)) {
      const form = formOf(written, word)
      const first = form.words[0]
      if (first !== undefined) byFirstWord.set(first, [...(byFirstWord.get(first) ?? []), form])
    }
  }
  for (const forms of byFirstWord.values()) forms.sort((a, b) => b.words.length - a.words.length)
  return (text) => {
    const tokens = tokensOf(text)
    const pieces: CarePiece[] = []
    let from = 0
    for (let at = 0; at < tokens.length; at += 1) {
      const form = byFirstWord.get(small(tokens[at]?.text ?? ''))?.find((each) => standsAt(each, text, tokens, at))
      if (!form) continue
      const last = at + form.words.length - 1
      const [start, end] = [tokens[at]?.from ?? 0, tokens[last]?.to ?? 0]
      if (start > from) pieces.push({ text: text.slice(from, start) })
      pieces.push({ text: text.slice(start, end), word: form.word })
      from = end
      at = last
    }
    return from < text.length || pieces.length === 0 ? [...pieces, { text: text.slice(from) }] : pieces
  }
}

function standsAt(form: Form, text: string, tokens: readonly Token[], at: number): boolean {
  return form.words.every((word, i) => {
    const token = tokens[at + i]
    if (!token || small(token.text) !== word) return false
    if (form.exact !== null && form.exact !== token.text) return false
    const next = tokens[at + i + 1]
    return i === form.gaps.length || (next !== undefined && form.gaps[i] === gapOf(text.slice(token.to, next.from)))
  })
}

function formOf(written: string, word: CareWord): Form {
  const tokens = tokensOf(written)
  const gaps = tokens.slice(1).map(({ from }, i) => gapOf(written.slice(tokens[i]?.to, from)))
  return { words: tokens.map(({ text }) => small(text)), gaps, exact: isInitials(written) ? written : null, word }
}

const tokensOf = (text: string): readonly Token[] =>
  Array.from(text.matchAll(WORD), ({ 0: found, index }) => ({ text: found, from: index, to: index + found.length }))

const small = (word: string): string => word.normalize('NFC').toLowerCase()

/** What stands between two words, where it is written in more ways than one. */
const gapOf = (between: string): string => {
  if (/^(?:\s+|[-‐‑])$/u.test(between)) return ' '
  return between === '’' ? "'" : between
}
