import { describe, expect, it } from 'vitest'
import { boxesOf, FEATURE_IDS, type Section, sectionsOf } from './catalogue.ts'
import { FEATURES } from './features.ts'
import { SHAPES } from './shapes.ts'
import { TEMPLATES } from './templates.ts'

const KEBAB = /^[a-z]+(-[a-z]+)*$/
const { area, support } = TEMPLATES

const partOf = (template: typeof area, id: string): readonly Section[] =>
  template.parts.find((part) => part.id === id)?.sections ?? []

const boxesIn = (section: Section | undefined): string[] =>
  (section?.boxes ?? []).map((box) => `${box.id} ${box.type === 'list' ? box.shape : 'text'}`)

const sectionOf = (template: typeof area, id: string): Section | undefined =>
  sectionsOf(template).find((section) => section.id === id)

describe('the ten features', () => {
  it('[PLAN-50] are numbered in order, grouped, and say which wording is confirmed', () => {
    expect(FEATURES.map((feature) => feature.id)).toEqual([...FEATURE_IDS])
    expect(FEATURES.map((feature) => feature.number)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10])
    expect(FEATURES.map((feature) => feature.group).join('')).toBe('AABBCCAABC')
    expect(FEATURES.filter((feature) => feature.source === 'confirmed').map((feature) => feature.number)).toEqual([
      1, 2, 3, 4, 5, 6, 7,
    ])
    expect(FEATURES.slice(7).map((feature) => feature.source)).toEqual(Array(3).fill('our reading'))
  })
})

describe.each([area, support])('the $kind plan', (template) => {
  it('[PLAN-51] has short plain ids, each once', () => {
    const parts = template.parts.map((part) => part.id)
    const sections = sectionsOf(template).map((section) => section.id)
    expect(new Set(parts).size).toBe(parts.length)
    expect(new Set(sections).size).toBe(sections.length)
    for (const section of sectionsOf(template)) {
      const boxes = section.boxes.map((box) => box.id)
      expect(new Set(boxes).size, section.id).toBe(boxes.length)
      for (const id of [...parts, section.id, ...boxes]) {
        expect(id).toMatch(KEBAB)
        expect(id.length).toBeLessThanOrEqual(24)
      }
      expect(boxes.length, section.id).toBeGreaterThan(0)
    }
    expect(boxesOf(template).size).toBe(sectionsOf(template).reduce((n, section) => n + section.boxes.length, 0))
  })

  it('[PLAN-51] has a section named after every feature, and knows the shape of every list', () => {
    for (const { id, title, source } of FEATURES)
      expect(sectionOf(template, id)).toMatchObject({ title, source, features: [id], codes: [] })
    for (const box of boxesOf(template).values()) if (box.type === 'list') expect(SHAPES[box.shape].id).toBe(box.shape)
  })
})

describe('the area plan', () => {
  it('[PLAN-52] opens with what it is about and closes with keeping it true', () => {
    expect(area.parts.map((part) => part.id)).toEqual(['about-this-plan', 'ten-features', 'keeping-it-true'])
    expect(partOf(area, 'about-this-plan').map(boxesIn)).toEqual([
      ['where text', 'edges text'],
      ['story text'],
      ['decide text', 'advise text', 'cannot-change text', 'decided text'],
      ['taken-part taking-part', 'not-yet taking-part'],
    ])
    expect(partOf(area, 'keeping-it-true').map(boxesIn)).toEqual([['disagreements disagreement'], ['reviews review']])
  })

  it('[PLAN-52] asks the same four boxes of every feature', () => {
    expect(partOf(area, 'ten-features').map((section) => section.id)).toEqual([...FEATURE_IDS])
    for (const section of partOf(area, 'ten-features'))
      expect(boxesIn(section)).toEqual(['have asset', 'want text', 'do action', 'know sign'])
  })
})

