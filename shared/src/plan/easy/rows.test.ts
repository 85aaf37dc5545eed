import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { copyOf, syncAll } from '../../testing/copies.ts'
import { buildPlan } from '../../testing/index.ts'
import { EXAMPLES } from '../examples/index.ts'
import {
  addItem,
  addOwnSection,
  cellWords,
  clearEasyChecked,
  compared,
  differences,
  easyKey,
  editionChanges,
  editionOf,
  fingerprint,
  inLanguage,
  isKnownRoot,
  isListRoot,
  moveItem,
  type Plan,
  readPlan,
  removeItem,
  removeOwnSection,
  restoreItem,
  restorePlan,
  setCell,
  setEasyChecked,
  setStandsFor,
  sidesOfFacts,
  sidesOfRow,
  writePlan,
} from '../index.ts'

const PLACE = easyKey('place')
const planOf = (doc: Y.Doc): Plan => readPlan(doc, 'area')
const docOf = (plan: Plan): Y.Doc => {
  const doc = new Y.Doc()
  writePlan(doc, plan)
  return doc
}
const row = (doc: Y.Doc, words: string, picture?: string, key = PLACE): string =>
  addItem(doc, { key, shape: 'easy', cells: { words, ...(picture && { picture }) } })
const rowsOf = (doc: Y.Doc, key = PLACE) => {
  const content = planOf(doc).boxes[key]
  return content?.type === 'list' ? content.items : []
}
const wordsOf = (doc: Y.Doc, key = PLACE) => rowsOf(doc, key).map(({ cells }) => cells.words)
const edition = (plan: Plan) => editionOf({ title: 'Ours', plan, names: new Map(), explained: [] })
const boxIn = (plan: Plan) =>
  edition(plan)
    .parts.flatMap(({ sections }) => sections.flatMap(({ boxes }) => boxes))
    .find(({ key }) => key === PLACE)
const titleIn = (plan: Plan, lang: 'en' | 'cy' = 'en') => inLanguage(boxIn(plan)?.title ?? '', lang)
const CHECK = { by: 'Ann', on: '2026-11-03', supporter: 'Sam' }

describe('rows of easy words', () => {
  it('[EASY-10] are kept in an order, moved, taken out and put back', () => {
    const doc = new Y.Doc()
    const [a, b] = [row(doc, 'I live here.', 'home'), row(doc, 'I like tea.', 'tea')]
    moveItem(doc, PLACE, b, 'up')
    expect(wordsOf(doc)).toEqual(['I like tea.', 'I live here.'])
    removeItem(doc, PLACE, a)
    expect(wordsOf(doc)).toEqual(['I like tea.'])
    expect(planOf(doc).boxes[PLACE]).toMatchObject({ removed: [{ id: a, cells: { words: 'I live here.' } }] })
    restoreItem(doc, PLACE, a)
    expect(wordsOf(doc)).toEqual(['I like tea.', 'I live here.'])
    setCell(doc, PLACE, a, 'picture', 'door')
    setCell(doc, PLACE, b, 'picture', null)
    expect(rowsOf(doc).map(({ cells }) => cells.picture)).toEqual([undefined, 'door'])
  })

  it('[EASY-10] keep what two people write at the same time', () => {
    const anna = new Y.Doc()
    row(anna, 'One.')
    const ben = copyOf(anna)
    row(anna, 'From Anna.')
    row(ben, 'From Ben.')
    syncAll([anna, ben])
    expect(wordsOf(ben)).toEqual(wordsOf(anna))
    expect([...wordsOf(anna)].sort()).toEqual(['From Anna.', 'From Ben.', 'One.'])
  })

  it('[EASY-10] belong to a section, also to one of the group’s own, with which they go and come', () => {
    const doc = new Y.Doc()
    const id = addOwnSection(doc, { title: 'The mill' })
    const key = easyKey(`own:${id}`)
    row(doc, 'We have a mill.', undefined, key)
    expect(wordsOf(doc, key)).toEqual(['We have a mill.'])
    removeOwnSection(doc, id)
    expect(planOf(doc).boxes[key]).toMatchObject({ items: [], removed: [{ cells: { words: 'We have a mill.' } }] })
    expect(planOf(doc).unplaced).toEqual([])
  })

  it('[EASY-10] keep an unknown picture by its id, and what is no picture as words', () => {
    const doc = new Y.Doc()
    const [a, b] = [row(doc, 'A.', 'a-later-picture'), row(doc, 'B.')]
    setCell(doc, PLACE, b, 'picture', 'Not an id')
    expect(rowsOf(doc).find(({ id }) => id === a)?.cells.picture).toBe('a-later-picture')
    expect(rowsOf(doc).find(({ id }) => id === b)).toMatchObject({ cells: { words: 'B.' }, other: ['Not an id'] })
  })

  it('[EASY-10] have a root for every section and for no other', () => {
    for (const known of [PLACE, 'easy:living-map', 'easy:own:mill', 'plan.easy'])
      expect(isKnownRoot('area', known), known).toBe(true)
    for (const known of [PLACE, 'easy:own:mill']) expect(isListRoot('area', known), known).toBe(true)
    expect(isListRoot('area', 'plan.easy')).toBe(false)
    for (const strange of ['easy:nowhere', 'easy:', 'easy:own:', 'easy:own:a b', 'easy:place.where'])
      expect(isKnownRoot('area', strange), strange).toBe(false)
  })
})

