import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createMessageReader, encodeClose, encodeMessage, type Message, OPCODE, readClose } from './messages.ts'

const LONGEST = 200_000
const size = fc.oneof(fc.nat({ max: 300 }), fc.constantFrom(0, 125, 126, 65_535, 65_536, LONGEST))
const message = fc.record({
  opcode: fc.constantFrom(...Object.values(OPCODE)),
  bytes: size.map((length) => Uint8Array.from({ length }, (_, at) => at)),
})

describe('messages in requests', () => {
  it('[SYNC-92] are read whole and in order, wherever the bytes were cut', () => {
    fc.assert(
      fc.property(fc.array(message, { maxLength: 4 }), fc.array(fc.integer({ min: 1, max: 70_000 })), (sent, cuts) => {
        const all = new Uint8Array(sent.flatMap(({ opcode, bytes }) => [...encodeMessage(opcode, bytes)]))
        const read: Message[] = []
        const reader = createMessageReader((one) => read.push(one), LONGEST)
        let at = 0
        for (const cut of [...cuts, all.byteLength]) {
          reader.read(all.subarray(at, at + cut))
          at += cut
        }
        expect(read).toEqual(sent)
        expect(reader.isWhole()).toBe(true)
      }),
      { numRuns: 15 },
    )
  })

  it('[SYNC-92] say why a connection closes', () => {
    const read: Message[] = []
    createMessageReader((one) => read.push(one), LONGEST).read(encodeClose(4403, 'role'))
    expect(read.map(({ opcode, bytes }) => ({ opcode, ...readClose(bytes) }))).toEqual([
      { opcode: OPCODE.close, code: 4403, reason: 'role' },
    ])
    expect(readClose(new Uint8Array()).code).toBe(1005)
  })

  it.each([
    ['longer than may be', [0x82, 127, 0, 0, 0, 0, 1, 0, 0, 0]],
    ['with a length of 2^63', [0x82, 127, 128, 0, 0, 0, 0, 0, 0, 0]],
    ['masked', [0x82, 0x81]],
    ['of an unknown kind', [0x83, 0]],
    ['in parts', [0x02, 0]],
    ['a web page', [...new TextEncoder().encode('<!doctype html>')]],
  ])('[LIMIT-65] one that is %s is not read, and no memory set aside for it', (_, bytes) => {
    const reader = createMessageReader(() => expect.unreachable(), LONGEST)
    expect(() => reader.read(Uint8Array.from(bytes))).toThrow(RangeError)
  })
})
