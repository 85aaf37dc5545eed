import { createHash } from 'node:crypto'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { anyPlan, buildPlan, reading, wordsOf } from '../testing/index.ts'
import { type Edition, editionJson, editionOf, fingerprint, isVisible, type Plan, type ToRead } from './index.ts'

const NAMES = new Map([
  ['p1', 'Rosa'],
  ['p2', 'Kofi'],
])
const read = (plan: Plan, more: Partial<ToRead> = {}): Edition =>
  editionOf({ title: 'Rosa’s plan', plan, names: NAMES, explained: [], ...more })

/** Every string in it, however deep; not the address of a link, which stands in the middle of a sentence. */
function stringsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value]
  if (value === null || typeof value !== 'object') return []
  return Object.entries(value).flatMap(([key, inner]) => (key === 'link' ? [] : stringsIn(inner)))
}

const action = (cells: Record<string, string | readonly string[]>) =>
  buildPlan('area', { items: { 'living-map.do': [cells] } })

describe('an edition', () => {
  it('[EASY-40] calls a row of easy words that stands in one of our languages alone by that', () => {
    const row = (cells: Record<string, string>) => {
      const plan = buildPlan('area', { easy: { place: [cells] } })
      const [box] = read(plan).parts.flatMap(({ sections }) => sections.flatMap(({ boxes }) => boxes))
      return box?.type === 'list' ? box.items.map(({ name, facts }) => [name, facts.map(({ field }) => field)]) : []
    }
    expect(row({ 'words-cy': 'Wrth y felin.' })).toEqual([[{ is: 'words', words: 'Wrth y felin.', lang: 'cy' }, []]])
    expect(row({ words: 'By the mill.', 'words-cy': 'Wrth y felin.' })).toEqual([
      [{ is: 'words', words: 'By the mill.' }, ['words-cy']],
    ])
  })

  it('[PLAN-26] holds every word people wrote that can be seen', () => {
    fc.assert(
      fc.property(anyPlan('support'), (plan) => {
        const all = stringsIn(read(plan))
          .map((text) => text.toWellFormed())
          .join('')
        const letters = (text: string) => text.toWellFormed().replace(/\s/gu, '')
        for (const words of wordsOf(plan).filter(isVisible)) expect(letters(all)).toContain(letters(words))
      }),
      { numRuns: 100 },
    )
  })

  it('[PLAN-26] names people, choices and features in words, in both languages, and holds no person’s id', () => {
    const plan = action({ what: 'Walk the map', who: ['p1', 'p9'], status: 'doing', features: ['social-value'] })
    const strings = stringsIn(read(plan))
    for (const words of ['Walk the map', 'Rosa', 'Someone who is no longer in this plan', 'Doing it', 'Social value'])
      expect(strings).toContain(words)
    expect(strings).toContain('Rhywun nad yw yn y cynllun hwn mwyach')
    expect(strings).not.toContain('p1')
    expect(strings).not.toContain('p9')
  })

  it('[PLAN-26] has the title a group gave where it gave one, the question that is shown, and what is still empty', () => {
    const plan = buildPlan('area', { text: { 'place.where': ['The mill.'] }, titles: { place: 'Our edges' } })
    const [about] = read(plan).parts
    expect(about?.sections[0]).toMatchObject({ id: 'place', title: 'Our edges' })
    expect(about?.sections[0]?.question?.en).toMatch(/\?/)
    expect(about?.empty.length).toBeGreaterThan(0)
  })

  it('[PLAN-138] says of the words of an item in which language they are, and of nothing else in it', () => {
    const plan = action({ what: 'Cerdded y map', status: 'doing', 'first-step': 'Yn araf' })
    const box = plan.boxes['living-map.do']
    if (box?.type !== 'list') throw new Error('no list')
    const inWelsh = box.items.map((item) => ({ ...item, lang: 'cy' }))
    const boxes = { ...plan.boxes, 'living-map.do': { ...box, items: inWelsh } }
    const [item] = read({ ...plan, boxes }).parts.flatMap(({ sections }) =>
      sections.flatMap((section) => section.boxes.flatMap((one) => (one.type === 'list' ? one.items : []))),
    )
    expect(item?.name).toMatchObject({ words: 'Cerdded y map', lang: 'cy' })
    const said = item?.facts.map(({ field, value }) => [field, value.is === 'words' && value.lang])
    expect(said).toContainEqual(['first-step', 'cy'])
    expect(said).toContainEqual(['status', false])
    expect(editionJson(read(plan))).not.toContain('"lang"')
  })

  it('[PLAN-27] is equal for plans that read the same', () => {
    fc.assert(
      fc.property(anyPlan('area'), (plan) => {
        const again = JSON.parse(JSON.stringify(plan)) as Plan
        expect(editionJson(read(again))).toBe(editionJson(read(plan)))
      }),
      { numRuns: 50 },
    )
    const whole = buildPlan('area', { text: { 'place.where': ['The mill.'] } })
    const cut: Plan = {
      ...whole,
      boxes: {
        ...whole.boxes,
        'place.where': {
          type: 'text',
          text: [
            { type: 'paragraph', runs: [] },
            { type: 'paragraph', runs: [{ text: 'The ' }, { text: 'mill.' }] },
          ],
        },
      },
    }
    expect(reading(cut)).toBe(reading(whole))
    expect(editionJson(read(cut))).toBe(editionJson(read(whole)))
  })
})

describe('the fingerprint', () => {
  it('[AGREE-1] is SHA-256 of what is kept', () => {
    const edition = read(action({ what: 'Walk the map' }))
    expect(fingerprint(edition)).toBe(createHash('sha256').update(editionJson(edition)).digest('hex'))
    expect(JSON.parse(editionJson(edition))).toEqual(edition)
  })

  it('[AGREE-1] changes with a word, a cell, a name, the title, an explained word, and any word of ours', () => {
    const plan = action({ what: 'Walk the map', who: ['p1'] })
    const edition = read(plan)
    const [part, ...parts] = edition.parts
    if (!part) throw new Error('no part')
    const editions = [
      edition,
      read(action({ what: 'Walk the maps', who: ['p1'] })),
      read(action({ what: 'Walk the map', who: ['p2'] })),
      read(plan, { names: new Map([['p1', 'Rosie']]) }),
      read(plan, { title: 'Our plan' }),
      read(plan, { explained: [{ word: 'asset', meaning: 'what we have' }] }),
      { ...edition, parts: [{ ...part, title: { ...part.title, cy: 'Gair arall' } }, ...parts] },
    ]
    expect(new Set(editions.map(fingerprint)).size).toBe(editions.length)
  })
})
