import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import * as Y from 'yjs'
import { splitUpdate } from './split-update.ts'

/** One thing somebody does to a plan; `at` chooses among what is there. */
type Deed = {
  readonly by: number
  readonly does: 'write' | 'paste' | 'cell' | 'take-out' | 'undo' | 'redo' | 'meet'
  readonly at: number
  readonly words: string
}

const deed: fc.Arbitrary<Deed> = fc.record({
  by: fc.nat(2),
  does: fc.constantFrom('write', 'write', 'paste', 'cell', 'take-out', 'undo', 'redo', 'meet'),
  at: fc.nat(50),
  words: fc.string({ unit: fc.constantFrom('a', ' ', 'ŷ', 'य', '🏡', '\ud83c'), minLength: 1, maxLength: 30 }),
})

/** Copies of one plan on three devices, each with its own undo, after some deeds. */
function play(deeds: readonly Deed[]): readonly Y.Doc[] {
  const docs = [1, 2, 3].map((client) => {
    const doc = new Y.Doc()
    doc.clientID = client * 1_000_003
    return doc
  })
  const undos = docs.map((doc) => new Y.UndoManager([doc.getXmlFragment('map.have'), doc.getMap('map.want')]))
  for (const { by, does, at, words } of deeds) {
    const doc = docs[by] as Y.Doc
    const box = doc.getXmlFragment('map.have')
    const place = Math.min(at, box.length)
    if (does === 'write' || does === 'paste') {
      const paragraph = new Y.XmlElement('paragraph')
      const text = does === 'paste' ? words.repeat(200) : words
      paragraph.insert(0, [new Y.XmlText(text)])
      box.insert(place, [paragraph])
      if (does === 'write') (paragraph.get(0) as Y.XmlText).insert(0, `${words}!`, { bold: true })
    }
    if (does === 'cell') doc.getMap('map.want').set(String(at % 4), words)
    if (does === 'take-out' && box.length > 0) box.delete(at % box.length, 1)
    if (does === 'undo') undos[by]?.undo()
    if (does === 'redo') undos[by]?.redo()
    undos[by]?.stopCapturing()
    if (does === 'meet') Y.applyUpdate(doc, Y.encodeStateAsUpdate(docs[at % 3] as Y.Doc))
  }
  return docs
}

const SIZE = 1_500

/** Everything a document holds: its words, what is deleted, and how far it knows each writer. */
const stateOf = (doc: Y.Doc) => ({
  words: doc.getXmlFragment('map.have').toString(),
  cells: doc.getMap('map.want').toJSON(),
  knows: Y.encodeStateVector(doc),
  deleted: Y.snapshot(doc).ds,
})

function takesParts(doc: Y.Doc, parts: readonly Uint8Array[]) {
  for (const part of parts) {
    Y.applyUpdate(doc, part)
    const { pendingStructs, pendingDs } = doc.store
    expect({ pendingStructs, pendingDs }, 'each part joins on').toEqual({ pendingStructs: null, pendingDs: null })
  }
}

it('[SYNC-80] parts of an update are small, join on one after the other, and are the whole together', () => {
  fc.assert(
    fc.property(fc.array(deed, { minLength: 1, maxLength: 40 }), fc.nat(40), (deeds, before) => {
      const [known] = play(deeds.slice(0, before))
      const [mine] = play(deeds)
      const update = Y.encodeStateAsUpdate(mine as Y.Doc, Y.encodeStateVector(known as Y.Doc))
      const parts = splitUpdate(update, SIZE)
      for (const part of parts) expect(part.byteLength).toBeLessThanOrEqual(SIZE)
      const whole = new Y.Doc()
      const inParts = new Y.Doc()
      for (const doc of [whole, inParts]) Y.applyUpdate(doc, Y.encodeStateAsUpdate(known as Y.Doc))
      Y.applyUpdate(whole, update)
      takesParts(inParts, parts)
      expect(stateOf(inParts)).toEqual(stateOf(whole))
    }),
    { numRuns: 150 },
  )
})

it('[SYNC-80] one pasted text of 2 MB is cut inside, between letters and never through one', () => {
  const words = '🏡 Orchard Lane ŷ '.repeat(100_000)
  const mine = new Y.Doc()
  mine.getText('map.have').insert(0, words)
  const parts = splitUpdate(Y.encodeStateAsUpdate(mine), 64 * 1024)
  expect(parts.length).toBeGreaterThan(30)
  for (const part of parts) expect(part.byteLength).toBeLessThanOrEqual(64 * 1024)
  const theirs = new Y.Doc()
  takesParts(theirs, parts)
  expect(theirs.getText('map.have').toString()).toBe(words)
})

it('[SYNC-80] words written and taken out again are never seen by others; old words go last', () => {
  const mine = new Y.Doc({ gc: false })
  mine.getText('map.have').insert(0, 'old words')
  const known = Y.encodeStateAsUpdate(mine)
  const text = mine.getText('map.have')
  text.delete(0, 9)
  for (let i = 0; i < 300; i++) {
    text.insert(0, 'regretted ')
    text.delete(0, 10)
    text.insert(text.length, `new ${i} `)
  }
  const parts = splitUpdate(Y.encodeStateAsUpdate(mine, Y.encodeStateVectorFromUpdate(known)), SIZE)
  expect(parts.length).toBeGreaterThan(3)
  const theirs = new Y.Doc()
  Y.applyUpdate(theirs, known)
  for (const [i, part] of parts.entries()) {
    Y.applyUpdate(theirs, part)
    const seen = theirs.getText('map.have').toString()
    expect(seen).not.toContain('regretted')
    expect(seen.includes('old words')).toBe(i < parts.length - 1)
  }
  expect(theirs.getText('map.have').toString()).toBe(text.toString())
})

it('[SYNC-80] what many writers wrote in one another goes in parts of at most 64 of them', () => {
  const all = new Y.Doc()
  for (let client = 1; client <= 200; client++) {
    const doc = new Y.Doc()
    doc.clientID = client
    Y.applyUpdate(doc, Y.encodeStateAsUpdate(all))
    doc.getText('map.have').insert(doc.getText('map.have').length >> 1, `${client} `)
    Y.applyUpdate(all, Y.encodeStateAsUpdate(doc))
  }
  const parts = splitUpdate(Y.encodeStateAsUpdate(all), 3_000)
  expect(parts.length).toBeGreaterThan(2)
  for (const part of parts) expect(Y.parseUpdateMeta(part).from.size).toBeLessThanOrEqual(64)
  const theirs = new Y.Doc()
  takesParts(theirs, parts)
  expect(theirs.getText('map.have').toString()).toBe(all.getText('map.have').toString())
})

it('[SYNC-80] what is small, or joins on to nothing, is left as it is', () => {
  const mine = new Y.Doc()
  const text = mine.getText('map.have')
  text.insert(0, 'a'.repeat(SIZE))
  const first = Y.encodeStateAsUpdate(mine)
  text.insert(0, 'b'.repeat(SIZE))
  const second = Y.encodeStateVector(mine)
  text.insert(0, 'c'.repeat(SIZE))
  const gapped = Y.mergeUpdates([first, Y.encodeStateAsUpdate(mine, second)])
  expect(splitUpdate(gapped, SIZE)).toEqual([gapped])
  expect(splitUpdate(first, SIZE * 2)).toEqual([first])
})
