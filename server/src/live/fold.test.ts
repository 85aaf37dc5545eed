import { expect, it, onTestFinished } from 'vitest'
import * as Y from 'yjs'
import type { Folded } from '../storage/update-log.ts'
import { until } from '../testing/until.ts'
import { createFolding } from './fold.ts'

/** Changes of one text, each after the one before. */
function changes(words: readonly string[]): Uint8Array[] {
  const doc = new Y.Doc()
  const made: Uint8Array[] = []
  doc.on('update', (update: Uint8Array) => made.push(update))
  for (const word of words) doc.getText('t').insert(doc.getText('t').length, word)
  return made
}

function textOf({ bytes }: Folded): string {
  const doc = new Y.Doc()
  Y.applyUpdate(doc, bytes)
  return doc.getText('t').toString()
}

it('[STORE-6] folds each plan into one update; parts that do not join on are refused, and the next is folded', async () => {
  const folding = createFolding()
  onTestFinished(() => folding.stop())
  const [whole, other] = await Promise.all([folding.fold(changes(['a', 'b'])), folding.fold(changes(['c', 'd', 'e']))])
  expect([textOf(whole), textOf(other)]).toEqual(['ab', 'cde'])
  const [first = new Uint8Array(), , third = new Uint8Array()] = changes(['a', 'b', 'c'])
  await expect(folding.fold([first, third])).rejects.toThrow('joins on to nothing')
  await expect(folding.fold([new Uint8Array([1, 2, 3])])).rejects.toThrow()
  expect(textOf(await folding.fold(changes(['f', 'g'])))).toBe('fg')
})

it('[STORE-6] a thread that ends rejects what it had, and another one begins', async () => {
  const folding = createFolding()
  onTestFinished(() => folding.stop())
  const lost = folding.fold(changes(['a']))
  const rejected = expect(lost).rejects.toThrow('ended')
  await folding.stop()
  await rejected
  expect(textOf(await folding.fold(changes(['b'])))).toBe('b')
})

it('[STORE-6] a thread that has nothing to fold ends, and the next fold begins another', async () => {
  const folding = createFolding({ idleMs: 20 })
  onTestFinished(() => folding.stop())
  const threads = () => (process.report.getReport() as { workers: unknown[] }).workers.length
  const before = threads()
  await folding.fold(changes(['a']))
  expect(threads()).toBe(before + 1)
  await until(() => expect(threads()).toBe(before))
  expect(textOf(await folding.fold(changes(['b'])))).toBe('b')
})

it('[STORE-6] folds what people did and no more: marks that change nothing stay', async () => {
  const folding = createFolding()
  onTestFinished(() => folding.stop())
  const [anna, ben] = [new Y.Doc(), new Y.Doc()]
  anna.getXmlFragment('box').insert(0, [new Y.XmlText('both at once')])
  Y.applyUpdate(ben, Y.encodeStateAsUpdate(anna))
  const before = Y.encodeStateVector(anna)
  for (const doc of [anna, ben]) (doc.getXmlFragment('box').get(0) as Y.XmlText).format(0, 4, { bold: true })
  const both = [Y.encodeStateAsUpdate(anna), Y.encodeStateAsUpdate(ben, before)]
  const { bytes } = await folding.fold(both)
  expect(deletedIn(bytes)).toEqual([])
  expect(deletedIn(Y.mergeUpdates(both))).toEqual([])
})

const deletedIn = (update: Uint8Array) => [...Y.decodeUpdate(update).ds.clients]
