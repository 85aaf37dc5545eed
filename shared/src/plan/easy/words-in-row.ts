import type { Language } from '../catalogue.ts'
import { mutated } from '../mutated.ts'

/** The words of a sentence as they are looked up: small letters, without signs around them. */
export const plainWords = (text: string): string[] =>
  text
    .normalize('NFC')
    .toLowerCase()
    .replace(/[‘’]/g, "'")
    .match(/[\p{L}\p{N}]+(?:['-][\p{L}\p{N}]+)*/gu) ?? []

/** A word of one or several words, and the simple forms it is met in: plurals in English, first letters in Welsh. */
export function formsOf(word: string, language: Language): string[] {
  if (language === 'en')
    return [word, `${word}s`, `${word}es`, ...(/[^aeiou]y$/.test(word) ? [`${word.slice(0, -1)}ies`] : [])]
  language satisfies 'cy'
  return [word, ...mutated(word)]
}
