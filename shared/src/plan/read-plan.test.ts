import * as fc from 'fast-check'
import { describe, expect, it, vi } from 'vitest'
import * as Y from 'yjs'
import { anyContent, anyPlan, buildPlan, plant, reading, wordsOf } from '../testing/index.ts'
import {
  addOwnSection,
  isKnownRoot,
  type Plan,
  type PlanKind,
  readPlan,
  sectionsOf,
  TEMPLATES,
  writePlan,
} from './index.ts'

const KINDS: readonly PlanKind[] = ['area', 'support']
const read = (plan: Plan): Plan => {
  const doc = new Y.Doc()
  writePlan(doc, plan)
  return readPlan(doc, plan.kind)
}
const copyOf = (doc: Y.Doc): Y.Doc => {
  const copy = new Y.Doc()
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc))
  return copy
}

describe('reading a plan', () => {
  it('[PLAN-1] gives every box of the catalogue from an empty document, and writes nothing', () => {
    for (const kind of KINDS) {
      const doc = new Y.Doc()
      const sent: Uint8Array[] = []
      doc.on('update', (update: Uint8Array) => sent.push(update))
      const plan = readPlan(doc, kind)
      for (const section of sectionsOf(TEMPLATES[kind]))
        for (const box of section.boxes) expect(plan.boxes[`${section.id}.${box.id}`]?.type).toBe(box.type)
      expect(plan).toMatchObject({ own: [], removedOwn: [], unplaced: [], titles: {} })
      expect(sent).toEqual([])
      expect([...doc.share.keys()]).toEqual([])
    }
  })

  it('[PLAN-2] knows the roots of its kind of plan and no others', () => {
    expect(isKnownRoot('area', 'living-map.know')).toBe(true)
    expect(isKnownRoot('support', 'living-map.know')).toBe(false)
    expect(isKnownRoot('area', 'plan.sections')).toBe(true)
    expect(isKnownRoot('area', 'own:a-1.text')).toBe(true)
    for (const name of ['own:.text', 'own:a b.text', 'own:a.words', '__proto__', 'constructor', '', 'default'])
      expect(isKnownRoot('area', name)).toBe(false)
  })

  it('[PLAN-2] says so of every change that arrives without going through the template again', () => {
    const sections = vi.spyOn(Array.prototype, 'flatMap')
    for (const kind of KINDS) for (const name of ['place.where', 'most-important.text', 'x']) isKnownRoot(kind, name)
    expect(sections).not.toHaveBeenCalled()
    sections.mockRestore()
  })

  it.each(KINDS)('[PLAN-3] reads any Yjs content, never throws, keeps every word (%s)', (kind) => {
    fc.assert(
      fc.property(anyContent(kind), (edits) => {
        const { doc, words } = plant(edits)
        const before = Y.encodeStateAsUpdate(doc)
        const said = JSON.stringify(readPlan(doc, kind))
        expect(words.filter((word) => !said.includes(word))).toEqual([])
        expect(Y.encodeStateAsUpdate(doc)).toEqual(before)
      }),
      { numRuns: 400 },
    )
  })

  it('[PLAN-3] reads the same from every copy, also where a root was already named as a type', () => {
    fc.assert(
      fc.property(anyContent('area'), (edits) => {
        const { doc } = plant(edits)
        const copy = copyOf(doc)
        copy.getMap('place.where')
        copy.getText('living-map.have')
        copy.getArray('plan.sections')
        expect(readPlan(copy, 'area')).toEqual(readPlan(doc, 'area'))
      }),
      { numRuns: 100 },
    )
  })

  it('[PLAN-3] reads content nested deeper than the stack', () => {
    const doc = new Y.Doc()
    doc.transact(() => {
      let inside: Y.XmlFragment = doc.getXmlFragment('place.where')
      for (let depth = 0; depth < 6_000; depth++) {
        const next = new Y.XmlElement(depth % 2 === 0 ? 'bulletList' : 'listItem')
        inside.push([next])
        inside = next
      }
      inside.push([new Y.XmlText('at the bottom')])
    })
    expect(wordsOf(readPlan(doc, 'area')).map((words) => words.trim())).toEqual(['at the bottom'])
  })

  it('[PLAN-4] shows words without a place at the end, under the name of where they were found', () => {
    const doc = new Y.Doc()
    doc.getText('easy:living-map').insert(0, 'A picture of a bus.')
    doc.getMap('plan.titles').set('no-such-section', 'Old title')
    doc.getMap('place.where').set('stray', 'beside the text')
    expect(readPlan(doc, 'area').unplaced).toEqual([
      { where: 'easy:living-map', words: 'A picture of a bus.' },
      { where: 'place.where', words: 'beside the text' },
      { where: 'plan.titles', words: 'Old title' },
    ])
  })

  it('[PLAN-4] keeps the words of an own section that nothing names as a section', () => {
    const doc = new Y.Doc()
    const id = addOwnSection(doc, { title: 'The river' })
    doc.getXmlFragment(`own:${id}.text`).push([new Y.XmlText('It floods.')])
    doc.getXmlFragment('own:gone.text').push([new Y.XmlText('It dries up.')])
    const plan = readPlan(doc, 'area')
    expect(plan.own).toMatchObject([{ title: 'The river', text: [{ runs: [{ text: 'It floods.' }] }] }])
    expect(plan.unplaced).toEqual([{ where: 'own:gone.text', words: 'It dries up.' }])
  })

  it.each(KINDS)('[PLAN-5] gives back the plan that was written (%s)', (kind) => {
    fc.assert(
      fc.property(anyPlan(kind), (plan) => {
        const once = read(plan)
        expect(reading(once)).toBe(reading(plan))
        expect(read(once)).toEqual(once)
      }),
      { numRuns: 150 },
    )
  })

  it('[PLAN-5] gives back what was taken out, too', () => {
    const item = { id: 'i-1', cells: { what: 'A bench', kind: 'place' } }
    const section = {
      id: 'own-1',
      title: 'The river',
      text: [],
      actions: [],
      removedActions: [{ id: 'i-2', cells: { what: 'Dig' } }],
    }
    const plan: Plan = {
      ...buildPlan('area'),
      boxes: {
        ...buildPlan('area').boxes,
        'living-map.have': { type: 'list', shape: 'asset', items: [], removed: [item] },
      },
      removedOwn: [section],
    }
    expect(read(plan)).toMatchObject({
      boxes: { 'living-map.have': { items: [], removed: [{ id: 'i-1', cells: { what: 'A bench' } }] } },
      own: [],
      removedOwn: [section],
    })
  })
})
