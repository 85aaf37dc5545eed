import { LANGUAGES, type Language } from '../catalogue.ts'
import type { Picture } from './picture.ts'
import { PICTURES } from './pictures.ts'
import { formsOf, plainWords } from './words-in-row.ts'

/** No keyword has more words. */
const LONGEST = 3

/**
 * Pictures for a row of easy words, the best first: the one with the longest keyword that stands in it. By its keywords in the language
 * given, and where none of those fits by those in the other. Empty where no word of it is a keyword (SPEC EASY-3).
 */
export function suggestPictures(row: string, language: Language): readonly Picture[] {
  const words = plainWords(row)
  for (const lang of [language, ...LANGUAGES.filter((other) => other !== language)]) {
    const found = matches(words, keywordsIn(lang))
    if (found.length > 0) return found
  }
  return []
}

function matches(words: readonly string[], keywords: ReadonlyMap<string, readonly Picture[]>): Picture[] {
  const found: { readonly phrase: string; readonly words: number; readonly pictures: readonly Picture[] }[] = []
  for (let count = LONGEST; count > 0; count--)
    for (let at = 0; at + count <= words.length; at++) {
      const phrase = words.slice(at, at + count).join(' ')
      const pictures = keywords.get(phrase)
      if (pictures) found.push({ phrase, words: count, pictures })
    }
  // Sorting is stable: of keywords alike in length the one that stands first in the row.
  found.sort((a, b) => b.words - a.words || b.phrase.length - a.phrase.length)
  return [...new Set(found.flatMap(({ pictures }) => pictures))]
}

/** Pictures of which a keyword, or a word of what they show, begins with each word asked for; in either language. */
export function searchPictures(asked: string): readonly Picture[] {
  const words = plainWords(asked)
  return PICTURES.filter((picture) => {
    const its = LANGUAGES.flatMap((lang) => [...picture.keywords[lang], picture.alt[lang]].flatMap(plainWords))
    return words.every((word) => its.some((one) => one.startsWith(word)))
  })
}

const known = new Map<Language, ReadonlyMap<string, readonly Picture[]>>()

/** Made when first asked for: most who open a plan choose no picture. */
function keywordsIn(language: Language): ReadonlyMap<string, readonly Picture[]> {
  const made = known.get(language) ?? gathered(language)
  known.set(language, made)
  return made
}

function gathered(language: Language): ReadonlyMap<string, readonly Picture[]> {
  const byWord = new Map<string, Picture[]>()
  for (const picture of PICTURES)
    for (const keyword of picture.keywords[language])
      for (const form of formsOf(plainWords(keyword).join(' '), language))
        byWord.set(form, [...(byWord.get(form) ?? []).filter((one) => one !== picture), picture])
  return byWord
}
