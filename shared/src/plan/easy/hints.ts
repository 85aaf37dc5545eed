import type { Language } from '../catalogue.ts'
import { sentenceStarts } from '../rewording/sentence-ends.ts'
import { HARD_WORDS } from './hard-words.ts'
import { formsOf, plainWords } from './words-in-row.ts'

/** More words are harder to read (DH, "Basic guidelines for people who commission Easy Read information"). */
const MOST_WORDS = 15

/** What could be easier in a row. A hint and never a rule: nobody is stopped. */
export type EasyHint =
  | { readonly is: 'long'; readonly words: number }
  | { readonly is: 'sentences' }
  | { readonly is: 'hard'; readonly word: string; readonly easier: string }

/** What could be easier in a row: more than 15 words, more than one sentence, words of our list of hard ones (SPEC EASY-13). */
export function easyHints(row: string, language: Language): readonly EasyHint[] {
  const words = plainWords(row)
  return [
    ...(words.length > MOST_WORDS ? [{ is: 'long', words: words.length } as const] : []),
    ...(sentenceStarts(row.trim()).length > 0 ? [{ is: 'sentences' } as const] : []),
    ...hardIn(words, language),
  ]
}

function hardIn(words: readonly string[], language: Language): EasyHint[] {
  const forms = hardForms(language)
  return [...new Set(words)].flatMap((word) => {
    const easier = forms.get(word)
    return easier === undefined ? [] : [{ is: 'hard', word, easier }]
  })
}

const known = new Map<Language, ReadonlyMap<string, string>>()

/** Made when first asked for. */
function hardForms(language: Language): ReadonlyMap<string, string> {
  const made =
    known.get(language) ??
    new Map(
      [...HARD_WORDS[language]].flatMap(([hard, easier]) => formsOf(hard, language).map((form) => [form, easier])),
    )
  known.set(language, made)
  return made
}
