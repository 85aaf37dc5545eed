import { FRAME, readAck, SYNC } from '@withy/shared/protocol'
import * as decoding from 'lib0/decoding'
import * as Y from 'yjs'
import { caretFrame, HOCUSPOCUS_SYNC_REPLY, syncFrame } from './dialect.ts'
import { openRawSocket, type RawSocket } from './raw-socket.ts'
import type { Engine } from './servers.ts'
import type { Tally } from './tally.ts'
import { type Clocks, clocksIn, eachWritten, type LetterId, letterUpdate, writtenIn } from './updates.ts'

export type MemberNeeds = {
  readonly engine: Engine
  readonly plan: number
  /** From 0: also which of its client ids the room knows it by. */
  readonly person: number
  /** The clocks of what this person has already; nothing: none of it. */
  readonly vector?: Uint8Array
  /** Clocks this person waits for when it opens the plan; what it gets is then looked at as a whole, not letter by letter. */
  readonly wants?: Clocks
  /** When somebody of the same room wrote a letter (ms), by person and clock from 0. */
  readonly writtenAt: (person: number, clock: number) => number | undefined
  readonly tally: Tally
  /** The server let go of the socket. */
  lost(why: string): void
}

export type Member = ReturnType<typeof openMember>

/** Client ids of a room, one after the other from here. */
const CLIENTS = 100_000
const clientOf = (person: number) => CLIENTS + person
const NOTHING_NEW = Uint8Array.of(0, 0)
const HAS_NOTHING = Uint8Array.of(0)

/** One person with a plan open: types and moves when told to, and counts what arrives. Keeps no document. */
export function openMember(needs: MemberNeeds) {
  const { engine, plan, person, vector = HAS_NOTHING, wants, writtenAt, tally, lost } = needs
  const prefix = engine.dialect.prefix(engine.planName(plan))
  const client = clientOf(person)
  /** The next clock of everyone else, by person: what is below has arrived. */
  const next: number[] = []
  for (const [of, clock] of Y.decodeStateVector(vector)) if (of >= CLIENTS) next[of - CLIENTS] = clock
  const carets: number[] = []
  const wrote: number[] = []
  const waiting = new Map<number, () => void>()
  let caretClock = 0
  let sent = 0
  let acked = 0
  let left: LetterId | null = null
  const has = new Map<number, number>()
  let arrived = () => {}
  const whole = new Promise<void>((resolve) => {
    arrived = resolve
  })
  const asked: (() => void)[] = []

  const socket: RawSocket = openRawSocket(engine.door(plan, person), { frame: hear, ended: lost })

  function hear(bytes: Buffer, from: number, to: number) {
    const decoder = decoding.createDecoder(bytes.subarray(from + prefix.length, to))
    const type = decoding.readVarUint(decoder)
    if (type === FRAME.sync || type === HOCUSPOCUS_SYNC_REPLY) hearSync(decoder)
    else if (type === FRAME.awareness) hearCarets(decoder)
    else if (type === FRAME.ack) hearAck(readAck(decoder).count)
  }

  function hearSync(decoder: decoding.Decoder) {
    const kind = decoding.readVarUint(decoder)
    const bytes = decoding.readVarUint8Array(decoder)
    if (kind === SYNC.step1) return sendChange('step2', NOTHING_NEW)
    if (wants) gather(wants, kind === SYNC.step2 ? clocksIn(bytes) : writtenIn(bytes))
    else eachWritten(bytes, hearLetters)
    if (kind === SYNC.step2) asked.shift()?.()
  }

  function gather(wanted: Clocks, clocks: Clocks) {
    for (const [of, clock] of clocks) has.set(of, Math.max(clock, has.get(of) ?? 0))
    if ([...wanted].every(([of, clock]) => (has.get(of) ?? 0) >= clock)) arrived()
  }

  function hearLetters(of: number, from: number, to: number) {
    const other = of - CLIENTS
    if (other < 0 || other === person) return
    const known = next[other] ?? 0
    if (from > known) return lost(`letters of ${other} are missing from ${known} to ${from}`)
    const now = performance.now()
    for (let clock = Math.max(from, known); clock < to; clock += 1) {
      const at = writtenAt(other, clock)
      if (at !== undefined) tally.letter(now - at)
    }
    next[other] = Math.max(known, to)
  }

  function hearCarets(outer: decoding.Decoder) {
    const decoder = decoding.createDecoder(decoding.readVarUint8Array(outer))
    const count = decoding.readVarUint(decoder)
    for (let i = 0; i < count; i += 1) {
      const other = decoding.readVarUint(decoder) - CLIENTS
      const clock = decoding.readVarUint(decoder)
      const length = decoding.readVarUint(decoder)
      decoder.pos += length
      if (other < 0 || other === person) continue
      const known = carets[other] ?? 0
      if (clock <= known) continue
      tally.moved(clock - known)
      carets[other] = clock
    }
  }

  function hearAck(count: number) {
    for (; acked < count; acked += 1) {
      waiting.get(acked + 1)?.()
      waiting.delete(acked + 1)
    }
  }

  function sendChange(kind: 'step2' | 'update', bytes: Uint8Array) {
    sent += 1
    socket.send(syncFrame(prefix, kind, bytes))
  }

  /** Asks for what somebody with these clocks has not got. Resolves when the answer is here. */
  const ask = (clocks: Uint8Array) =>
    new Promise<void>((resolve) => {
      asked.push(resolve)
      socket.send(syncFrame(prefix, 'step1', clocks))
    })

  return {
    person,
    client,
    /** Resolves when the server has answered, and when all that is wanted is here. */
    async open() {
      await socket.opened
      for (const frame of engine.dialect.hello) socket.send(Buffer.concat([prefix, frame]))
      await ask(vector)
      if (wants) await whole
    },
    ask,
    /** The clocks of what has come, where something was wanted. */
    has: (): Clocks => has,
    together: socket.together,
    /** Brings words from elsewhere. */
    bring: (update: Uint8Array) => sendChange('update', update),
    /** Where this person types on. */
    sitAt(end: LetterId) {
      left = end
    },
    /** Writes one letter. @returns its clock, from 0 */
    type(): number {
      const clock = wrote.length
      if (left === null) throw new Error('This person does not know where to type.')
      wrote.push(performance.now())
      const letter = { client, clock }
      sendChange('update', letterUpdate(letter, left, 97 + (clock % 26)))
      left = letter
      return clock
    },
    move() {
      caretClock += 1
      socket.send(caretFrame(prefix, client, caretClock))
    },
    /** How many letters this person has written, and how many of them the server says are on disk. */
    written: () => wrote.length,
    kept: () => Math.max(0, acked - (sent - wrote.length)),
    writtenAt: (clock: number) => wrote[clock],
    /** How many letters of somebody else are here. */
    hasOf: (other: number) => next[other] ?? 0,
    /** Resolves when everything sent so far is on disk, as the server says. */
    durable: () => new Promise<void>((resolve) => (acked >= sent ? resolve() : waiting.set(sent, resolve))),
    close: () => socket.close(),
  }
}
