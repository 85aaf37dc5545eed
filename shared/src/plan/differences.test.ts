import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { anyPlan, anyRichText, buildPlan, reading } from '../testing/index.ts'
import { type BoxContent, differences, type Item, type Plan, type RichText } from './index.ts'

const paragraph = (text: string) => ({ type: 'paragraph', runs: [{ text }] }) as const
const withText = (...text: RichText) => buildPlan('area', { text: { 'place.where': text } })
const withItems = (...items: Item[]): Plan => {
  const plan = buildPlan('area')
  const content: BoxContent = { type: 'list', shape: 'asset', items, removed: [] }
  return { ...plan, boxes: { ...plan.boxes, 'living-map.have': content } }
}
const item = (id: string, what: string): Item => ({ id, cells: { what } })

/** The same plan to a reader, told another way: keys backwards, every run cut in two, empty blocks between. */
function retold(plan: Plan): Plan {
  const cut = (text: RichText): RichText =>
    text.flatMap(
      (block): RichText => [
        { type: 'paragraph', runs: [] },
        'items' in block
          ? { ...block, items: [...block.items.map(cut), []] }
          : {
              ...block,
              runs: block.runs.flatMap((run) => [
                { ...run, text: run.text.slice(0, 3) },
                { ...run, text: run.text.slice(3) },
              ]),
            },
      ],
    )
  const backwards = <T>(entries: Readonly<Record<string, T>>) => Object.fromEntries(Object.entries(entries).reverse())
  const boxes = Object.entries(plan.boxes).map(
    ([key, content]) =>
      [
        key,
        content.type === 'text'
          ? { ...content, text: cut(content.text) }
          : { ...content, items: content.items.map((i) => ({ ...i, cells: backwards(i.cells) })) },
      ] as const,
  )
  return {
    ...plan,
    boxes: backwards(Object.fromEntries(boxes)),
    titles: backwards(plan.titles),
    unplaced: [...plan.unplaced].reverse(),
  }
}

describe('what a reader sees', () => {
  it('[PLAN-20] does not depend on the order of keys, how runs are split, or empty paragraphs', () => {
    fc.assert(
      fc.property(anyPlan('area'), (plan) => {
        expect(reading(retold(plan))).toBe(reading(plan))
        expect(differences(plan, retold(plan))).toEqual([])
      }),
      { numRuns: 150 },
    )
  })

  it('[PLAN-21] changes with every word, mark, title, cell, order and word without a place', () => {
    const plans = [
      buildPlan('area'),
      buildPlan('support'),
      withText(paragraph('The mill')),
      withText(paragraph('The mills')),
      withText({ type: 'heading', level: 1, runs: [{ text: 'The mill' }] }),
      withText({ ...paragraph('The mill'), lang: 'cy' }),
      withText({ type: 'paragraph', runs: [{ text: 'The mill', bold: true }] }),
      withText({ type: 'paragraph', runs: [{ text: 'The mill', link: 'https://example.org' }] }),
      withText({ type: 'bullets', items: [[paragraph('The mill')]] }),
      withText({ type: 'numbers', items: [[paragraph('The mill')]] }),
      withItems(item('a', 'Mill')),
      withItems(item('a', 'Mill'), item('b', 'Bridge')),
      withItems(item('b', 'Bridge'), item('a', 'Mill')),
      withItems({ ...item('a', 'Mill'), origin: { from: 'idea', idea: 'x' } }),
      withItems({ ...item('a', 'Mill'), other: ['more'] }),
      buildPlan('area', { titles: { review: 'Mill' } }),
      buildPlan('area', { unplaced: [{ where: 'x', words: 'Mill' }] }),
      buildPlan('area', { own: [{ id: 'o', title: 'Mill', text: [], actions: [], removedActions: [] }] }),
    ]
    expect(new Set(plans.map(reading)).size).toBe(plans.length)
    for (const before of plans)
      for (const after of plans) expect(differences(before, after).length > 0).toBe(before !== after)
  })

  it('[PLAN-20] does not depend on marks of a line break, which has none (seed -229964535)', () => {
    const link = 'https://example.org'
    const runs = [{ text: 'one', link }, { text: '\n' }, { text: 'two', link }]
    const [whole, apart] = [[{ text: 'one\ntwo', link }], runs].map((r) => withText({ type: 'paragraph', runs: r }))
    expect(reading(whole as Plan)).toBe(reading(apart as Plan))
  })

  it('[PLAN-21] does not change with what was taken out', () => {
    const plan = withItems()
    const content: BoxContent = { type: 'list', shape: 'asset', items: [], removed: [item('a', 'Mill')] }
    expect(reading({ ...plan, boxes: { ...plan.boxes, 'living-map.have': content } })).toBe(reading(plan))
  })
})