describe('rows in two languages', () => {
  const BOTH = { words: 'It is by the mill.', 'words-cy': 'Mae wrth y felin.' }
  const sides = (cells: Record<string, string>, reader: 'en' | 'cy', plan: string | null = null) =>
    sidesOfRow({ cells }, reader, plan).map(({ words, lang }) => [lang, words])

  it('[EASY-38] have the same words in English or Welsh too, which are kept, brought back, and part of what was checked', () => {
    const doc = new Y.Doc()
    const id = addItem(doc, { key: PLACE, shape: 'easy', cells: BOTH })
    setEasyChecked(doc, 'place', { by: 'Ann', on: '2026-11-03' })
    const version = planOf(doc)
    expect(rowsOf(doc)[0]?.cells).toEqual(BOTH)
    setCell(doc, PLACE, id, 'words-cy', 'Mae wrth y gamlas.')
    expect(titleIn(planOf(doc))).toContain('Changed since it was checked')
    expect(compared(version, planOf(doc)).changes).toMatchObject([
      { what: 'item', box: PLACE, did: 'changed', cells: [{ field: 'words-cy' }] },
      { what: 'easy-checked' },
    ])
    restorePlan(doc, version)
    expect(differences(version, planOf(doc))).toEqual([])
  })

  it('[EASY-38] keep what two people write in them at the same time', () => {
    const anna = new Y.Doc()
    const id = row(anna, 'It is by the mill.')
    const ben = copyOf(anna)
    cellWords(anna, PLACE, id, 'words-cy')?.insert(0, 'Mae wrth ')
    cellWords(ben, PLACE, id, 'words-cy')?.insert(0, 'y felin.')
    syncAll([anna, ben])
    const read = String(rowsOf(ben)[0]?.cells['words-cy'])
    expect([...read].sort()).toEqual([...'Mae wrth y felin.'].sort())
  })

  it('[EASY-39] are read with the reader’s language first, each with its language', () => {
    expect(sides(BOTH, 'en')).toEqual([
      ['en', 'It is by the mill.'],
      ['cy', 'Mae wrth y felin.'],
    ])
    expect(sides(BOTH, 'cy').map(([lang]) => lang)).toEqual(['cy', 'en'])
    expect(sides({ words: 'Mae wrth y felin.', 'words-en': 'It is by the mill.' }, 'en')).toEqual(sides(BOTH, 'en'))
  })

  it('[EASY-39] are in no language that nobody said, and what is not written is no side', () => {
    expect(sides({ words: 'Tea.' }, 'cy')).toEqual([[undefined, 'Tea.']])
    expect(sides({ words: 'Tea.', 'words-cy': ' ' }, 'cy')).toEqual([[undefined, 'Tea.']])
    expect(sides({ 'words-cy': 'Te.' }, 'en')).toEqual([['cy', 'Te.']])
    const three = { words: 'Herbata.', 'words-en': 'Tea.', 'words-cy': 'Te.' }
    expect(sides(three, 'cy')).toEqual([
      ['cy', 'Te.'],
      [undefined, 'Herbata.'],
      ['en', 'Tea.'],
    ])
    const two = { words: 'Herbata.', 'words-cy': 'Te.' }
    expect(sides(two, 'en', 'pl').map(([lang]) => lang)).toEqual([undefined, 'cy'])
    expect(sides(two, 'en', 'cy').map(([lang]) => lang)).toEqual(['en', 'cy'])
  })

  it('[EASY-40] say in the edition in which language they are, and read the same from there', () => {
    const plan = buildPlan('area', { easy: { place: [{ ...BOTH, picture: 'home' }] } })
    const box = boxIn(plan)
    const [item] = box?.type === 'list' ? box.items : []
    expect(item?.facts.map(({ label, value }) => [label.en, value])).toEqual([
      ['In Welsh', { is: 'words', words: 'Mae wrth y felin.', lang: 'cy' }],
      ['Picture', expect.anything()],
    ])
    expect(item && sidesOfFacts(item, 'cy', null)).toEqual(sidesOfRow({ cells: BOTH }, 'cy', null))
  })
})

