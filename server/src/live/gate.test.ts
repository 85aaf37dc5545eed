import { listRoot, textRoot } from '@withy/shared/plan'
import { CLOSE } from '@withy/shared/protocol'
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { anna, ben, copyOf, createGateRoom, vera } from '../testing/gate-room.ts'
import { rawUpdate } from '../testing/raw-update.ts'
import { LIST_BOX, TEXT_BOX, updateOf, updatesOf, wordsOf, writeParagraph } from '../testing/writer.ts'

const refusal = (code: number, why: string) => ({ is: 'refused', code, why })
const MALFORMED = refusal(CLOSE.badMessage, 'malformed')

const firstUpdate = (words = 'orchard') => {
  const doc = new Y.Doc()
  return { doc, update: updateOf(doc, () => void writeParagraph(doc, words)) }
}

describe('the role now', () => {
  it('[SYNC-11] lets a contributor’s change in and refuses a viewer’s', () => {
    const room = createGateRoom()
    const { update } = firstUpdate()
    expect(room.ask(update, vera)).toEqual(refusal(CLOSE.role, 'role'))
    expect(room.take(update, anna).is).toBe('new')
    expect(wordsOf(room.doc)).toContain('orchard')
  })

  it('[SYNC-11] refuses a viewer’s delete of a word', () => {
    const room = createGateRoom()
    room.take(firstUpdate().update, anna)
    const copy = copyOf(room.doc)
    const erase = updateOf(copy, () => textRoot(copy, TEXT_BOX).delete(0, 1))
    expect(room.ask(erase, vera)).toEqual({ is: 'unclear' })
  })

  it('[SYNC-4] takes what brings nothing new as nothing, from every role', () => {
    const room = createGateRoom()
    const { doc, update } = firstUpdate()
    room.take(update, anna)
    room.take(
      updateOf(doc, () => textRoot(doc, TEXT_BOX).delete(0, 1)),
      anna,
    )
    room.take(
      updateOf(doc, () => void writeParagraph(doc, 'meadow')),
      anna,
    )
    const honestAnswer = Y.encodeStateAsUpdate(copyOf(room.doc))
    for (const sender of [anna, ben, vera]) {
      expect(room.ask(honestAnswer, sender)).toEqual({ is: 'nothing-new' })
      expect(room.ask(rawUpdate({}), sender)).toEqual({ is: 'nothing-new' })
    }
  })

  it('[SYNC-4] counts what waits for its commit as known', () => {
    const room = createGateRoom()
    const { doc, update } = firstUpdate()
    room.letIn(update, anna)
    expect(room.letIn(update, anna)).toEqual({ is: 'nothing-new' })
    const erase = updateOf(doc, () => textRoot(doc, TEXT_BOX).delete(0, 1))
    expect(room.letIn(erase, anna).is).toBe('new')
    expect(room.letIn(erase, anna)).toEqual({ is: 'nothing-new' })
  })

  it('[SYNC-4] knows what was deleted because its parent was, though nobody ever said so, once the plan was looked at', async () => {
    const room = createGateRoom()
    const { doc: annas, update } = firstUpdate('one')
    room.take(update, anna)
    const bens = copyOf(room.doc)
    const paragraph = textRoot(bens, TEXT_BOX).get(0) as Y.XmlElement
    const inside = updateOf(bens, () => (paragraph.get(0) as Y.XmlText).insert(0, 'two '))
    room.take(
      updateOf(annas, () => textRoot(annas, TEXT_BOX).delete(0, 1)),
      anna,
    )
    room.take(inside, ben)
    Y.applyUpdate(annas, inside)
    await room.look()
    expect(room.ask(Y.encodeStateAsUpdate(annas), vera)).toEqual({ is: 'nothing-new' })
  })

  it('[SYNC-19] lets a reader’s copy tidy doubled marks without a refusal and without storing it, once the plan was looked at', async () => {
    const room = createGateRoom()
    const { doc: annas, update } = firstUpdate('make this bold')
    room.take(update, anna)
    const text = (textRoot(annas, TEXT_BOX).get(0) as Y.XmlElement).get(0) as Y.XmlText
    for (const update of updatesOf(annas, () => text.format(0, 9, { bold: {} }))) room.take(update, anna)
    const marks = (room.doc.store.clients.get(annas.clientID) ?? []).filter(
      (struct) => struct instanceof Y.Item && struct.content instanceof Y.ContentFormat,
    )
    const without = (from: number, length: number) =>
      rawUpdate({ deletes: [{ client: annas.clientID, ranges: [[from, length]] }] })
    expect(marks).toHaveLength(2)
    expect(room.ask(without(marks[0]?.id.clock ?? 0, 1), vera)).toEqual({ is: 'unclear' })
    await room.look()
    for (const { id } of marks) {
      expect(room.ask(without(id.clock, 1), vera)).toEqual({ is: 'nothing-new' })
      expect(room.ask(without(id.clock, 1), anna).is).toBe('new')
    }
    const first = marks[0]?.id.clock ?? 0
    expect(room.ask(without(first - 1, 2), vera)).toEqual({ is: 'unclear' })
  })
})

