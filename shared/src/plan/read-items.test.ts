import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { type Item, readPlan, SHAPES } from './index.ts'
import { ORDER, ORIGIN, REMOVED } from './plan-doc.ts'

const readItem = (key: string, entries: Record<string, unknown>): Item | undefined => {
  const doc = new Y.Doc()
  const item = new Y.Map(Object.entries(entries))
  doc.getMap(key).set('i', item)
  const box = readPlan(doc, 'area').boxes[key]
  return box?.type === 'list' ? box.items[0] : undefined
}

describe('reading an item', () => {
  it('[PLAN-8] reads words, choices, days, people and features, and where it came from', () => {
    const origin = { from: 'idea', idea: 'timebanking' }
    expect(
      readItem('living-map.do', {
        what: new Y.Text('Dig'),
        'first-step': 'plain',
        status: 'doing',
        by: '2028-02-29',
        who: ['p2', 'p1', 'p1'],
        'who/p3': true,
        'who/p2': false,
        'who/p0': true,
        'features/everyone-included': true,
        'features/living-map': true,
        origin,
      }),
    ).toEqual({
      id: 'i',
      cells: {
        what: 'Dig',
        'first-step': 'plain',
        status: 'doing',
        by: '2028-02-29',
        who: ['p0', 'p1', 'p3'],
        features: ['living-map', 'everyone-included'],
      },
      origin,
    })
  })

  it('[WORK-65] reads whose words an item of a workshop is, and keeps the words of what does not say so', () => {
    const origin = {
      from: 'workshop',
      workshop: 'w',
      idea: 'i',
      on: '2026-05-09',
      said: [{ by: 'Rosa', words: 'Dig' }],
    }
    expect(readItem('living-map.do', { what: 'Dig', origin })?.origin).toEqual(origin)
    const broken = [
      { ...origin, on: '9 May' },
      { ...origin, said: [] },
      { ...origin, said: [{ by: 'Rosa' }] },
      { ...origin, said: [null] },
      { ...origin, said: 'Rosa' },
      { ...origin, idea: 7 },
    ]
    for (const one of broken) {
      const item = readItem('living-map.do', { what: 'Dig', origin: { ...one, own: 'words' } })
      expect(item?.origin).toBeUndefined()
      expect(item?.other).toContain('words')
    }
  })

  it('[PLAN-8] reads the actions that serve a goal, and keeps those that are not there (any more)', () => {
    const doc = new Y.Doc()
    const cells = { what: new Y.Text('Bake'), 'served-by': ['a1', 'a1', 'gone', ''], actions: new Y.Text('words') }
    doc.getMap('goals.goals').set('g', new Y.Map(Object.entries(cells)))
    const box = readPlan(doc, 'support').boxes['goals.goals']
    expect(box).toMatchObject({ items: [{ cells: { what: 'Bake', 'served-by': ['a1', 'gone'] }, other: ['words'] }] })
  })

  it('[PLAN-8] keeps as words what a field cannot hold, and words in fields it does not know', () => {
    const item = readItem('living-map.do', {
      what: { deep: ['down'] },
      status: 'perhaps',
      by: '2027-02-30',
      who: 'Kofi',
      features: ['living-map', 'flying'],
      origin: { from: 'the sky' },
      order: 'no key',
      removed: 'maybe',
      'who/p1': 'Ama',
      'who/': true,
      '/p1': true,
      'who/p2/': false,
      'features/flying': true,
      'nothing/p1': true,
      colour: new Y.Text('green'),
    })
    expect(item?.cells).toEqual({ features: ['living-map'] })
    expect([...(item?.other ?? [])].sort()).toEqual([
      '2027-02-30',
      'Ama',
      'Kofi',
      'down',
      'flying',
      'green',
      'maybe',
      'no key',
      'perhaps',
      'the sky',
    ])
  })

  it('[PLAN-8] holds a scale to whole numbers from 1 to 10', () => {
    const doc = new Y.Doc()
    for (const [id, importance] of [1, 10, 0, 11, 2.5].entries())
      doc.getMap('goals.goals').set(String(id), new Y.Map([['importance', importance]]))
    const box = readPlan(doc, 'support').boxes['goals.goals']
    expect(box).toMatchObject({
      items: [
        { cells: { importance: 1 } },
        { cells: { importance: 10 } },
        { other: ['0'] },
        { other: ['11'] },
        { other: ['2.5'] },
      ],
    })
  })

  it('[PLAN-8] has no field that is named as the entries an item keeps for itself', () => {
    for (const shape of Object.values(SHAPES))
      for (const field of shape.fields) {
        expect([ORDER, REMOVED, ORIGIN, '__proto__']).not.toContain(field.id)
        expect(field.id).not.toContain('/')
      }
  })
})
