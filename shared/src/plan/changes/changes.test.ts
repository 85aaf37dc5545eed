import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { anyPlan, buildPlan } from '../../testing/index.ts'
import { differences } from '../differences.ts'
import type { Block, Item, OwnSection, Plan, RichText } from '../plan.ts'
import { type Change, compared } from './changes.ts'

const paragraph = (text: string): Block => ({ type: 'paragraph', runs: [{ text }] })
const bullets = (...items: string[]): Block => ({ type: 'bullets', items: items.map((text) => [paragraph(text)]) })
const withText = (...text: RichText) => buildPlan('area', { text: { 'place.where': text } })
const withItems = (...items: Item[]): Plan => {
  const plan = buildPlan('area')
  return { ...plan, boxes: { ...plan.boxes, 'living-map.do': { type: 'list', shape: 'action', items, removed: [] } } }
}
const action = (id: string, what: string, cells: Item['cells'] = {}): Item => ({ id, cells: { what, ...cells } })
const own = (id: string, title: string, text: RichText = []): OwnSection => ({
  ...{ id, title, text, actions: [], removedActions: [] },
})

const changes = (before: Plan, after: Plan): readonly Change[] => compared(before, after).changes
const lines = (before: Plan, after: Plan) =>
  changes(before, after).flatMap((change) => (change.what === 'text' ? change.lines : []))
/** As "did look words", + and - before words that came and went. */
const told = (before: Plan, after: Plan) =>
  lines(before, after).map(({ did, look, parts }) => {
    const words = parts.map(({ is, text }) => `${{ same: '', added: '+', 'taken-out': '-' }[is]}${text}`)
    return `${did} ${look.is}: ${words.join('|')}`
  })

describe('what reads differently, section by section', () => {
  it('[PLAN-110] is something exactly where there is a difference', () => {
    fc.assert(
      fc.property(anyPlan('support'), anyPlan('support'), (a, b) => {
        expect(changes(a, a)).toEqual([])
        const both = { ...a, boxes: { ...a.boxes, ...Object.fromEntries(Object.entries(b.boxes).slice(0, 9)) } }
        for (const other of [b, both]) {
          const found = differences(a, other)
          expect(changes(a, other)).toHaveLength(found.length)
        }
      }),
      { numRuns: 80 },
    )
  })

  it('[PLAN-110] comes in the order of the page: sections of ours, the group’s own, words without a place', () => {
    const before = buildPlan('area', { own: [own('one', 'Gardens', [paragraph('Beds')])] })
    const after = buildPlan('area', {
      text: { 'place.where': ['By the river'] },
      items: { 'living-map.do': [{ what: 'Mend the gate' }] },
      titles: { review: 'Looking back' },
      own: [own('two', 'Paths')],
      unplaced: [{ where: 'x', words: 'stray' }],
    })
    const found = compared(before, after)
    expect(found.changes.map(({ section, what }) => `${section} ${what}`)).toEqual([
      'place text',
      'living-map item',
      'review title',
      'own:two own',
      'own:one own',
      'own:one text',
      ' unplaced',
    ])
    expect(found.titles).toEqual({ review: 'Looking back', 'own:one': 'Gardens', 'own:two': 'Paths' })
  })

  it('[PLAN-111] tells a text line by line, an entry of a list as a line of its own', () => {
    const before = withText(
      paragraph('We meet at the mill on Mondays'),
      bullets('tea', 'cake', 'songs'),
      paragraph('End'),
    )
    const after = withText(
      paragraph('We meet at the mill on Fridays'),
      bullets('tea', 'songs', 'dance'),
      paragraph('End'),
    )
    expect(told(before, after)).toEqual([
      'changed paragraph: We meet at the mill on |-Mondays|+Fridays',
      'taken-out bullet: -cake',
      'added bullet: +dance',
    ])
  })

  it('[PLAN-111] says so where the words are the same and set out another way, and where a link leads elsewhere', () => {
    const link = (to: string): Block => ({ type: 'paragraph', runs: [{ text: 'the mill', link: `https://${to}/` }] })
    expect(told(withText(paragraph('The mill')), withText(bullets('The mill')))).toEqual(['set-out bullet: The mill'])
    expect(lines(withText(paragraph('The mill')), withText(bullets('The mill')))[0]?.wasLook?.is).toBe('paragraph')
    expect(lines(withText(link('a.example')), withText(link('b.example')))[0]?.links).toEqual({
      before: ['https://a.example/'],
      after: ['https://b.example/'],
    })
    const [split] = changes(withText(bullets('a', 'b')), withText(bullets('a'), bullets('b')))
    expect(split).toMatchObject({ what: 'text', lines: [] })
  })

  it('[PLAN-133] tells that another language is said of a line, and gives the line in it', () => {
    const said = (lang?: string): Block => ({ type: 'paragraph', runs: [{ text: 'Bore da' }], ...(lang && { lang }) })
    expect(lines(withText(said()), withText(said('cy')))).toMatchObject([
      { did: 'set-out', respoken: true, lang: 'cy' },
    ])
    expect(lines(withText(said('cy')), withText(said()))).toMatchObject([{ did: 'set-out', respoken: true }])
    expect(lines(withText(said('cy')), withText(bullets('Bore da'), said('cy')))[0]).not.toHaveProperty('respoken')
  })

  it('[PLAN-112] tells lists item by item: added, taken out, moved, and each cell that was changed', () => {
    const before = withItems(
      action('a', 'Mend the gate', { status: 'not-started', who: ['p1', 'p2'] }),
      action('b', 'Paint it'),
      action('c', 'Plant the bed'),
    )
    const after = withItems(
      action('c', 'Plant the bed'),
      action('a', 'Mend the old gate', { status: 'doing', who: ['p2', 'p3'], by: '2026-06-14' }),
      action('d', 'Dig'),
    )
    const found = changes(before, after).map((change) => (change.what === 'item' ? change : null))
    expect(found.map((one) => `${one?.did} ${one?.item.id}`)).toEqual([
      'taken-out b',
      'moved a',
      'changed a',
      'added d',
    ])
    expect(found[1]?.place).toEqual({ at: 2, of: 3 })
    expect(found[2]?.cells).toEqual([
      {
        field: 'what',
        parts: [
          { is: 'same', text: 'Mend the ' },
          { is: 'added', text: 'old ' },
          { is: 'same', text: 'gate' },
        ],
      },
      { field: 'who', before: ['p1', 'p2'], after: ['p2', 'p3'] },
      { field: 'by', after: '2026-06-14' },
      { field: 'status', before: 'not-started', after: 'doing' },
    ])
  })

  it('[PLAN-139] tells of an item which language was said, and which is now', () => {
    const [one, inWelsh] = [action('a', 'Palu'), { ...action('a', 'Palu'), lang: 'cy' }]
    const cellsOf = (before: Item, after: Item) =>
      changes(withItems(before), withItems(after)).map((change) => change.what === 'item' && change.cells)
    expect(cellsOf(one, inWelsh)).toEqual([[{ field: 'lang', after: 'cy' }]])
    expect(cellsOf(inWelsh, { ...one, lang: 'pl' })).toEqual([[{ field: 'lang', before: 'cy', after: 'pl' }]])
    expect(cellsOf(inWelsh, inWelsh)).toEqual([])
  })

  it('[PLAN-112] keeps the first words of actions that items name, also of one that is gone', () => {
    expect(compared(withItems(action('a', 'Mend the gate')), withItems(action('b', 'Dig'))).actions).toEqual({
      a: 'Mend the gate',
      b: 'Dig',
    })
  })
})
