import { FRAME, SYNC } from '@withy/shared/protocol'
import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import { afterEach, expect, it, vi } from 'vitest'
import * as Y from 'yjs'
import { createOutbox, PART_BYTES } from './outbox.ts'

afterEach(() => void vi.useRealTimers())

type Frame = Uint8Array<ArrayBuffer>

const frameOf = (kind: number, update: Uint8Array): Frame =>
  encoding.encode((encoder) => {
    for (const number of [FRAME.sync, kind]) encoding.writeVarUint(encoder, number)
    encoding.writeVarUint8Array(encoder, update)
  }) as Frame

const bodyOf = (frame: Frame) => decoding.readVarUint8Array(decoding.createDecoder(frame.subarray(2)))

/** Somebody's text, and a server that takes what is sent. */
function writing({ acks = true } = {}) {
  const doc = new Y.Doc()
  const server = new Y.Doc()
  const sent: Frame[] = []
  const outbox = createOutbox({
    acks: () => acks,
    send(frame) {
      sent.push(frame)
      Y.applyUpdate(server, bodyOf(frame))
    },
  })
  const types = (words: string, kind: number = SYNC.update) => {
    const before = Y.encodeStateVector(doc)
    doc.getText('map.have').insert(0, words)
    return outbox.put(frameOf(kind, Y.encodeStateAsUpdate(doc, before)))
  }
  return {
    outbox,
    sent,
    types,
    read: () => server.getText('map.have').toString(),
    whole: () => doc.getText('map.have').toString(),
  }
}

const BOOK = 'x'.repeat(PART_BYTES * 3.5)

it('[SYNC-81] what is small goes at once, whatever is acked', () => {
  const { types, sent, outbox } = writing()
  expect([types('one '), types('two '), types('three ')]).toEqual([1, 2, 3])
  expect(sent).toHaveLength(3)
  expect(outbox.sending()).toBeNull()
})

it('[SYNC-81] each part waits for the ack of the one before, and what is typed meanwhile for its turn', () => {
  const { types, sent, outbox, read, whole } = writing()
  types('before ')
  expect(types(BOOK, SYNC.step2)).toBe(5)
  expect(types('after ')).toBe(6)
  expect(types('that ')).toBe(7)
  expect(sent).toHaveLength(2)
  expect(outbox.sending()).toEqual({ part: 1, of: 4 })
  outbox.acked(1)
  expect(sent).toHaveLength(2)
  for (const part of [2, 3, 4]) {
    outbox.acked(part)
    expect(sent).toHaveLength(part + 1)
    expect(outbox.sending()).toEqual({ part, of: 4 })
  }
  expect(outbox.isBusy()).toBe(true)
  outbox.acked(5)
  expect(sent).toHaveLength(7)
  expect(outbox.isBusy()).toBe(false)
  expect(outbox.sending()).toBeNull()
  expect(sent.map((frame) => frame[1])).toEqual([2, 1, 2, 2, 2, 2, 2])
  for (const frame of sent) expect(frame.byteLength).toBeLessThanOrEqual(PART_BYTES)
  expect(read()).toBe(whole())
})

it('[SYNC-81] something large among what waits is counted with it', () => {
  const { types, outbox, sent, read, whole } = writing()
  types(BOOK)
  types(BOOK)
  outbox.acked(1)
  expect(outbox.sending()).toEqual({ part: 2, of: 8 })
  for (let part = 2; part <= 8; part++) outbox.acked(part)
  expect(sent).toHaveLength(8)
  expect(read()).toBe(whole())
})

it('[SYNC-81] goes no faster than the server allows, however fast it acks', () => {
  vi.useFakeTimers()
  const { types, outbox, sent, read, whole } = writing()
  const begun = Date.now()
  const last = types('x'.repeat(12 * 1024 * 1024))
  let atOnce = 0
  while (outbox.isBusy()) {
    const before = sent.length
    outbox.acked(sent.length)
    if (sent.length > before) continue
    atOnce ||= sent.length
    vi.advanceTimersToNextTimer()
  }
  expect(sent).toHaveLength(last)
  expect(atOnce * PART_BYTES).toBeLessThanOrEqual(5 * 1024 * 1024)
  const perSecond = ((last - atOnce) * PART_BYTES) / ((Date.now() - begun) / 1000)
  expect(perSecond).toBeLessThan(512 * 1024)
  expect(perSecond).toBeGreaterThan(128 * 1024)
  expect(read()).toBe(whole())
})

it('[SYNC-81] a server that does not ack gets one part after the other', () => {
  const { types, sent, outbox, read, whole } = writing({ acks: false })
  types(BOOK)
  expect(sent).toHaveLength(4)
  expect(outbox.sending()).toBeNull()
  expect(read()).toBe(whole())
})

it('[SYNC-81] sends nothing any more once its socket is gone', () => {
  const { types, sent, outbox } = writing()
  types(BOOK)
  outbox.stop()
  outbox.acked(1)
  expect(sent).toHaveLength(1)
  expect(outbox.sending()).toBeNull()
  types('late ')
  expect(sent).toHaveLength(2)
})