describe('differences', () => {
  it('[PLAN-22] are none exactly when both read the same', () => {
    const near = anyPlan('support').chain((plan) =>
      fc.record({
        before: fc.constant(plan),
        after: fc.oneof(
          fc.constant(retold(plan)),
          anyPlan('support'),
          anyRichText.map(
            (text): Plan => ({ ...plan, boxes: { ...plan.boxes, 'most-important.text': { type: 'text', text } } }),
          ),
        ),
      }),
    )
    fc.assert(
      fc.property(near, ({ before, after }) => {
        expect(differences(before, after).length === 0).toBe(reading(before) === reading(after))
      }),
      { numRuns: 200 },
    )
  })

  it('[PLAN-23] tell which paragraphs came and went', () => {
    const before = withText(paragraph('one'), paragraph('two'), paragraph('three'))
    const after = withText(paragraph('one'), paragraph('2'), paragraph('three'), paragraph('four'))
    expect(differences(before, after)).toEqual([
      {
        what: 'text',
        box: 'place.where',
        changes: [
          { at: 1, takenOut: [paragraph('two')], added: [paragraph('2')] },
          { at: 3, takenOut: [], added: [paragraph('four')] },
        ],
      },
    ])
  })

  it('[PLAN-23] tell which items were added, taken out, changed and moved, with their words', () => {
    const before = withItems(item('a', 'Mill'), item('b', 'Bridge'), item('c', 'Weir'), item('d', 'Ford'))
    const after = withItems(item('d', 'Ford'), item('a', 'Old mill'), item('b', 'Bridge'), item('e', 'Inn'))
    expect(differences(before, after)).toEqual([
      { what: 'item', box: 'living-map.have', id: 'c', change: 'taken-out', before: item('c', 'Weir') },
      {
        what: 'item',
        box: 'living-map.have',
        id: 'd',
        change: 'moved',
        before: item('d', 'Ford'),
        after: item('d', 'Ford'),
      },
      {
        what: 'item',
        box: 'living-map.have',
        id: 'a',
        change: 'changed',
        before: item('a', 'Mill'),
        after: item('a', 'Old mill'),
      },
      { what: 'item', box: 'living-map.have', id: 'e', change: 'added', after: item('e', 'Inn') },
    ])
  })

  it('[PLAN-23] tell of titles, own sections and words without a place', () => {
    const own = { id: 'o', title: 'River', text: [paragraph('It floods.')], actions: [], removedActions: [] }
    const before = buildPlan('area', { titles: { review: 'Looking back' }, unplaced: [{ where: 'x', words: 'old' }] })
    const after = buildPlan('area', {
      titles: { place: 'Here' },
      own: [own],
      unplaced: [{ where: '__proto__', words: 'new' }],
    })
    expect(differences(before, after)).toEqual([
      { what: 'title', section: 'review', before: 'Looking back' },
      { what: 'title', section: 'place', after: 'Here' },
      { what: 'own', id: 'o', change: 'added', after: 'River' },
      { what: 'text', box: 'own:o.text', changes: [{ at: 0, takenOut: [], added: [paragraph('It floods.')] }] },
      { what: 'unplaced', where: 'x', before: 'old' },
      { what: 'unplaced', where: '__proto__', after: 'new' },
    ])
  })
})
