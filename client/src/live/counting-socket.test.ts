import { expect, it } from 'vitest'
import { countingSocket } from './counting-socket.ts'

/** A socket that keeps what it was told to send. */
class Sink {
  static last: Sink | null = null
  readonly sent: unknown[] = []
  constructor() {
    Sink.last = this
  }
  send(data: unknown) {
    this.sent.push(data)
  }
}

const STEP1 = Uint8Array.of(0, 0, 1, 0)
const STEP2 = Uint8Array.of(0, 1, 2, 0, 0)
const UPDATE = Uint8Array.of(0, 2, 2, 0, 0)
const PRESENCE = Uint8Array.of(1, 2, 0, 0)

function open() {
  const counted: string[] = []
  const made: unknown[] = []
  const Counting = countingSocket(Sink as unknown as typeof WebSocket, {
    made: (socket) => made.push(socket),
    sent: (frame, carries) => counted.push(`${frame} ${carries}`),
    saidFor: () => null,
  })
  const socket = () => {
    const it = new Counting('ws://test')
    return { send: (data: Uint8Array<ArrayBuffer>) => it.send(data), sent: (it as unknown as Sink).sent }
  }
  return { counted, made, socket }
}

it('[SYNC-40] counts the frames that carry changes and no others, from one on each socket', () => {
  const { counted, made, socket } = open()
  const first = socket()
  for (const frame of [STEP1, PRESENCE, STEP2, UPDATE, PRESENCE, STEP2]) first.send(frame)
  expect(counted).toEqual(['1 step2', '2 update', '3 step2'])
  expect(first.sent).toEqual([STEP1, PRESENCE, STEP2, UPDATE, PRESENCE, STEP2])
  socket().send(STEP2)
  expect(counted.at(-1)).toBe('1 step2')
  expect(made).toHaveLength(2)
})

it('[SYNC-40] leaves out updates before the SyncStep2, which carries them', () => {
  const { counted, socket } = open()
  const it = socket()
  for (const frame of [STEP1, UPDATE, STEP2, UPDATE]) it.send(frame)
  expect(it.sent).toEqual([STEP1, STEP2, UPDATE])
  expect(counted).toEqual(['1 step2', '2 update'])
})

it('[SYNC-40] counts nothing that could not be sent', () => {
  const counted: number[] = []
  class Closed {
    send() {
      throw new Error('closed')
    }
  }
  const Counting = countingSocket(Closed as unknown as typeof WebSocket, {
    made() {},
    sent: (n) => counted.push(n),
    saidFor: () => null,
  })
  expect(() => new Counting('ws://test').send(STEP2)).toThrow('closed')
  expect(counted).toEqual([])
})
