import type { Language } from '../catalogue.ts'

/** The words of a sentence as they are looked up: small letters, without signs around them. */
export const plainWords = (text: string): string[] =>
  text
    .normalize('NFC')
    .toLowerCase()
    .replace(/[‘’]/g, "'")
    .match(/[\p{L}\p{N}]+(?:['-][\p{L}\p{N}]+)*/gu) ?? []

/** First letters of a Welsh word, and what stands there after some words before it: soft, nasal and with breath. */
const MUTATIONS: readonly (readonly [from: string, to: readonly string[]])[] = [
  ['ll', ['l']],
  ['rh', ['r']],
  ['p', ['b', 'mh', 'ph']],
  ['t', ['d', 'nh', 'th']],
  ['c', ['g', 'ngh', 'ch']],
  ['b', ['f', 'm']],
  ['d', ['dd', 'n']],
  ['g', ['', 'ng']],
  ['m', ['f']],
]
/** Letters of Welsh that are written like one that changes and do not change. */
const STAY = /^(ch|dd|ng|ph|th)/

/** A word of one or several words, and the simple forms it is met in: plurals in English, first letters in Welsh. */
export function formsOf(word: string, language: Language): string[] {
  if (language === 'en')
    return [word, `${word}s`, `${word}es`, ...(/[^aeiou]y$/.test(word) ? [`${word.slice(0, -1)}ies`] : [])]
  if (/^[aeiouwyâêîôûŵŷ]/.test(word)) return [word, `h${word}`]
  const found = STAY.test(word) ? undefined : MUTATIONS.find(([from]) => word.startsWith(from))
  return found ? [word, ...found[1].map((to) => to + word.slice(found[0].length))] : [word]
}
