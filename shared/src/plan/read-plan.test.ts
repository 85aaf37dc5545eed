import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { sectionsOf } from './catalogue.ts'
import {
  addItem,
  addOwnSection,
  cellWords,
  moveItem,
  readPlan,
  removeItem,
  retitleSection,
  TEMPLATES,
  textRoot,
} from './index.ts'

const listKey = (() => {
  for (const section of sectionsOf(TEMPLATES.area))
    for (const box of section.boxes) if (box.type === 'list' && box.shape === 'action') return `${section.id}.${box.id}`
  throw new Error('no list of actions')
})()

describe('reading a plan', () => {
  it('[PLAN-1] writes nothing, and gives every box of the catalogue', () => {
    for (const kind of ['area', 'support'] as const) {
      const doc = new Y.Doc()
      const sent: Uint8Array[] = []
      doc.on('update', (update: Uint8Array) => sent.push(update))
      const plan = readPlan(doc, kind)
      for (const section of sectionsOf(TEMPLATES[kind]))
        for (const box of section.boxes) expect(plan.boxes[`${section.id}.${box.id}`]?.type).toBe(box.type)
      expect(plan).toMatchObject({ own: [], unplaced: [], titles: {} })
      expect(sent).toEqual([])
      expect([...doc.share.keys()]).toEqual([])
    }
  })

  it('reads what the edits write', () => {
    const doc = new Y.Doc()
    const a = addItem(doc, { key: listKey, shape: 'action', cells: { what: 'Dig' } })
    const b = addItem(doc, { key: listKey, shape: 'action', cells: { what: 'Plant' }, after: a })
    const c = addItem(doc, { key: listKey, shape: 'action', after: a })
    cellWords(doc, listKey, c, 'what')?.insert(0, 'Water')
    expect(moveItem(doc, listKey, b, 'up')).toBe(true)
    removeItem(doc, listKey, a)
    addOwnSection(doc, { title: 'Ours' })
    retitleSection(doc, sectionsOf(TEMPLATES.area)[0]?.id ?? '', 'Mine')
    textRoot(doc, 'nowhere.at-all').push([new Y.XmlElement('zebra')])
    doc.getText('elsewhere').insert(0, 'lost words')
    const plan = readPlan(doc, 'area')
    expect(plan).toMatchObject({
      boxes: {
        [listKey]: {
          items: [
            { id: b, cells: { what: 'Plant' } },
            { id: c, cells: { what: 'Water' } },
          ],
          removed: [{ id: a }],
        },
      },
      own: [{ title: 'Ours' }],
      unplaced: [{ where: 'elsewhere', words: 'lost words' }],
    })
  })
})