describe('whose client id', () => {
  it('[SYNC-12] makes a new client id its first writer’s, and refuses it from anyone else', () => {
    const room = createGateRoom()
    const { doc, update } = firstUpdate()
    expect(room.letIn(update, anna)).toMatchObject({ claims: [doc.clientID] })
    const next = updateOf(doc, () => void writeParagraph(doc, 'meadow'))
    expect(room.ask(next, ben)).toEqual(refusal(CLOSE.badMessage, 'client-of-another'))
    expect(room.letIn(next, anna)).toMatchObject({ is: 'new', claims: [] })
  })

  it('[SYNC-12] refuses a forged hole in a colleague’s clocks, and the colleague writes on', () => {
    const room = createGateRoom()
    const { doc, update } = firstUpdate()
    room.take(update, anna)
    const clock = Y.getState(doc.store, doc.clientID)
    for (const is of ['gc', 'deleted'] as const) {
      const forged = rawUpdate({ runs: [{ client: doc.clientID, clock, structs: [{ is, length: 50 }] }] })
      expect(room.ask(forged, ben)).toEqual(refusal(CLOSE.badMessage, 'client-of-another'))
    }
    room.take(
      updateOf(doc, () => void writeParagraph(doc, 'meadow')),
      anna,
    )
    expect(wordsOf(room.doc)).toContain('meadow')
  })

  it('[SYNC-15] leaves out what is known already, whatever it says now', () => {
    const room = createGateRoom()
    const { doc, update } = firstUpdate('truth')
    room.take(update, anna)
    const clock = Y.getState(doc.store, doc.clientID)
    const mixed = rawUpdate({
      runs: [
        { client: doc.clientID, clock: 0, structs: [{ is: 'gc', length: clock }] },
        { client: 77, clock: 0, structs: [{ is: 'string', words: 'new', parent: TEXT_BOX }] },
      ],
    })
    const verdict = room.take(mixed, ben)
    expect(verdict).toMatchObject({ is: 'new', claims: [77] })
    expect(Y.parseUpdateMeta((verdict as { bytes: Uint8Array }).bytes).from).toEqual(new Map([[77, 0]]))
    expect(wordsOf(room.doc)).toContain('truth')
  })

  it('[SYNC-15] stores of an answer only what is new, cut inside a struct where it has to be', () => {
    const room = createGateRoom()
    const doc = new Y.Doc()
    const text = writeParagraph(doc, 'one')
    room.take(Y.encodeStateAsUpdate(doc), anna)
    text.insert(3, ' two')
    const verdict = room.take(Y.encodeStateAsUpdate(doc), anna)
    expect((verdict as { bytes: Uint8Array }).bytes.byteLength).toBeLessThan(30)
    expect(wordsOf(room.doc)).toContain('one two')
  })
})

describe('what it joins on to', () => {
  it('[SYNC-13] sees a gap in a client’s clocks, also in what waits for its commit', () => {
    const room = createGateRoom()
    const { doc, update } = firstUpdate()
    const second = updateOf(doc, () => void writeParagraph(doc, 'second'))
    expect(room.ask(second, anna)).toEqual({ is: 'gap' })
    room.letIn(update, anna)
    expect(room.letIn(second, anna).is).toBe('new')
  })

  it('[SYNC-14] sees a change that hangs on words that have not come', () => {
    const room = createGateRoom()
    const { doc } = firstUpdate()
    const bens = copyOf(doc)
    const under = updateOf(bens, () => void writeParagraph(bens, 'below'))
    expect(room.ask(under, ben)).toEqual({ is: 'gap' })
  })

  it('[SYNC-14] sees a delete of words that have not come', () => {
    const room = createGateRoom()
    const early = rawUpdate({ deletes: [{ client: 5, ranges: [[0, 3]] }] })
    expect(room.ask(early, anna)).toEqual({ is: 'gap' })
    const { doc, update } = firstUpdate()
    room.take(update, anna)
    const clock = Y.getState(doc.store, doc.clientID)
    const past = rawUpdate({ deletes: [{ client: doc.clientID, ranges: [[clock - 1, 2]] }] })
    expect(room.ask(past, ben)).toEqual({ is: 'gap' })
  })

  it('[SYNC-14] takes changes of several of a person’s client ids that hang on each other', () => {
    const room = createGateRoom()
    const monday = new Y.Doc()
    writeParagraph(monday, 'monday')
    const tuesday = copyOf(monday)
    writeParagraph(tuesday, 'tuesday')
    Y.applyUpdate(monday, Y.encodeStateAsUpdate(tuesday))
    writeParagraph(monday, 'wednesday')
    const verdict = room.take(Y.encodeStateAsUpdate(monday), anna)
    expect(verdict).toMatchObject({ is: 'new' })
    expect(wordsOf(room.doc)).toMatch(/monday +tuesday +wednesday/)
  })

  it('[SYNC-14] does not let two changes in that wait for each other', () => {
    const room = createGateRoom()
    const circle = rawUpdate({
      runs: [
        { client: 8, clock: 0, structs: [{ is: 'string', words: 'a', left: [9, 0] }] },
        { client: 9, clock: 0, structs: [{ is: 'string', words: 'b', left: [8, 0] }] },
      ],
    })
    expect(room.ask(circle, anna)).toEqual({ is: 'gap' })
  })
})

