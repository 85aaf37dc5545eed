import { mutated } from '@withy/shared/plan'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { CareWord, CareWordList } from './care-word.ts'
import { asWritten } from './care-word.ts'
import { list as cy } from './cy.ts'
import { list as en } from './en.ts'
import { findCareWords } from './find-care-words.ts'

const listOf = (...forms: (readonly [string, ...string[]])[]): CareWordList => ({
  words: forms.map(([word, ...also]): CareWord => ({ id: word, word, also, means: '' })),
  formsOf: asWritten,
})
/** The text with what was found in brackets. */
const found = (text: string, list: CareWordList) =>
  findCareWords(list)(text)
    .map((piece) => (piece.word ? `[${piece.text}=${piece.word.id}]` : piece.text))
    .join('')

describe('care words in a text', () => {
  it('[A11Y-71] are found whole, in any case, the longest first', () => {
    const list = listOf(['capacity'], ['mental capacity'], ['mental capacity act'], ['respite'])
    expect(found('Mental Capacity\nAct, mental capacity actor; RESPITE, respites', list)).toBe(
      '[Mental Capacity\nAct=mental capacity act], [mental capacity=mental capacity] actor; [RESPITE=respite], respites',
    )
  })

  it('[A11Y-71] are found however hyphens and apostrophes are typed, and not across a sentence', () => {
    const list = listOf(['carer’s assessment'], ['co-production'], ['1:1'], ['care plan'])
    expect(found("a carer's assessment, co production, 1:1, 1.1, care. Plan, care, plan", list)).toBe(
      "a [carer's assessment=carer’s assessment], [co production=co-production], [1:1=1:1], 1.1, care. Plan, care, plan",
    )
  })

  it('[A11Y-71] are found by their initials only as these stand', () => {
    const list = listOf(['personal assistant', 'PA', 'PAs'])
    expect(found('My PA’s car; pa said so, Pa too. Two PAs, pas, PERSONAL assistant', list)).toBe(
      'My [PA=personal assistant]’s car; pa said so, Pa too. Two [PAs=personal assistant], pas, [PERSONAL assistant=personal assistant]',
    )
  })

  it('[A11Y-71] are found in Welsh as they begin after other words', () => {
    expect(mutated('gofal')).toEqual(['ofal', 'ngofal'])
    expect(mutated('cynllun')).toEqual(['gynllun', 'nghynllun', 'chynllun'])
    expect(mutated('Tîm')).toEqual(['dîm', 'nhîm', 'thîm'])
    expect(mutated('lleoliad')).toEqual(['leoliad'])
    expect(mutated('therapydd')).toEqual([])
    expect(mutated('asesiad')).toEqual(['hasesiad'])
    const ids = (text: string) => findCareWords(cy)(text).flatMap(({ word }) => word?.id ?? [])
    expect(
      ids(
        'Yn fy nghynllun gofal mae gyllideb bersonol, a’i hasesiad hi. Taliadau uniongyrchol, dau daliad uniongyrchol.',
      ),
    ).toEqual(['care-plan', 'personal-budget', 'assessment', 'direct-payment', 'direct-payment'])
  })

  it('[A11Y-71] take no letter from a text, and give none to it', () => {
    const text = fc.string({ unit: fc.constantFrom('a', 'B', 'ŷ', ' ', '\n', '-', '’', '😀', '́', '.') })
    fc.assert(
      fc.property(text, fc.array(text.filter((word) => word !== '')), (all, words) => {
        const list = listOf(...words.map((word): readonly [string] => [word]))
        expect(
          findCareWords(list)(all)
            .map((piece) => piece.text)
            .join(''),
        ).toBe(all)
      }),
      { numRuns: 300 },
    )
  })

  it('[A11Y-71] are found in a plan of twenty pages within a tenth of a second', () => {
    const find = findCareWords(en)
    const filler =
      'I like to walk to the shop with my neighbour and to sing in the hall on Tuesdays when the sun is out.'
    const page = en.words.slice(0, 25).map(({ word }) => `${filler} We talked about the ${word}.`)
    const plan = Array.from({ length: 20 }, () => page).flat()
    expect(plan.join(' ').split(' ').length).toBeGreaterThan(12_000)
    const times = Array.from({ length: 5 }, () => {
      const began = performance.now()
      for (const text of plan) find(text)
      return performance.now() - began
    })
    expect(Math.min(...times)).toBeLessThan(100)
  })
})
