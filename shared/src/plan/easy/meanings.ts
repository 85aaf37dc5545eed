import type { Language } from '../catalogue.ts'
import type { Edition } from '../edition.ts'
import { easyHints } from './hints.ts'
import { formsOf, plainWords } from './words-in-row.ts'

/** A word and what it means in easy words. */
export type Meaning = { readonly word: string; readonly meaning: string }

/**
 * Words of these rows that need a “This means” beside them, each once: those the plan explains, in people's own words, then those of our
 * list of hard ones (SPEC EASY-32).
 */
export function meaningsIn(rows: readonly string[], explained: Edition['explained'], language: Language): Meaning[] {
  const said = rows.map((row) => ` ${plainWords(row).join(' ')} `)
  const stands = (word: string) =>
    formsOf(plainWords(word).join(' '), language).some((form) => said.some((row) => row.includes(` ${form} `)))
  const ours = rows
    .flatMap((row) => easyHints(row, language))
    .flatMap((hint) => (hint.is === 'hard' ? [{ word: hint.word, meaning: hint.easier }] : []))
  const theirs = explained.filter(({ word }) => plainWords(word).length > 0 && stands(word))
  const known = new Set<string>()
  return [...theirs, ...ours].filter(({ word }) => {
    const key = plainWords(word).join(' ')
    return !known.has(key) && known.add(key)
  })
}
