import {
  addItem,
  addOwnSection,
  easyKey,
  listRoot,
  OWN_SECTIONS,
  ownActionsKey,
  photoPicture,
  setCell,
  setEasyChecked,
  setTick,
  textRoot,
} from '@withy/shared/plan'
import { CLOSE } from '@withy/shared/protocol'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { isWhole } from '../one-document.ts'
import { anna, ben, copyOf, createGateRoom } from '../testing/gate-room.ts'
import { LIST_BOX, TEXT_BOX, updatesOf, writeParagraph } from '../testing/writer.ts'

const FOREIGN = { is: 'refused', code: CLOSE.badMessage, why: 'not-in-a-plan' }

function holding(outer: string, inner: string): Y.XmlElement {
  const element = new Y.XmlElement(outer)
  element.insert(0, [new Y.XmlElement(inner)])
  return element
}

/** An item with one cell. */
const inItem = (doc: Y.Doc, value: unknown, cell = 'where') =>
  void listRoot(doc, LIST_BOX).set('a', new Y.Map([[cell, value]]))

/** Everything that honest editing writes, each edit in one go. */
const honest: Record<string, (doc: Y.Doc) => void> = {
  'a paragraph': (doc) => void writeParagraph(doc, 'words'),
  'marks, also as y-tiptap hashes them': (doc) => {
    const text = writeParagraph(doc, 'bold and linked')
    text.format(0, 4, { bold: {} })
    text.format(9, 6, { 'link--AAAAbbb1': { href: 'https://example.org' } })
  },
  'a heading with its level, a list': (doc) => {
    const heading = new Y.XmlElement('heading')
    heading.setAttribute('level', 2 as unknown as string)
    const list = new Y.XmlElement('bulletList')
    list.insert(0, [new Y.XmlElement('listItem')])
    textRoot(doc, TEXT_BOX).push([heading, list])
  },
  'a list in a list, a new line in an item': (doc) => {
    const line = new Y.XmlElement('paragraph')
    line.insert(0, [new Y.XmlText('one'), new Y.XmlElement('hardBreak'), new Y.XmlText('two')])
    const item = new Y.XmlElement('listItem')
    item.insert(0, [line, holding('orderedList', 'listItem')])
    const list = new Y.XmlElement('bulletList')
    list.insert(0, [item])
    textRoot(doc, TEXT_BOX).push([list])
  },
  'an item with cells and an origin': (doc) => {
    const id = addItem(doc, { key: LIST_BOX, shape: 'asset', cells: {}, origin: { from: 'idea', idea: 'x' } })
    setCell(doc, LIST_BOX, id, 'kind', 'places')
    for (const on of [true, false]) setTick(doc, LIST_BOX, id, 'keeper', 'p'.repeat(100), on)
    setCell(doc, LIST_BOX, id, 'kind', null)
  },
  'an item that was said in a workshop': (doc) => {
    const said = [
      { by: 'Rosa', words: 'Dig' },
      { by: 'Kofi', words: 'Dig here' },
    ]
    const origin = { from: 'workshop', workshop: 'w', idea: 'i', on: '2026-05-09', said } as const
    addItem(doc, { key: LIST_BOX, shape: 'asset', id: 'i', cells: { what: 'Dig' }, origin })
  },
  'a row of easy words with its picture, of a section of a group’s own too, and that they were checked': (doc) => {
    for (const key of [easyKey('place'), easyKey('own:mill')])
      addItem(doc, { key, shape: 'easy', cells: { words: 'Tea.', picture: 'tea' }, of: { place: 'place', print: '0' } })
    setEasyChecked(doc, 'place', { by: 'Ann', on: '2026-11-03' })
  },
  'a row of easy words with a photo, and what it shows': (doc) => {
    const cells = { words: 'Anna.', picture: photoPicture('a'.repeat(43)), 'photo-words': 'Anna, laughing' }
    addItem(doc, { key: easyKey('place'), shape: 'easy', cells })
  },
  'a section of a group’s own': (doc) => void addOwnSection(doc, { title: 'Ours' }),
}