describe('whether easy words were checked', () => {
  it('[EASY-12] is told above them, in both languages, from the start', () => {
    const doc = new Y.Doc()
    row(doc, 'I live here.')
    expect(titleIn(planOf(doc))).toBe('In easy words. Not checked yet.')
    expect(titleIn(planOf(doc), 'cy')).toBe('Mewn geiriau hawdd. Heb ei wirio eto.')
    setEasyChecked(doc, 'place', CHECK)
    expect(titleIn(planOf(doc))).toBe('In easy words. Checked with Ann on 3 November 2026, with Sam supporting.')
    expect(titleIn(planOf(doc), 'cy')).toContain('Wedi’i wirio gyda Ann (3 Tachwedd 2026, gyda chymorth Sam)')
    clearEasyChecked(doc, 'place')
    expect(titleIn(planOf(doc))).toBe('In easy words. Not checked yet.')
  })

  it('[EASY-12] says so when a row changed since, came, went or moved, and no more when it reads as it did', () => {
    const doc = new Y.Doc()
    const id = row(doc, 'I live here.', 'home')
    row(doc, 'I like tea.')
    setEasyChecked(doc, 'place', { by: 'Ann', on: '2026-11-03' })
    const checked = 'In easy words. Checked with Ann on 3 November 2026.'
    const changed = 'In easy words. Changed since it was checked with Ann on 3 November 2026.'
    setCell(doc, PLACE, id, 'picture', 'door')
    expect(titleIn(planOf(doc))).toBe(changed)
    setCell(doc, PLACE, id, 'picture', 'home')
    expect(titleIn(planOf(doc))).toBe(checked)
    moveItem(doc, PLACE, id, 'down')
    expect(titleIn(planOf(doc))).toBe(changed)
    moveItem(doc, PLACE, id, 'up')
    removeItem(doc, PLACE, id)
    expect(titleIn(planOf(doc))).toBe(changed)
  })

  it('[EASY-12] is nobody’s claim where what stands there is no check', () => {
    const doc = new Y.Doc()
    row(doc, 'I live here.')
    for (const strange of [{ by: '', on: '2026-11-03', rows: 'x' }, { by: 'Ann', on: 'soon', rows: 'x' }, 'Ann', 7]) {
      doc.getMap('plan.easy').set('place', strange)
      expect(planOf(doc).easyChecked).toEqual({})
      expect(titleIn(planOf(doc))).toBe('In easy words. Not checked yet.')
    }
  })
})

