import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { editionOf, fingerprint, type Plan, readPlan, type ToRead, writePlan } from '../plan/index.ts'
import { anyPlan, anyText, buildPlan } from '../testing/index.ts'
import { LIMIT, type PlanFile, planFileOf, planFileText, planInFile, readPlanFile } from './index.ts'

const DRAFT = { is: 'draft', at: '2026-11-20T10:00:00.000Z' } as const
const NAMES = new Map([
  ['p1', 'Rosa'],
  ['p2', 'Kofi'],
])

const fileOf = ({ plan, title = 'Rosa’s plan', names = NAMES, explained = [] }: { plan: Plan } & Partial<ToRead>) =>
  planFileOf({ plan, edition: editionOf({ title, plan, names, explained }), status: DRAFT })

const readBack = (text: string): PlanFile => {
  const read = readPlanFile(text)
  if (read.is !== 'plan') throw new Error(read.is)
  return read.file
}

/** As a document holds it, and reads it. */
const inDocument = (plan: Plan): Plan => {
  const doc = new Y.Doc()
  writePlan(doc, plan)
  return readPlan(doc, plan.kind)
}

/** Ids in no order at all, as the server makes them. */
const anyIds = () => {
  let n = 0
  return () => `${(++n * 7919) % 1000}-fresh`
}

const walk = (cells: Record<string, string | readonly string[]>) =>
  buildPlan('area', { items: { 'living-map.do': [cells] } })

