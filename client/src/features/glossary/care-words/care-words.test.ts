import { LANGUAGES, type Language } from '@withy/shared/plan'
import { describe, expect, it } from 'vitest'
import { asWritten, type CareWord, type CareWordList } from './care-word.ts'
import { list as cy } from './cy.ts'
import { list as en } from './en.ts'
import { findCareWords } from './find-care-words.ts'

const LISTS: Record<Language, CareWordList> = { en, cy }
const each = LANGUAGES.flatMap((lang) => LISTS[lang].words.map((word) => ({ lang, word })))

/** The words of a list that stand in a text. */
const hardIn = (text: string, { lang, word }: { lang: Language; word: CareWord }): string[] =>
  finders[lang](text).flatMap((piece) => (piece.word && piece.word.id !== word.id ? [piece.word.word] : []))
const finders = { en: findCareWords(en), cy: findCareWords(cy) }

const countWords = (sentence: string): number =>
  sentence.split(/\s+/u).filter((each) => /\p{L}|\p{N}/u.test(each)).length

describe('the list of care words', () => {
  it('[A11Y-74] has the same words in both languages, about 200 or more, each with what it means', () => {
    const ids = (list: CareWordList) => list.words.map(({ id }) => id)
    expect(new Set(ids(en)).size).toBe(en.words.length)
    expect(ids(cy).toSorted()).toEqual(ids(en).toSorted())
    expect(en.words.length).toBeGreaterThanOrEqual(200)
    expect(each.filter(({ word }) => word.word.trim() === '' || word.means.trim() === '')).toEqual([])
  })

  it('[A11Y-74] says what each means in one sentence of at most 15 words', () => {
    const long = each.filter(({ word }) => countWords(word.means) > 15 || !/^[^.!?]+\.$/u.test(word.means))
    expect(long.map(({ word }) => word.means)).toEqual([])
    const easier = each.filter(({ word }) => countWords(word.easier ?? '') > 8 || /[.!?]$/u.test(word.easier ?? ''))
    expect(easier.map(({ word }) => word.easier)).toEqual([])
  })

  it('[A11Y-74] explains no hard word with another one', () => {
    const hard = each.flatMap(({ lang, word }) =>
      [word.means, word.easier ?? ''].flatMap((text) =>
        hardIn(text, { lang, word }).map((used) => `${lang} ${word.word}: ${used}`),
      ),
    )
    expect(hard).toEqual([])
  })

  it('[A11Y-74] has no form of a word twice, and no easier word that is the word', () => {
    for (const lang of LANGUAGES) {
      const forms = LISTS[lang].words.flatMap((word) => asWritten(word).map((form) => form.toLowerCase()))
      expect(forms.filter((form, i) => forms.indexOf(form) !== i)).toEqual([])
      expect(LISTS[lang].words.filter(({ word, easier }) => word.toLowerCase() === easier?.toLowerCase())).toEqual([])
    }
    // A Welsh word that begins as another does after some words would be told as that other one.
    const byForm = new Map(cy.words.flatMap((word) => asWritten(word).map((form) => [form.toLowerCase(), word.id])))
    const taken = cy.words.flatMap((word) =>
      cy.formsOf(word).filter((form) => (byForm.get(form.toLowerCase()) ?? word.id) !== word.id),
    )
    expect(taken).toEqual([])
  })

  it('[A11Y-74] finds every form of every word as that word', () => {
    const lost = each.flatMap(({ lang, word }) =>
      LISTS[lang].formsOf(word).filter((form) => {
        const [whole, ...more] = finders[lang](form)
        return whole?.word !== word || more.length > 0
      }),
    )
    expect(lost).toEqual([])
  })

  it('[A11Y-74] says of each Welsh word whether somebody whose first language it is has read it', () => {
    expect(cy.words.filter(({ read }) => read === undefined)).toEqual([])
    // Nobody has yet. Who reads them sets `read`, and this number with it.
    expect(cy.words.filter(({ read }) => read === false)).toHaveLength(cy.words.length)
  })
})