describe('easy words in what people agree to', () => {
  it('[EASY-15] stand after the section’s full text, with what the picture shows in both languages', () => {
    const plan = buildPlan('area', {
      text: { 'place.where': ['Between the mill and the canal.'] },
      easy: {
        place: [
          { words: 'It is by the mill.', picture: 'home' },
          { words: 'It is ours.', picture: 'a-later-one' },
        ],
      },
    })
    const section = edition(plan).parts[0]?.sections[0]
    expect(section?.boxes.map(({ key }) => key)).toEqual(['place.where', PLACE])
    expect(boxIn(plan)).toMatchObject({
      type: 'list',
      shape: 'easy',
      items: [
        {
          name: { is: 'words', words: 'It is by the mill.' },
          facts: [{ value: { is: 'labels', named: [{ en: 'A house', cy: 'Tŷ' }], picture: 'home' } }],
        },
        { facts: [{ value: { named: [{ en: 'A picture', cy: 'Llun' }], picture: 'a-later-one' } }] },
      ],
    })
  })

  it('[EASY-15] make a section shown in which nothing else is written, and change the fingerprint', () => {
    const [none, some, other, checked] = [
      buildPlan('area'),
      buildPlan('area', { easy: { place: ['It is ours.'] } }),
      buildPlan('area', { easy: { place: [{ words: 'It is ours.', picture: 'home' }] } }),
      buildPlan('area', { easy: { place: ['It is ours.'] }, easyChecked: { place: { ...CHECK, rows: 'x' } } }),
    ].map(edition)
    expect(some?.parts[0]?.sections.map(({ id }) => id)).toEqual(['place'])
    expect(new Set([none, some, other, checked].map((one) => one && fingerprint(one))).size).toBe(4)
  })

  it('[EASY-15] leave the fingerprint of a plan without them as it always was', () => {
    // Taken before there were easy words: a plan agreed then is still the plan that was agreed.
    const fingerprints = Object.values(EXAMPLES).map(({ title, plan }) =>
      fingerprint(editionOf({ title, plan, names: new Map(), explained: [] })),
    )
    expect(fingerprints).toEqual([
      '0a0f6d6c55a78fb28550ff805dcb7a061bce620a8c848893cf19454f4f6670c3',
      'a2a50eec486e4d1fb106ef881367b44df3f1172fcd0ed51ca33f555206990305',
    ])
  })
})

describe('easy words as they change', () => {
  it('[EASY-16] are told apart row by row, and so is whether they were checked', () => {
    const doc = docOf(buildPlan('area', { easy: { place: [{ words: 'I live here.', picture: 'home' }] } }))
    const before = planOf(doc)
    setEasyChecked(doc, 'place', CHECK)
    expect(differences(before, planOf(doc))).toMatchObject([
      { what: 'easy-checked', section: 'place', after: { en: expect.stringContaining('Checked with Ann') } },
    ])
    const id = rowsOf(doc)[0]?.id as string
    setCell(doc, PLACE, id, 'words', 'I live in the mill.')
    const added = row(doc, 'I like it.')
    expect(compared(before, planOf(doc)).changes).toMatchObject([
      { section: 'place', what: 'item', box: PLACE, shape: 'easy', did: 'changed', cells: [{ field: 'words' }] },
      { section: 'place', what: 'item', did: 'added', item: { id: added } },
      { section: 'place', what: 'easy-checked', after: { en: expect.stringContaining('Changed since') } },
    ])
  })

  it('[EASY-16] are told to who has read the plan before', () => {
    const before = buildPlan('area', { easy: { place: ['I live here.'] } })
    const after = buildPlan('area', {
      easy: { place: ['I live here now.'] },
      easyChecked: { place: { ...CHECK, rows: '' } },
    })
    const [section] = editionChanges(edition(before), edition(after), 'en')
    expect(section?.lines.map(({ is }) => is)).toEqual(['added', 'taken-out', 'changed'])
    expect(section?.lines[0]?.pieces.map(({ text }) => text).join('')).toContain(
      'Changed since it was checked with Ann',
    )
  })

  it('[EASY-16] read again as a version did, when that is brought back, with what they stand for', () => {
    const doc = docOf(buildPlan('area', { easy: { 'living-map': ['We have a map.'] } }))
    const of = { place: 'place', print: 'abc' }
    const id = addItem(doc, { key: PLACE, shape: 'easy', cells: { words: 'I live here.', picture: 'home' }, of })
    setEasyChecked(doc, 'place', CHECK)
    const version = planOf(doc)
    setCell(doc, PLACE, id, 'words', 'I moved.')
    setCell(doc, PLACE, id, 'picture', null)
    setStandsFor(doc, PLACE, id, { place: 'place', print: 'looked at since' })
    clearEasyChecked(doc, 'place')
    row(doc, 'Another one.', undefined, easyKey('social-action'))
    removeItem(doc, easyKey('living-map'), rowsOf(doc, easyKey('living-map'))[0]?.id as string)
    expect(differences(version, planOf(doc)).length).toBeGreaterThan(0)
    restorePlan(doc, version)
    expect(differences(version, planOf(doc))).toEqual([])
    expect(rowsOf(doc).map((one) => one.of)).toEqual([of])
  })
})
