import { addItem, cellWords, PLAN_EDIT, removeItem } from '@withy/shared/plan'
import { expect, it } from 'vitest'
import * as Y from 'yjs'
import { createUndo } from './undo.ts'

const EDITOR = Symbol('an editor')

/** Two documents that hear each other's changes at once, and an undo manager for the first. */
function twoPeople() {
  const anna = new Y.Doc()
  const ben = new Y.Doc()
  anna.on('update', (update: Uint8Array, origin: unknown) => origin !== ben && Y.applyUpdate(ben, update, anna))
  ben.on('update', (update: Uint8Array, origin: unknown) => origin !== anna && Y.applyUpdate(anna, update, ben))
  const undo = createUndo(anna)
  undo.addTrackedOrigin(EDITOR)
  return { anna, ben, undo }
}

function paragraph(doc: Y.Doc, box: string, words: string): Y.XmlText {
  const text = new Y.XmlText(words)
  doc.transact(() => {
    const element = new Y.XmlElement('paragraph')
    element.insert(0, [text])
    doc.getXmlFragment(box).push([element])
  }, EDITOR)
  return text
}
const words = (doc: Y.Doc, box: string) => doc.getXmlFragment(box).toString()

it('[SYNC-55] takes back own changes in any box, the newest first, and leaves those of others', () => {
  const { anna, ben, undo } = twoPeople()
  paragraph(anna, 'a.want', 'mine')
  undo.stopCapturing()
  paragraph(ben, 'a.want', 'yours')
  paragraph(anna, 'b.want', 'also mine')
  undo.undo()
  expect(words(anna, 'b.want')).toBe('')
  undo.undo()
  expect(words(ben, 'a.want')).toBe('<paragraph>yours</paragraph>')
  expect(undo.undo()).toBeNull()
  expect(words(ben, 'a.want')).toBe('<paragraph>yours</paragraph>')
})

it('[SYNC-55] brings back what was taken back', () => {
  const { anna, ben, undo } = twoPeople()
  paragraph(anna, 'a.want', 'mine')
  undo.undo()
  undo.redo()
  expect(words(ben, 'a.want')).toBe('<paragraph>mine</paragraph>')
})

it('[SYNC-55] taking back a paragraph keeps what somebody else wrote in it', () => {
  const { anna, ben, undo } = twoPeople()
  paragraph(anna, 'a.want', 'mine ')
  const theirs = ben.getXmlFragment('a.want').get(0) as Y.XmlElement
  ;(theirs.get(0) as Y.XmlText).insert(5, 'and yours')
  undo.undo()
  expect(words(anna, 'a.want')).toBe('<paragraph>and yours</paragraph>')
  expect(words(ben, 'a.want')).toBe('<paragraph>and yours</paragraph>')
})

it('[SYNC-55] taking back an added item keeps the words somebody else wrote in it', () => {
  const { anna, ben, undo } = twoPeople()
  const id = addItem(anna, { key: 'living-map.have', shape: 'asset' })
  cellWords(ben, 'living-map.have', id, 'what')?.insert(0, 'the orchard')
  undo.undo()
  expect(cellWords(ben, 'living-map.have', id, 'what')?.toString()).toBe('the orchard')
})

it('[SYNC-55] takes back a removal made here, and none made by others', () => {
  const { anna, ben, undo } = twoPeople()
  const key = 'living-map.have'
  const id = addItem(anna, { key, shape: 'asset' })
  undo.stopCapturing()
  removeItem(anna, key, id)
  const removed = (doc: Y.Doc) => (doc.getMap(key).get(id) as Y.Map<unknown>).get('removed')
  expect(removed(ben)).toBeTruthy()
  undo.undo()
  expect(removed(ben)).toBeFalsy()
  removeItem(ben, key, id)
  undo.redo()
  expect(removed(anna)).toBeTruthy()
})

it('[SYNC-56] follows every root of the plan, also one that nobody had opened before', () => {
  const { anna, ben, undo } = twoPeople()
  anna.transact(() => anna.getText('own:new.text').insert(0, 'late'), PLAN_EDIT)
  undo.undo()
  expect(ben.getText('own:new.text').toString()).toBe('')
})

it('[SYNC-56] takes back nothing that no person here did', () => {
  const { anna, undo } = twoPeople()
  anna.getText('a.want').insert(0, 'from nowhere')
  expect(undo.undo()).toBeNull()
})
