import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { copyOf, sync, syncAll } from '../testing/copies.ts'
import { reading } from '../testing/index.ts'
import { addItem, differences, type Item, listRoot, PLAN_EDIT, readPlan, setTick } from './index.ts'

const KEY = 'living-map.do'

const listOf = (doc: Y.Doc): { items: readonly Item[]; removed: readonly Item[] } => {
  const box = readPlan(doc, 'area').boxes[KEY]
  if (box?.type !== 'list') throw new Error('not a list')
  return box
}
const _namesOf = (doc: Y.Doc) => listOf(doc).items.map((item) => item.cells.what)
const add = (doc: Y.Doc, what: string, after?: string) =>
  addItem(doc, { key: KEY, shape: 'action', cells: { what }, ...(after !== undefined && { after }) })

describe('ticks', () => {
  const tickedIn = (doc: Y.Doc) => listOf(doc).items[0]?.cells.who ?? []

  it('[PLAN-103] ticks by two people at the same time all survive, whatever was there, and read in one order', () => {
    const person = fc.constantFrom('p1', 'p2', 'p3', 'p4', 'p5')
    const people = fc.uniqueArray(person)
    const start = fc.record({ array: fc.option(people), entries: people, cleared: people })
    fc.assert(
      fc.property(start, people, people, ({ array, entries, cleared }, annas, bens) => {
        const anna = new Y.Doc()
        const id = addItem(anna, { key: KEY, shape: 'action', cells: { who: entries } })
        const entry = listRoot(anna, KEY).get(id) as Y.Map<unknown>
        // As an earlier Withy or another program wrote them.
        if (array) entry.set('who', array)
        for (const one of cleared) setTick(anna, KEY, id, 'who', one, false)
        const before = tickedIn(anna) as readonly string[]
        expect(before).toEqual(
          [...new Set([...(array ?? []), ...entries])].filter((one) => !cleared.includes(one)).sort(),
        )
        const ben = copyOf(anna)
        for (const one of annas) setTick(anna, KEY, id, 'who', one, true)
        for (const one of bens) setTick(ben, KEY, id, 'who', one, true)
        syncAll([anna, ben])
        expect(tickedIn(anna)).toEqual([...new Set([...before, ...annas, ...bens])].sort())
        expect(tickedIn(ben)).toEqual(tickedIn(anna))
        // Taking some away at the same time takes those away and no other.
        for (const one of annas) setTick(anna, KEY, id, 'who', one, false)
        for (const one of before) setTick(ben, KEY, id, 'who', one, false)
        syncAll([anna, ben])
        expect(tickedIn(anna)).toEqual([...new Set(bens)].filter((one) => ![...annas, ...before].includes(one)).sort())
        expect(tickedIn(ben)).toEqual(tickedIn(anna))
      }),
    )
  })

  it('[PLAN-103] [SYNC-55] undoing a tick takes back that one, and nothing others ticked or took away since', () => {
    const anna = new Y.Doc()
    const id = add(anna, 'Dig')
    ;(listRoot(anna, KEY).get(id) as Y.Map<unknown>).set('who', ['old', 'older'])
    const undo = new Y.UndoManager(anna, { trackedOrigins: new Set([PLAN_EDIT]), captureTimeout: 0 })
    setTick(anna, KEY, id, 'who', 'mine', true)
    setTick(anna, KEY, id, 'who', 'older', false)
    const ben = copyOf(anna)
    setTick(ben, KEY, id, 'who', 'bens', true)
    setTick(ben, KEY, id, 'who', 'old', false)
    sync(ben, anna)
    expect(tickedIn(anna)).toEqual(['bens', 'mine'])
    undo.undo()
    expect(tickedIn(anna)).toEqual(['bens', 'mine', 'older'])
    undo.undo()
    expect(tickedIn(anna)).toEqual(['bens', 'older'])
    undo.redo()
    undo.redo()
    expect(tickedIn(anna)).toEqual(['bens', 'mine'])
  })

  it('[PLAN-103] a tick is a difference, and reads differently; the order of ticking is none', () => {
    const one = new Y.Doc()
    const id = add(one, 'Dig')
    const two = copyOf(one)
    const before = readPlan(one, 'area')
    for (const who of ['p1', 'p2']) setTick(one, KEY, id, 'who', who, true)
    for (const who of ['p2', 'p1']) setTick(two, KEY, id, 'who', who, true)
    for (const feature of ['social-action', 'living-map']) setTick(two, KEY, id, 'features', feature, true)
    for (const feature of ['living-map', 'social-action']) setTick(one, KEY, id, 'features', feature, true)
    const [after, same] = [readPlan(one, 'area'), readPlan(two, 'area')]
    expect(reading(after)).toBe(reading(same))
    expect(reading(after)).not.toBe(reading(before))
    expect(differences(before, after)).toMatchObject([
      { what: 'item', change: 'changed', after: { cells: { who: ['p1', 'p2'] } } },
    ])
    setTick(one, KEY, id, 'who', 'p1', false)
    expect(differences(before, readPlan(one, 'area'))).toMatchObject([{ after: { cells: { who: ['p2'] } } }])
  })
})
