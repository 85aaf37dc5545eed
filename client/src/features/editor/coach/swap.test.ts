import { describe, expect, it } from 'vitest'
import { asIn, finderOf, swapsOf, type WrittenSwaps } from './swap.ts'
import cy from './words/cy.json'
import en from './words/en.json'

const NONE: ReadonlySet<string> = new Set()
const LISTS: Readonly<Record<'en' | 'cy', WrittenSwaps>> = { en, cy }
const found = (text: string, lang: 'en' | 'cy' = 'en', never = NONE) =>
  finderOf(swapsOf(LISTS[lang], never))(text).map(({ words }) => words)

describe('kinder and plainer words', () => {
  it('[A11Y-127] are some 40 kinder phrases and 300 plain ones, each with another word that is not itself in the list', () => {
    expect(Object.keys(en.kinder).length).toBeGreaterThanOrEqual(40)
    expect(Object.keys(en.plainer).length).toBeGreaterThanOrEqual(300)
    for (const lang of ['en', 'cy'] as const)
      for (const { from, to } of swapsOf(LISTS[lang], NONE)) {
        expect(to.every((word) => word.trim() !== '' && word !== from)).toBe(true)
        expect([from, to.flatMap((word) => found(word, lang).filter((hit) => hit === word))]).toEqual([from, []])
      }
  })

  it('[A11Y-127] are found whole, in any case, the longest first, and not where somebody does not want one again', () => {
    expect(found('Staff will UTILISE it prior to lunch.')).toEqual(['UTILISE', 'prior to'])
    expect(found('Sam is wheelchair-bound. A priority and reutilised things.')).toEqual(['wheelchair-bound'])
    expect(found('Mae Sam yn dioddef o boen.', 'cy')).toEqual(['yn dioddef o'])
    expect(found('Staff will utilise it.', 'en', new Set(['utilise']))).toEqual([])
    expect([asIn('Utilise', 'use'), asIn('utilise', 'use')]).toEqual(['Use', 'use'])
  })

  it('[A11Y-128] @E5 are never offered for what is quoted, nor where somebody says I', () => {
    for (const kept of [
      'Rosa said “they utilise my chair” and "I require help" today.',
      'Rosa said ‘the nurses utilise it’ today.',
      'Rosa said “they utilise',
      'I utilise a hoist.',
      'They utilise my hoist.',
    ])
      expect(found(kept)).toEqual([])
    expect(found('“Yes,” said Rosa. Staff utilise it. I require tea.')).toEqual(['utilise'])
    expect(found('Rwy’n dioddef o boen.', 'cy')).toEqual([])
  })
})
