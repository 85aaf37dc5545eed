import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { copyOf, syncAll } from '../testing/copies.ts'
import { anyPlan } from '../testing/index.ts'
import {
  addItem,
  cellWords,
  differences,
  moveItem,
  PLAN_EDIT,
  type Plan,
  readPlan,
  removeItem,
  restorePlan,
  textRoot,
  writePlan,
} from './index.ts'

const docOf = (plan: Plan): Y.Doc => {
  const doc = new Y.Doc()
  writePlan(doc, plan)
  return doc
}
const now = (doc: Y.Doc) => readPlan(doc, 'area')
/** All that reads differently but words without a place, which nothing here touches. */
const apart = (a: Plan, b: Plan) => differences(a, b).filter(({ what }) => what !== 'unplaced')

/** Two plans of one stock: items and blocks of the first, in the second some are gone, moved, changed or new. */
const twoOfOne = fc.tuple(anyPlan('area'), anyPlan('area'), fc.infiniteStream(fc.nat(4))).map(([a, b, stream]) => {
  const dice = () => stream.next().value ?? 0
  const some = <T>(own: readonly T[], others: readonly T[]): T[] => {
    const kept = own.filter(() => dice() > 0)
    return [...(dice() > 2 ? kept.toReversed() : kept), ...others.filter(() => dice() > 2)]
  }
  const boxes = Object.entries(a.boxes).map(([key, content]) => {
    const other = b.boxes[key]
    if (content.type === 'text')
      return [key, { ...content, text: some(content.text, other?.type === 'text' ? other.text : []) }]
    const others = other?.type === 'list' ? other.items : []
    const items = some(content.items, others).map((item, i) => {
      const from = dice() > 2 ? others[i] : undefined
      return from && from.id !== item.id ? { ...from, id: item.id } : item
    })
    const unlike = [...new Map(items.map((item) => [item.id, item])).values()]
    return [key, { ...content, items: unlike }]
  })
  const second: Plan = {
    ...a,
    boxes: Object.fromEntries(boxes),
    titles: dice() > 1 ? b.titles : {},
    own: some(a.own, b.own),
  }
  return [a, second] as const
})

describe('putting a version back', () => {
  it('[STORE-116] makes the plan read as the version did, whatever both hold, and undoing makes it read as before', () => {
    fc.assert(
      fc.property(twoOfOne, ([first, second]) => {
        for (const [from, to] of [
          [first, second],
          [second, first],
        ] as const) {
          const doc = docOf(from)
          const before = now(doc)
          const chosen = now(docOf(to))
          const undo = new Y.UndoManager(doc, { trackedOrigins: new Set([PLAN_EDIT]) })
          restorePlan(doc, chosen)
          expect(apart(now(doc), chosen)).toEqual([])
          undo.undo()
          expect(apart(now(doc), before)).toEqual([])
        }
      }),
      { numRuns: 15, endOnFailure: true },
    )
  })

  it('[STORE-116] changes nothing where it reads so already', () => {
    fc.assert(
      fc.property(anyPlan('area'), (plan) => {
        const doc = docOf(plan)
        const bytes = Y.encodeStateAsUpdate(doc)
        restorePlan(doc, now(doc))
        expect(Y.encodeStateAsUpdate(doc)).toEqual(bytes)
      }),
      { numRuns: 30 },
    )
  })

  it('[STORE-117] keeps what others write elsewhere meanwhile, and what they add', () => {
    const doc = new Y.Doc()
    const box = textRoot(doc, 'place.where')
    const paragraph = (words: string) => {
      const made = new Y.XmlElement('paragraph')
      made.insert(0, [new Y.XmlText(words)])
      return made
    }
    box.push([paragraph('I sing'), paragraph('I bake')])
    const add = (what: string) => addItem(doc, { key: 'living-map.do', shape: 'action', cells: { what } })
    const [gate, song, tea] = [add('gate'), add('song'), add('tea')]
    const chosen = now(doc)
    box.delete(1, 1)
    box.push([paragraph('I dance')])
    removeItem(doc, 'living-map.do', song)
    moveItem(doc, 'living-map.do', tea, 'up')

    const others = copyOf(doc)
    const theirs = textRoot(others, 'place.where').get(0) as Y.XmlElement
    ;(theirs.get(0) as Y.XmlText).insert(6, ' every morning')
    cellWords(others, 'living-map.do', gate, 'what')?.insert(4, ' of the garden')
    addItem(others, { key: 'living-map.do', shape: 'action', cells: { what: 'new one' } })
    restorePlan(doc, chosen)
    expect(apart(now(doc), chosen)).toEqual([])
    syncAll([doc, others])

    const after = now(doc)
    const text = after.boxes['place.where']
    expect(text?.type === 'text' && text.text.map((block) => ('runs' in block ? block.runs[0]?.text : ''))).toEqual([
      'I sing every morning',
      'I bake',
    ])
    const list = after.boxes['living-map.do']
    expect(list?.type === 'list' && list.items.map(({ cells }) => cells.what).toSorted()).toEqual([
      'gate of the garden',
      'new one',
      'song',
      'tea',
    ])
    expect(now(others)).toEqual(after)
  })
})