describe('how it is made', () => {
  it('[SYNC-10] refuses what is not a whole update of format V1', () => {
    const room = createGateRoom()
    const { doc, update } = firstUpdate()
    const cut = [1, 5, update.length - 1].map((at) => update.slice(0, at))
    const longer = new Uint8Array([...update, 0])
    const v2 = Y.encodeStateAsUpdateV2(doc)
    for (const bytes of [...cut, longer, v2, new Uint8Array([255, 255, 255, 255, 255, 255, 255, 255, 255, 255])]) {
      expect(room.ask(bytes, anna)).toEqual(MALFORMED)
    }
  })

  it.each([
    ['a stretch skipped', { runs: [{ client: 5, clock: 0, structs: [{ is: 'skip', length: 3 }] }] }],
    ['an empty piece', { runs: [{ client: 5, clock: 0, structs: [{ is: 'gc', length: 0 }] }] }],
    ['a piece without words', { runs: [{ client: 5, clock: 0, structs: [{ is: 'string', words: '' }] }] }],
    [
      'a piece that follows its own future',
      { runs: [{ client: 5, clock: 0, structs: [{ is: 'string', words: 'a', left: [5, 7] }] }] },
    ],
    ['a client id no Yjs makes', { runs: [{ client: 2 ** 32, clock: 0, structs: [{ is: 'gc', length: 1 }] }] }],
    ['a clock past all counting', { runs: [{ client: 5, clock: 2 ** 53 - 2, structs: [{ is: 'gc', length: 9 }] }] }],
    ['a stretch past all sense', { runs: [{ client: 5, clock: 0, structs: [{ is: 'gc', length: 2 ** 40 }] }] }],
    [
      'a client twice',
      {
        runs: [
          { client: 5, clock: 0, structs: [{ is: 'gc', length: 1 }] },
          { client: 6, clock: 0, structs: [{ is: 'gc', length: 1 }] },
          { client: 5, clock: 1, structs: [{ is: 'gc', length: 1 }] },
        ],
      },
    ],
  ] as const)('[SYNC-16] refuses an update as no Yjs makes one: %s', (_, raw) => {
    expect(createGateRoom().ask(rawUpdate(raw), anna)).toEqual(MALFORMED)
  })

  it('[SYNC-16] does not lose a client’s words to an empty second run of the same client', () => {
    const room = createGateRoom()
    const words = { is: 'string', words: 'kept', parent: TEXT_BOX } as const
    room.take(
      rawUpdate({
        runs: [
          { client: 5, clock: 0, structs: [words] },
          { client: 5, clock: 4, structs: [] },
        ],
      }),
      anna,
    )
    expect(Y.getState(room.doc.store, 5)).toBe(4)
  })

  it('[LIMIT-2] refuses more than 256 kB of new words at once as too large', () => {
    const { update } = firstUpdate('x'.repeat(256 * 1024))
    expect(createGateRoom().ask(update, anna)).toEqual(refusal(CLOSE.tooLarge, 'too-large'))
  })

  it('[LIMIT-2] does not count what is known: a much edited plan has honest answers that are larger', () => {
    const doc = new Y.Doc()
    const list = listRoot(doc, LIST_BOX)
    // Every other clock deleted: each value set at a key of its own, and half of the keys taken away again.
    doc.transact(() => {
      for (let i = 0; i < 150_000; i++) list.set(`${i}`, i as never)
    })
    doc.transact(() => {
      for (let i = 0; i < 150_000; i += 2) list.delete(`${i}`)
    })
    const room = createGateRoom('area', copyOf(doc))
    const answer = Y.encodeStateAsUpdate(doc, Y.encodeStateVector(room.doc))
    expect(answer.byteLength).toBeGreaterThan(256 * 1024)
    expect(room.ask(answer, vera)).toEqual({ is: 'nothing-new' })
  })

  it('[LIMIT-3] refuses more structs, and more clients, than honest writing makes', () => {
    const one = { is: 'gc', length: 1 } as const
    const structs = Array.from({ length: 50_001 }, () => one)
    expect(createGateRoom().ask(rawUpdate({ runs: [{ client: 5, clock: 0, structs }] }), anna)).toEqual(MALFORMED)
    const runs = Array.from({ length: 65 }, (_, client) => ({ client, clock: 0, structs: [one] }))
    expect(createGateRoom().ask(rawUpdate({ runs }), anna)).toEqual(MALFORMED)
    expect(createGateRoom().ask(rawUpdate({ runs: runs.slice(1) }), anna).is).toBe('new')
  })

  it('[LIMIT-3] is not slowed down by a few bytes that claim 30 million structs', () => {
    const bomb = new Uint8Array([1, 128, 135, 167, 14, 5, 0])
    const before = process.memoryUsage().heapTotal
    expect(createGateRoom().ask(bomb, anna)).toEqual(MALFORMED)
    expect(process.memoryUsage().heapTotal - before).toBeLessThan(50 * 1024 * 1024)
  })
})