const hostile: Record<string, (doc: Y.Doc) => void> = {
  'a root that no plan has': (doc) => doc.getMap('secrets').set('a', 1),
  'easy words of a section that no plan has': (doc) => doc.getMap('easy:nowhere').set('a', new Y.Map()),
  'easy words of the other kind of plan': (doc) => doc.getMap(easyKey('about-me')).set('a', new Y.Map()),
  'a root of the other kind of plan': (doc) => doc.getText('about-me.most-important').insert(0, 'a'),
  'a block that no plan has': (doc) => textRoot(doc, TEXT_BOX).push([new Y.XmlElement('script')]),
  'a paragraph straight in a list': (doc) => textRoot(doc, TEXT_BOX).push([holding('bulletList', 'paragraph')]),
  'a list item straight in a box': (doc) => textRoot(doc, TEXT_BOX).push([new Y.XmlElement('listItem')]),
  'a block in a paragraph': (doc) => textRoot(doc, TEXT_BOX).push([holding('paragraph', 'heading')]),
  'a paragraph beside the items of a list': (doc) => {
    const list = new Y.XmlElement('bulletList')
    list.insert(0, [new Y.XmlElement('listItem'), new Y.XmlElement('paragraph')])
    textRoot(doc, TEXT_BOX).push([list])
  },
  'words straight in a list': (doc) => {
    const list = new Y.XmlElement('bulletList')
    list.insert(0, [new Y.XmlText('words')])
    textRoot(doc, TEXT_BOX).push([list])
  },
  'a mark that no plan has': (doc) => writeParagraph(doc, 'words').format(0, 3, { onclick: 'x()' }),
  'an embedded thing': (doc) => writeParagraph(doc, 'words').insertEmbed(0, { image: 'x' }),
  ...Object.fromEntries(
    [LIST_BOX, OWN_SECTIONS, ownActionsKey('o'), easyKey('place')].flatMap((root): [string, (doc: Y.Doc) => void][] => [
      [`words where an entry of ${root} should be`, (doc) => void doc.getMap(root).set('a', 'words')],
      [`a number where an entry of ${root} should be`, (doc) => void doc.getMap(root).set('a', 7)],
      [`nothing where an entry of ${root} should be`, (doc) => void doc.getMap(root).set('a', null)],
      [`a plain object where an entry of ${root} should be`, (doc) => void doc.getMap(root).set('a', { what: 'x' })],
      [`a text where an entry of ${root} should be`, (doc) => void doc.getMap(root).set('a', new Y.Text('words'))],
      [
        `an element where an entry of ${root} should be`,
        (doc) => void doc.getMap(root).set('a', new Y.XmlElement('paragraph')),
      ],
      [`words straight in ${root}`, (doc) => doc.getText(root).insert(0, 'words')],
      [`blocks straight in ${root}`, (doc) => doc.getXmlFragment(root).push([new Y.XmlElement('paragraph')])],
    ]),
  ),
  'an item whose id leaves no room to name a tick after it': (doc) =>
    void listRoot(doc, LIST_BOX).set('k'.repeat(101), new Y.Map()),
  'an array': (doc) => inItem(doc, new Y.Array()),
  'a hook': (doc) => textRoot(doc, TEXT_BOX).push([new Y.XmlHook('x') as never]),
  'a document in the document': (doc) => inItem(doc, new Y.Doc()),
  bytes: (doc) => inItem(doc, new Uint8Array(4)),
  'the bytes of a photo where its name should be': (doc) =>
    void listRoot(doc, easyKey('place')).set('a', new Y.Map([['picture', new Uint8Array(4)]])),
  'bytes in a value': (doc) => inItem(doc, { b: new Uint8Array(4) }),
  'a value nested deep': (doc) => inItem(doc, JSON.parse('['.repeat(9) + ']'.repeat(9))),
  'a very long key': (doc) => inItem(doc, 'words', 'k'.repeat(201)),
}

describe('what a plan can hold', () => {
  it.each(Object.entries(honest))('[SYNC-17] [EASY-17] lets in %s', (_, edit) => {
    const room = createGateRoom()
    const doc = new Y.Doc()
    for (const update of updatesOf(doc, () => edit(doc))) expect(room.take(update, anna).is).toBe('new')
    expect(Y.encodeStateAsUpdate(room.doc)).toEqual(Y.encodeStateAsUpdate(doc))
  })

  it.each(Object.entries(hostile))('[SYNC-17] [EASY-17] refuses %s', (_, edit) => {
    const room = createGateRoom()
    const doc = new Y.Doc()
    const verdicts = updatesOf(doc, () => edit(doc)).map((update) => room.take(update, anna))
    expect(verdicts.at(-1)).toEqual(FOREIGN)
  })

  it('[SYNC-17] refuses a value nested so deep that reading it overflows', () => {
    const deep = new Uint8Array([
      1,
      1,
      5,
      0,
      8,
      1,
      1,
      120,
      1,
      ...Array.from({ length: 100_000 }, () => [117, 1]).flat(),
    ])
    expect(createGateRoom().ask(deep, anna).is).toBe('refused')
  })
})

describe('whatever comes', () => {
  /** What two people write at once, as the updates their copies send. */
  const recorded = (() => {
    const one = new Y.Doc()
    one.clientID = 11
    const first = updatesOf(one, () => {
      for (const edit of Object.values(honest)) edit(one)
    })
    const two = copyOf(one)
    two.clientID = 12
    const second = updatesOf(two, () => {
      for (const edit of Object.values(honest)) edit(two)
      textRoot(two, TEXT_BOX).delete(0, 1)
    })
    return [...first, ...second, Y.encodeStateAsUpdate(two)]
  })()

  const mutated = fc
    .record({
      update: fc.constantFrom(...recorded),
      changes: fc.array(
        fc.record({ at: fc.nat(), byte: fc.nat({ max: 255 }), how: fc.constantFrom('set', 'cut', 'add') }),
      ),
    })
    .map(({ update, changes }) => {
      const bytes = [...update]
      for (const { at, byte, how } of changes.slice(0, 6)) {
        const place = at % Math.max(1, bytes.length)
        if (how === 'set') bytes[place] = byte
        else if (how === 'cut') bytes.splice(place, 1)
        else bytes.splice(place, 0, byte)
      }
      return new Uint8Array(bytes)
    })

  it('[SYNC-16] what passes the gate can be applied: nothing throws, nothing is left pending, clocks are as the gate said', () => {
    const script = fc.array(fc.record({ update: mutated, by: fc.constantFrom(anna, ben) }), {
      minLength: 1,
      maxLength: 12,
    })
    fc.assert(
      fc.property(script, fc.subarray(recorded), (steps, before) => {
        const room = createGateRoom()
        for (const update of before) room.take(update, anna)
        for (const { update, by } of steps) {
          const verdict = room.take(update, by)
          expect(isWhole(room.doc)).toBe(true)
          if (verdict.is !== 'new') continue
          for (const { client, to } of verdict.news.runs) expect(Y.getState(room.doc.store, client)).toBe(to)
          expect(room.ask(verdict.bytes, by)).toEqual({ is: 'nothing-new' })
        }
        const again = new Y.Doc()
        Y.applyUpdate(again, Y.encodeStateAsUpdate(room.doc))
        expect(isWhole(again)).toBe(true)
      }),
      { numRuns: 500 },
    )
  })
})
