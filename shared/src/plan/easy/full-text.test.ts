import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { buildPlan } from '../../testing/index.ts'
import {
  addItem,
  easyHints,
  easyKey,
  fullTextChanged,
  fullWordsOf,
  type Plan,
  readPlan,
  setStandsFor,
  standsForNow,
  wholeSection,
  writePlan,
} from '../index.ts'

const MAP = 'living-map'
const withText = (...lines: string[]): Plan =>
  buildPlan('area', {
    text: { 'place.where': lines },
    items: { [`${MAP}.do`]: [{ what: 'Walk the map', status: 'doing' }] },
  })
const wordsIn = (plan: Plan, section: string) => fullWordsOf(plan, section).map(({ words }) => words)
const kinds = (row: string, lang: 'en' | 'cy' = 'en') => easyHints(row, lang).map(({ is }) => is)

describe('the full text as a start for easy words', () => {
  it('[EASY-14] is one row a sentence and one an item, in reading order, and nothing is reworded', () => {
    expect(wordsIn(withText('We live by  the mill. Dr. Shah is near!', 'It is quiet.'), 'place')).toEqual([
      'We live by the mill.',
      'Dr. Shah is near!',
      'It is quiet.',
    ])
    expect(wordsIn(withText(), MAP)).toEqual(['Walk the map'])
    expect(wordsIn(withText(), 'place')).toEqual([])
    expect(wordsIn(withText(), 'nowhere')).toEqual([])
  })

  it('[EASY-14] is there of the group’s own sections too', () => {
    const text = [{ type: 'paragraph', runs: [{ text: 'We have a mill. It turns.' }] }] as const
    const own = [{ id: 'mill', title: 'The mill', text, actions: [], removedActions: [] }]
    expect(wordsIn(buildPlan('area', { own }), 'own:mill')).toEqual(['We have a mill.', 'It turns.'])
  })
})

describe('a row and the full text it stands for', () => {
  const before = withText('We live by the mill. It is quiet.')
  const ofSentence = fullWordsOf(before, 'place')[0]?.of
  const ofItem = fullWordsOf(before, MAP)[0]?.of

  it('[EASY-11] are told apart when that sentence reads otherwise or is gone, and not when another one does', () => {
    expect(fullTextChanged(before, 'place', ofSentence)).toBe(false)
    expect(fullTextChanged(withText('First of all.', 'We live by the mill. It is loud.'), 'place', ofSentence)).toBe(
      false,
    )
    expect(fullTextChanged(withText('We live by the lock. It is quiet.'), 'place', ofSentence)).toBe(true)
    expect(fullTextChanged(withText(), 'place', ofSentence)).toBe(true)
  })

  it('[EASY-11] are told apart when a cell of the item changes, and when the item is gone', () => {
    const other = buildPlan('area', { items: { [`${MAP}.do`]: [{ what: 'Walk the map', status: 'done' }] } })
    expect(fullTextChanged(withText('Anything.'), MAP, ofItem)).toBe(false)
    expect(fullTextChanged(other, MAP, ofItem)).toBe(true)
    expect(fullTextChanged(buildPlan('area'), MAP, ofItem)).toBe(true)
  })

  it('[EASY-11] of a row that was written from nothing, the whole section counts', () => {
    const of = wholeSection(before, 'place')
    expect(fullTextChanged(before, 'place', of)).toBe(false)
    expect(fullTextChanged(withText('We live by the mill. It is loud.'), 'place', of)).toBe(true)
    expect(fullTextChanged(before, 'place', undefined)).toBeNull()
  })

  it('[EASY-11] are one again when somebody looked and kept the row', () => {
    const now = withText('We live by the lock. It is quiet.')
    const done = buildPlan('area', { items: { [`${MAP}.do`]: [{ what: 'Walk the map', status: 'done' }] } })
    for (const [plan, section, of] of [
      [now, 'place', ofSentence],
      [done, MAP, ofItem],
    ] as const) {
      const looked = of && standsForNow(plan, section, of)
      expect(fullTextChanged(plan, section, looked)).toBe(false)
    }
    expect(ofItem && standsForNow(done, MAP, ofItem).place).toBe(ofItem?.place)
  })

  it('[EASY-11] are kept in the document, and only of a row', () => {
    const doc = new Y.Doc()
    writePlan(doc, before)
    const id = addItem(doc, {
      key: easyKey('place'),
      shape: 'easy',
      cells: { words: 'By the mill.' },
      ...(ofSentence && { of: ofSentence }),
    })
    const read = () => readPlan(doc, 'area').boxes[easyKey('place')]
    expect(read()).toMatchObject({ items: [{ id, of: ofSentence }] })
    setStandsFor(doc, easyKey('place'), id, { place: 'place', print: 'x' })
    expect(read()).toMatchObject({ items: [{ id, of: { place: 'place', print: 'x' } }] })
    const action = addItem(doc, { key: `${MAP}.do`, shape: 'action', of: { place: 'place', print: 'x' } })
    const list = readPlan(doc, 'area').boxes[`${MAP}.do`]
    expect(list?.type === 'list' && list.items.find((item) => item.id === action)?.of).toBe(undefined)
  })
})

describe('what could be easier in a row', () => {
  it('[EASY-13] @E7 is more than 15 words', () => {
    const words = (count: number) => `${Array.from({ length: count }, () => 'tea').join(' ')}.`
    expect(kinds(words(15))).toEqual([])
    expect(easyHints(words(16), 'en')).toEqual([{ is: 'long', words: 16 }])
    expect(kinds('')).toEqual([])
  })

  it('[EASY-13] @E7 is more than one sentence', () => {
    expect(kinds('I like tea. I like cake.')).toEqual(['sentences'])
    expect(kinds('Dr. Shah sees me at 2.30 p.m. on Monday.')).toEqual([])
    expect(kinds('I like tea.\nI like cake')).toEqual(['sentences'])
  })

  it('[EASY-13] is a hard word, each once, with an easier one, in either language', () => {
    expect(easyHints('My assessment, and Assessments again.', 'en')).toMatchObject([
      { is: 'hard', word: 'assessment', easier: 'finding out what I need' },
      { is: 'hard', word: 'assessments' },
    ])
    expect(kinds('I ensure it.')).toEqual(['hard'])
    expect(kinds('Ces i fy asesiad.', 'cy')).toEqual(['hard'])
    expect(easyHints('Cael ddarpariaeth dda.', 'cy')).toMatchObject([
      { word: 'ddarpariaeth', easier: 'help sydd ar gael' },
    ])
  })
})
