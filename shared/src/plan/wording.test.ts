import { describe, expect, it } from 'vitest'
import { boxesOf, LANGUAGES, sectionsOf, type Words } from './catalogue.ts'
import { FEATURES } from './features.ts'
import { IDEAS } from './ideas.ts'
import { SHAPES } from './shapes.ts'
import { TEMPLATES } from './templates.ts'

const isWords = (value: object): value is Words => 'en' in value && 'cy' in value

/** Every text found anywhere in some data, with the way to it. */
function textsIn(value: unknown, way: string): [string, Words][] {
  if (typeof value !== 'object' || value === null) return []
  if (isWords(value)) return [[way, value]]
  return Object.entries(value).flatMap(([name, inner]) => textsIn(inner, `${way}/${name}`))
}

const TEXTS = textsIn({ TEMPLATES, SHAPES, FEATURES, IDEAS }, '')

/** Names that are the same in Welsh. */
const PROPER_NAMES = ['Homeshare']

const wordsOf = (text: string): string[] => text.toLowerCase().match(/[\p{L}’]+/gu) ?? []

describe('what people read', () => {
  it('[PLAN-59] is there in English and in Welsh', () => {
    expect(TEXTS.length).toBeGreaterThan(400)
    for (const [way, words] of TEXTS) {
      expect(Object.keys(words), way).toEqual([...LANGUAGES])
      for (const text of Object.values(words)) {
        expect(text, way).toMatch(/\S/)
        expect(text.trim(), way).toBe(text)
      }
      if (!PROPER_NAMES.includes(words.en)) expect(words.cy, way).not.toBe(words.en)
    }
  })

  it('[PLAN-59] has no English left in the Welsh, and no Welsh in the English', () => {
    const english = new Set(['the', 'and', 'you', 'your', 'what', 'who', 'with', 'will', 'this', 'people', 'is', 'are'])
    const welsh = new Set(['beth', 'pwy', 'gyda', 'mae', 'sut', 'yw', 'yn', 'eich', 'chi', 'pobl', 'hwn', 'bydd'])
    for (const [way, { en, cy }] of TEXTS) {
      expect(
        wordsOf(cy).filter((word) => english.has(word)),
        way,
      ).toEqual([])
      expect(
        wordsOf(en).filter((word) => welsh.has(word)),
        way,
      ).toEqual([])
    }
  })

  it('[PLAN-60] keeps sentences to 15 words', () => {
    for (const [way, words] of TEXTS)
      for (const text of Object.values(words))
        for (const sentence of text.split(/[.?!:](?:\s|$)/))
          expect(sentence.split(/\s+/).filter(Boolean).length, `${way}: ${sentence}`).toBeLessThanOrEqual(15)
  })

  it('[PLAN-60] uses none of the office words listed here', () => {
    const banned = new Set(
      'invalid error errors failed submit user users outcome outcomes eligible stakeholder stakeholders utilise commence placement compliance pathway holistic domiciliary commissioning'.split(
        ' ',
      ),
    )
    for (const [way, { en }] of TEXTS)
      expect(
        wordsOf(en).filter((word) => banned.has(word)),
        way,
      ).toEqual([])
  })

  it('[PLAN-60] asks questions, and asks a person about themselves as "you"', () => {
    const asking = Object.values(TEMPLATES).flatMap((template) => [
      ...sectionsOf(template),
      ...boxesOf(template).values(),
    ])
    for (const { id, question } of asking) for (const text of Object.values(question)) expect(text, id).toMatch(/\?$/)
    const own = [...sectionsOf(TEMPLATES.support), ...boxesOf(TEMPLATES.support).values()]
    for (const { id, question } of own) expect(wordsOf(question.en), id).not.toContain('my')
  })
})
