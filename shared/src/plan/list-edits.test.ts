import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { copyOf, sync, syncAll } from '../testing/copies.ts'
import {
  addItem,
  cellWords,
  draftItem,
  type Item,
  isTakenOut,
  listRoot,
  moveItem,
  PLAN_EDIT,
  type Plan,
  readPlan,
  removeItem,
  restoreItem,
  setCell,
  setSpoken,
  setTick,
} from './index.ts'

const KEY = 'living-map.do'

const listOf = (doc: Y.Doc): { items: readonly Item[]; removed: readonly Item[] } => {
  const box = readPlan(doc, 'area').boxes[KEY]
  if (box?.type !== 'list') throw new Error('not a list')
  return box
}
const namesOf = (doc: Y.Doc) => listOf(doc).items.map((item) => item.cells.what)
const add = (doc: Y.Doc, what: string, after?: string) =>
  addItem(doc, { key: KEY, shape: 'action', cells: { what }, ...(after !== undefined && { after }) })

describe('list edits', () => {
  it('[PLAN-9] adds an item with what it holds, at the end or after another, its texts ready to type in', () => {
    const doc = new Y.Doc()
    const dig = add(doc, 'Dig')
    add(doc, 'Water')
    const origin = { from: 'idea', idea: 'timebanking' } as const
    const plant = addItem(doc, {
      key: KEY,
      shape: 'action',
      cells: { what: 'Plant', status: 'doing' },
      origin,
      after: dig,
    })
    expect(namesOf(doc)).toEqual(['Dig', 'Plant', 'Water'])
    expect(listOf(doc).items[1]).toEqual({ id: plant, cells: { what: 'Plant', status: 'doing' }, origin })
    cellWords(doc, KEY, plant, 'first-step')?.insert(0, 'Buy seeds')
    expect(listOf(doc).items[1]?.cells['first-step']).toBe('Buy seeds')
    expect(cellWords(doc, KEY, plant, 'status')).toBeNull()
    expect(cellWords(doc, KEY, 'nobody', 'what')).toBeNull()
  })

  it('[PLAN-138] says in which language an item is, in one step that undo takes back, and touches no letter', () => {
    const doc = new Y.Doc()
    const dig = add(doc, 'Palu')
    const said = () => listOf(doc).items.map(({ lang }) => lang)
    const undo = new Y.UndoManager(doc, { trackedOrigins: new Set([PLAN_EDIT]), captureTimeout: 0 })
    const words = cellWords(doc, KEY, dig, 'what')
    let touched = 0
    words?.observe(() => {
      touched += 1
    })
    setSpoken(doc, KEY, dig, 'cy')
    expect(said()).toEqual(['cy'])
    setSpoken(doc, KEY, dig, null)
    expect(said()).toEqual([undefined])
    undo.undo()
    expect(said()).toEqual(['cy'])
    undo.undo()
    expect([said(), touched]).toEqual([[undefined], 0])
    // What is no language is words that somebody put there.
    const entry = listRoot(doc, KEY).get(dig) as Y.Map<unknown>
    entry.set('lang', 'not a language!')
    expect(listOf(doc).items[0]).toMatchObject({ other: ['not a language!'] })
    expect(said()).toEqual([undefined])
  })

  it('[WORK-68] an item with an id of its own is put in once, and put back where it was taken out', () => {
    const doc = new Y.Doc()
    const put = (what: string) => addItem(doc, { key: KEY, shape: 'action', cells: { what }, id: 'idea-1' })
    expect([put('Dig'), put('Dig deep')]).toEqual(['idea-1', 'idea-1'])
    add(doc, 'Water')
    expect(namesOf(doc)).toEqual(['Dig', 'Water'])
    removeItem(doc, KEY, 'idea-1')
    put('Dig')
    expect(namesOf(doc)).toEqual(['Dig', 'Water'])
  })

  it('[PLAN-9] sets and clears a cell, and says nothing where nothing changes', () => {
    const doc = new Y.Doc()
    const id = add(doc, 'Dig')
    setCell(doc, KEY, id, 'status', 'doing')
    setTick(doc, KEY, id, 'who', 'p1', true)
    expect(listOf(doc).items[0]?.cells).toEqual({ what: 'Dig', status: 'doing', who: ['p1'] })
    let updates = 0
    doc.on('update', () => updates++)
    setCell(doc, KEY, id, 'status', 'doing')
    setTick(doc, KEY, id, 'who', 'p1', true)
    setTick(doc, KEY, id, 'who', 'p2', false)
    setTick(doc, KEY, 'nobody', 'who', 'p1', true)
    setCell(doc, KEY, id, 'what', 'Dig')
    setCell(doc, KEY, 'nobody', 'what', 'Dig')
    moveItem(doc, KEY, id, 'up')
    restoreItem(doc, KEY, id)
    expect(updates).toBe(0)
    setCell(doc, KEY, id, 'status', null)
    setCell(doc, KEY, id, 'what', null)
    expect(listOf(doc).items[0]?.cells).toEqual({ who: ['p1'] })
  })

  it('[PLAN-9] replacing the words of a cell keeps what someone else types there', () => {
    const anna = new Y.Doc()
    const id = add(anna, 'Dig the pond')
    const ben = copyOf(anna)
    setCell(anna, KEY, id, 'what', 'Dig the deep pond')
    cellWords(ben, KEY, id, 'what')?.insert(12, ' in May')
    syncAll([anna, ben])
    expect(namesOf(anna)).toEqual(['Dig the deep pond in May'])
  })

  it('[PLAN-9] [A11Y-24] a draft has its texts and its place, and is in the plan once it is put in', () => {
    const doc = new Y.Doc()
    const [dig] = [add(doc, 'Dig'), add(doc, 'Water')]
    const id = draftItem(doc, { key: KEY, shape: 'action', cells: { features: ['living-map'] }, after: dig })
    cellWords(doc, KEY, id, 'what')?.insert(0, 'Plant')
    expect(namesOf(doc)).toEqual(['Dig', 'Water'])
    expect([isTakenOut(doc, KEY, id), isTakenOut(doc, KEY, dig), isTakenOut(doc, KEY, 'nobody')]).toEqual([
      true,
      false,
      false,
    ])
    restoreItem(doc, KEY, id)
    expect(namesOf(doc)).toEqual(['Dig', 'Plant', 'Water'])
    expect(isTakenOut(doc, KEY, id)).toBe(false)
  })

  it('[PLAN-10] takes an item out without its words, and puts it back in its place', () => {
    const doc = new Y.Doc()
    add(doc, 'Dig')
    const plant = add(doc, 'Plant')
    add(doc, 'Water')
    removeItem(doc, KEY, plant)
    expect(namesOf(doc)).toEqual(['Dig', 'Water'])
    expect(listOf(doc).removed).toMatchObject([{ id: plant, cells: { what: 'Plant' } }])
    restoreItem(doc, KEY, plant)
    expect(namesOf(doc)).toEqual(['Dig', 'Plant', 'Water'])
  })

  it('[PLAN-11] undoing an addition keeps the words that someone else wrote in it', () => {
    const anna = new Y.Doc()
    const undo = new Y.UndoManager(listRoot(anna, KEY), { trackedOrigins: new Set([PLAN_EDIT]) })
    const id = add(anna, '')
    const ben = copyOf(anna)
    cellWords(ben, KEY, id, 'what')?.insert(0, 'Plant an orchard')
    sync(ben, anna)
    undo.undo()
    expect(namesOf(anna)).toEqual([])
    expect(listOf(anna).removed).toMatchObject([{ id, cells: { what: 'Plant an orchard' } }])
    undo.redo()
    expect(namesOf(anna)).toEqual(['Plant an orchard'])
  })

  it('[PLAN-12] moves past the neighbour that is there to see, and says when there is none', () => {
    const doc = new Y.Doc()
    const [a, b, c] = ['Dig', 'Plant', 'Water'].map((what) => add(doc, what)) as [string, string, string]
    removeItem(doc, KEY, b)
    expect(moveItem(doc, KEY, c, 'up')).toBe(true)
    expect(namesOf(doc)).toEqual(['Water', 'Dig'])
    expect(moveItem(doc, KEY, c, 'up')).toBe(false)
    expect(moveItem(doc, KEY, a, 'down')).toBe(false)
    expect(moveItem(doc, KEY, b, 'down')).toBe(false)
    expect(moveItem(doc, KEY, 'nobody', 'down')).toBe(false)
    expect(moveItem(doc, KEY, c, 'down')).toBe(true)
    expect(namesOf(doc)).toEqual(['Dig', 'Water'])
  })

  it('[PLAN-12] two people who add at once get equal keys, and others can still be put between', () => {
    const anna = new Y.Doc()
    const ben = new Y.Doc()
    add(anna, 'A')
    add(ben, 'B')
    syncAll([anna, ben])
    const [first, second] = namesOf(anna)
    expect(namesOf(ben)).toEqual([first, second])
    add(anna, 'between', listOf(anna).items[0]?.id)
    syncAll([anna, ben])
    for (const doc of [anna, ben]) expect(namesOf(doc)).toEqual([first, 'between', second])
  })

  it('[PLAN-13] moving an item while another types in it loses nothing, two moves at once double nothing', () => {
    const anna = new Y.Doc()
    const [, , c] = ['A', 'B', 'C'].map((what) => add(anna, what)) as [string, string, string]
    const ben = copyOf(anna)
    const cleo = copyOf(anna)
    moveItem(anna, KEY, c, 'up')
    moveItem(ben, KEY, c, 'up')
    moveItem(ben, KEY, c, 'up')
    cellWords(cleo, KEY, c, 'what')?.insert(1, 'afé')
    syncAll([anna, ben, cleo])
    expect([...namesOf(anna)].sort()).toEqual(['A', 'B', 'Café'])
    expect(namesOf(ben)).toEqual(namesOf(anna))
    expect(namesOf(cleo)).toEqual(namesOf(anna))
  })

  it('[PLAN-13] any edits by three people, however they meet, end the same for all: nothing lost, nothing doubled', () => {
    const edit = fc.record({
      who: fc.nat({ max: 2 }),
      does: fc.constantFrom('add', 'add', 'up', 'down', 'down', 'remove', 'restore', 'choose', 'type', 'meet'),
      which: fc.nat({ max: 20 }),
    })
    fc.assert(
      fc.property(fc.array(edit, { maxLength: 60 }), (script) => {
        const docs = [new Y.Doc(), new Y.Doc(), new Y.Doc()]
        docs.forEach((doc, n) => {
          doc.clientID = n + 1
        })
        const added: string[] = []
        const typed: string[] = []
        for (const { who, does, which } of script) {
          const doc = docs[who] as Y.Doc
          const { items, removed } = listOf(doc)
          const id = items[which % Math.max(items.length, 1)]?.id ?? 'nobody'
          if (does === 'add') added.push(addItem(doc, { key: KEY, shape: 'action', after: id }))
          else if (does === 'up' || does === 'down') moveItem(doc, KEY, id, does)
          else if (does === 'remove') removeItem(doc, KEY, id)
          else if (does === 'restore')
            restoreItem(doc, KEY, removed[which % Math.max(removed.length, 1)]?.id ?? 'nobody')
          else if (does === 'choose') setCell(doc, KEY, id, 'status', which % 2 === 0 ? 'doing' : null)
          else if (does === 'meet') sync(doc, docs[which % 3] as Y.Doc)
          else {
            const words = cellWords(doc, KEY, id, 'what')
            if (!words) continue
            typed.push(`<${typed.length}>`)
            words.insert(which % (words.length + 1), typed.at(-1) as string)
          }
        }
        syncAll(docs)
        const [plan, ...others] = docs.map((doc) => readPlan(doc, 'area')) as [Plan, Plan, Plan]
        for (const other of others) expect(other).toEqual(plan)
        const { items, removed } = listOf(docs[0] as Y.Doc)
        const all = [...items, ...removed]
        expect(all.map((item) => item.id).sort()).toEqual([...added].sort())
        const signs = all.flatMap((item) => [...String(item.cells.what ?? '')]).sort()
        expect(signs).toEqual([...typed.join('')].sort())
      }),
      { numRuns: 150 },
    )
  })
})