describe('the support plan', () => {
  it('[PLAN-54] has five parts, and everything a council must write down', () => {
    expect(support.parts.map((part) => part.id)).toEqual([
      'about-me',
      'my-part',
      'strengths-and-circle',
      'what-will-happen',
      'keeping-in-control',
    ])
    expect(partOf(support, 'strengths-and-circle').map(boxesIn)).toEqual([['strengths strength'], ['people person']])
    expect(partOf(support, 'what-will-happen').map(boxesIn)).toEqual([
      ['working text', 'not-working text'],
      ['goals goal', 'serves asset'],
      ['actions action'],
      ['money money'],
      ['needs need', 'preventing text'],
    ])
    expect(partOf(support, 'keeping-in-control').map(boxesIn)).toEqual([
      ['contingencies contingency', 'carer-emergency contingency'],
      ['carer text'],
      ['deciding text', 'helpers person'],
      ['readers reader'],
      ['disagreements disagreement'],
      ['reviews review'],
    ])
  })

  it('[PLAN-55] keeps the ten features folded, and asks three boxes of each', () => {
    expect(support.parts.filter((part) => part.folded).map((part) => part.id)).toEqual(['my-part'])
    expect(partOf(support, 'my-part').map((section) => section.id)).toEqual([...FEATURE_IDS])
    for (const section of partOf(support, 'my-part'))
      expect(boxesIn(section)).toEqual(['have asset', 'want text', 'do action'])
  })

  it('[PLAN-56] carries the seven PRSB headings with their SNOMED CT codes', () => {
    const headings = partOf(support, 'about-me').filter((section) => section.codes.length > 0)
    expect(headings.map((section) => [section.title.en, section.codes, section.source])).toEqual(
      [
        ['What is most important to me', '1515861000000103'],
        ['People who are important to me', '1515871000000105'],
        ['How I communicate and how to communicate with me', '1515881000000107'],
        ['My wellness', '1515891000000109'],
        ['Please do and please do not', '1515901000000105'],
        ['How and when to support me', '1515911000000107'],
        ['Also worth knowing about me', '1515921000000101'],
      ].map(([title, code]) => [title, [{ system: 'snomed', code }], 'confirmed']),
    )
    expect(boxesIn(sectionOf(support, 'wellness'))).toEqual(['good-day text', 'bad-day text'])
    expect(boxesIn(sectionOf(support, 'please-do'))).toEqual(['do text', 'do-not text'])
    expect(boxesIn(sectionOf(support, 'written-with'))).toEqual(['helpers taking-part'])
  })
})

describe('where the wording comes from', () => {
  it('[PLAN-57] is said of the title of every section: the features and the seven headings have it, others are ours', () => {
    for (const section of [...sectionsOf(area), ...sectionsOf(support)]) {
      const feature = FEATURES.find(({ id }) => id === section.id)
      expect(section.source, section.id).toBe(feature?.source ?? (section.codes.length > 0 ? 'confirmed' : 'ours'))
    }
  })

  it('[PLAN-57] is said of the title of every box: confirmed where it is words of its heading, else ours', () => {
    const confirmed: string[] = []
    for (const section of [...sectionsOf(area), ...sectionsOf(support)])
      for (const box of section.boxes) {
        const inHeading = section.title.en.toLowerCase().includes(box.title.en.toLowerCase())
        expect(box.source, box.title.en).toBe(section.codes.length > 0 && inHeading ? 'confirmed' : 'ours')
        if (box.source === 'confirmed') confirmed.push(box.title.en)
      }
    expect(confirmed).toEqual(['Most important', 'Please do', 'Please do not', 'Also worth knowing'])
  })

  it('[PLAN-57] is said of the title of every part: only About me is the name of a standard', () => {
    const parts = [...area.parts, ...support.parts]
    expect(parts.filter((part) => part.source === 'confirmed').map((part) => part.title.en)).toEqual(['About me'])
    expect(parts.filter((part) => part.source === 'ours')).toHaveLength(parts.length - 1)
  })
})