describe('a plan as a file', () => {
  it('[EXPORT-40] brings back the plan it was made of, with the same fingerprint', () => {
    fc.assert(
      fc.property(fc.constantFrom('area', 'support').chain(anyPlan), anyText, (any, word) => {
        const plan = inDocument(any)
        const file = fileOf({ plan, explained: [{ word: word.slice(0, LIMIT.title), meaning: 'what it means' }] })
        const brought = planInFile(readBack(planFileText(file)), anyIds())
        const again = editionOf({ ...brought, plan: inDocument(brought.plan) })
        expect(fingerprint(again)).toBe(file.fingerprint)
      }),
      { numRuns: 25 },
    )
  })

  it('[EASY-16] brings back easy words with what they stand for, and with whom they were checked', () => {
    const easyChecked = { place: { by: 'Ann', supporter: 'Sam', on: '2026-11-03', rows: 'abc' } }
    const plan = buildPlan('area', { easy: { place: [{ words: 'By the mill.', picture: 'home' }] }, easyChecked })
    const box = plan.boxes['easy:place']
    if (box?.type !== 'list' || !box.items[0]) throw new Error('no rows')
    const of = { place: 'place.where', print: '0123' }
    const rows = [{ ...box.items[0], of }]
    const whole = { ...plan, boxes: { ...plan.boxes, 'easy:place': { ...box, items: rows } } }
    const { plan: brought } = planInFile(readBack(planFileText(fileOf({ plan: inDocument(whole) }))), anyIds())
    expect(brought.boxes['easy:place']).toMatchObject({ items: rows })
    expect(brought.easyChecked).toEqual(easyChecked)
    expect(brought.unplaced).toEqual([])
    // What no section has is said at the end, as other words without a place are.
    const strange = { ...whole, boxes: { ...plan.boxes, 'easy:nowhere': { ...box, items: rows } }, easyChecked: {} }
    expect(planInFile(readBack(planFileText(fileOf({ plan: strange }))), anyIds()).plan.unplaced).toMatchObject([
      { words: expect.stringContaining('By the mill.') },
    ])
  })

  it('[EXPORT-40] is the same text for the same plan', () => {
    const plan = walk({ what: 'Walk the map', who: ['p1'], by: '2027-01-15' })
    const otherWay = walk({ by: '2027-01-15', who: ['p1'], what: 'Walk the map' })
    expect(planFileText(fileOf({ plan }))).toBe(planFileText(fileOf({ plan: otherWay })))
  })

  it('[EXPORT-41] names people and holds no id of theirs, of other plans or of workshops, nor what was taken out', () => {
    const asked = walk({ what: 'Walk the map', who: ['p1', 'p2', 'p9-gone'] })
    const box = asked.boxes['living-map.do']
    if (box?.type !== 'list' || !box.items[0]) throw new Error('no list')
    const [item] = box.items
    const said = [{ by: 'Rosa', words: 'Let us walk.' }]
    const items = [
      {
        ...item,
        origin: { from: 'workshop', workshop: 'w-secret', idea: 'i-secret', on: '2026-05-09', said } as const,
      },
      {
        id: 'b',
        cells: { what: 'Paint' },
        origin: { from: 'plan', plan: 'plan-secret', title: 'Mill', item: 'x-secret' } as const,
      },
    ]
    const removed = [{ id: 'c', cells: { what: 'Taken out words' } }]
    const plan: Plan = { ...asked, boxes: { ...asked.boxes, 'living-map.do': { ...box, items, removed } } }
    const file = fileOf({ plan })
    expect(file.people).toEqual([
      { id: 'person-00001', name: 'Rosa' },
      { id: 'person-00002', name: 'Kofi' },
      { id: 'person-00003' },
    ])
    const text = planFileText(file)
    for (const kept of ['Let us walk.', 'Mill', 'Paint']) expect(text).toContain(kept)
    for (const gone of ['"p1"', '"p2"', 'p9-gone', 'secret', 'Taken out']) expect(text).not.toContain(gone)
  })

  it('[EXPORT-42] tells what it cannot read apart, and never throws', () => {
    const text = planFileText(fileOf({ plan: walk({ what: 'Walk' }) }))
    const changed = (change: object) => JSON.stringify({ ...JSON.parse(text), ...change })
    const deep = (depth: number) => `{"withy":1,"edition":${'['.repeat(depth)}${']'.repeat(depth)}}`
    expect(readPlanFile(`\uFEFF${text}`).is).toBe('plan')
    expect(readPlanFile(changed({ withy: 2, plan: 'quite another' })).is).toBe('later')
    for (const other of ['', 'hello', 'null', '[]', '{}', '{"version":1}', text.slice(0, -9)])
      expect(readPlanFile(other).is).toBe('not-ours')
    for (const other of [
      { withy: 'one' },
      { withy: 0 },
      { kind: 'garden' },
      { title: 'x'.repeat(121) },
      { plan: {} },
      { people: 7 },
    ])
      expect(readPlanFile(changed(other)).is).toBe('damaged')
    const twice = { boxes: {}, titles: {}, own: [{ id: 'a', title: '', text: [], actions: [] }], unplaced: [] }
    expect(readPlanFile(changed({ plan: twice })).is).toBe('plan')
    expect(readPlanFile(changed({ plan: { ...twice, own: [...twice.own, ...twice.own] } })).is).toBe('damaged')
    expect(readPlanFile(deep(1_000_000)).is).toBe('damaged')
    expect(readPlanFile(' '.repeat(LIMIT.planFile + 1)).is).toBe('too-large')
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(readPlanFile(changed({ plan: value })).is).toBe('damaged')
      }),
    )
  })

  it('[EXPORT-43] keeps words it has no place for, and lets no unsafe link through', () => {
    const runs = [{ text: 'press here', link: 'javascript:alert(1)' }]
    const file = readBack(
      JSON.stringify({
        ...fileOf({ plan: walk({ what: 'Walk' }) }),
        plan: {
          boxes: {
            'living-map.want': { type: 'text', text: [{ type: 'paragraph', runs }] },
            'living-map.do': {
              type: 'list',
              shape: 'action',
              items: [
                { id: 'a', cells: { what: 'Walk', status: 'flying', later: 'a new cell', order: 'zz', who: 'Ann' } },
              ],
            },
            'moon.base': { type: 'text', text: [{ type: 'paragraph', runs: [{ text: 'of another Withy' }] }] },
            'plan.sections': { type: 'list', shape: 'action', items: [{ id: 'b', cells: { what: 'A trap' } }] },
          },
          titles: { moon: 'Our moon' },
          own: [],
          unplaced: [],
        },
      }),
    )
    const { plan } = planInFile(file, anyIds())
    expect(plan.boxes['living-map.want']).toMatchObject({ text: [{ runs: [{ text: 'press here' }] }] })
    expect(JSON.stringify(plan)).not.toContain('javascript')
    const doing = plan.boxes['living-map.do']
    expect(doing?.type === 'list' && doing.items[0]?.other?.toSorted()).toEqual(['a new cell', 'flying', 'zz'])
    const all = plan.unplaced.map(({ words }) => words)
    for (const words of ['of another Withy', 'A trap', 'Our moon']) expect(all).toContain(words)
    expect(all).toHaveLength(3)
  })
})
