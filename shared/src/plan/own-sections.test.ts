import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { reading } from '../testing/index.ts'
import {
  addItem,
  addOwnSection,
  moveOwnSection,
  readPlan,
  removeOwnSection,
  restoreOwnSection,
  retitleSection,
  setOwnTitle,
  textRoot,
} from './index.ts'

describe('own sections and titles', () => {
  it('[PLAN-14] a group adds, names, moves, takes out and puts back sections of its own', () => {
    const doc = new Y.Doc()
    const [river, bus] = ['River', 'Bus'].map((title) => addOwnSection(doc, { title })) as [string, string]
    textRoot(doc, `own:${river}.text`).push([new Y.XmlText('It floods.')])
    addItem(doc, { key: `own:${river}.actions`, shape: 'action', cells: { what: 'Dredge' } })
    setOwnTitle(doc, river, 'The river')
    expect(moveOwnSection(doc, river, 'down')).toBe(true)
    expect(moveOwnSection(doc, river, 'down')).toBe(false)
    expect(readPlan(doc, 'area').own).toMatchObject([
      { id: bus, title: 'Bus' },
      { id: river, title: 'The river', text: [{ type: 'paragraph' }], actions: [{ cells: { what: 'Dredge' } }] },
    ])
    removeOwnSection(doc, river)
    const plan = readPlan(doc, 'area')
    expect(plan).toMatchObject({ own: [{ id: bus }], removedOwn: [{ id: river, actions: [{}] }], unplaced: [] })
    restoreOwnSection(doc, river)
    expect(readPlan(doc, 'area').own.map((section) => section.id)).toEqual([bus, river])
  })

  it('[PLAN-15] a group gives a section its own title, and takes it back', () => {
    const doc = new Y.Doc()
    const ours = reading(readPlan(doc, 'area'))
    retitleSection(doc, 'living-map', 'What is round here')
    expect(readPlan(doc, 'area').titles).toEqual({ 'living-map': 'What is round here' })
    retitleSection(doc, 'living-map', null)
    expect(reading(readPlan(doc, 'area'))).toBe(ours)
  })
})
