import { randomBytes } from 'node:crypto'
import { CLOSE } from '@withy/shared/protocol'
import type { Log } from '../log.ts'
import { type FrameIn, readFrame } from './frames-in.ts'
import type { LiveRooms, Place } from './live.ts'
import { parcel } from './parcel.ts'
import { NOBODY_CHANGED } from './presence.ts'
import { createAllowance } from './rate.ts'
import type { Socket } from './seat.ts'
import type { Transport } from './transport.ts'

export type ConnectionNeeds = {
  readonly transport: Transport
  readonly plan: string
  readonly person: string
  readonly session: string
  readonly epoch: string | undefined
  readonly acks: boolean
  readonly live: LiveRooms
  readonly log: Log
  now(): number
}

/** What the other end sees of a connection that went without a close frame. */
const CUT_OFF = 1006

/** So many frames of one connection wait for their turn; the rest waits where it is, with who sends it. */
const INBOX = 64

/** A sign of life. */
const NOTHING_NEW = parcel(NOBODY_CHANGED)

export type Connection = ReturnType<typeof createConnection>

/**
 * One connection, whatever carries it: its frames, its limits and its signs of life (SPEC LIMIT-1 to LIMIT-8). Whatever comes
 * in on it can close it and nothing else.
 */
export function createConnection({ transport, plan, person, session, epoch, acks, live, log, now }: ConnectionNeeds) {
  const { limits, measures, turns } = live
  const messages = createAllowance(limits.messagesPerSecond, limits.messagesAtOnce)
  const bytes = createAllowance(limits.bytesPerSecond, limits.bytesAtOnce)
  const opened = now()
  const last = { heard: opened, sent: opened, pinged: opened, asked: opened }
  let place: Place | null = null
  let isClosed = false
  /** Bytes of an answer on their way out, which do not count as waiting. */
  let answering = 0
  /** Frames that came and have not had their turn. */
  let waiting = 0
  /** What came while the plan was being read: at most what had arrived before the pause took hold. */
  let early: Uint8Array[] = []

  const socket: Socket = {
    id: randomBytes(9).toString('base64url'),
    person,
    session,
    acks,
    send(out) {
      if (mayTake()) transport.send(out)
    },
    answer(out) {
      if (!mayTake()) return
      // One at a time: whoever asks again and again without reading may not make the server hold many.
      if (answering > 0) return transport.send(out)
      answering = out.byteLength
      transport.send(out, () => {
        answering = 0
      })
    },
    close(code, why) {
      if (isClosed) return
      isClosed = true
      measures.ended(code, why)
      transport.close(code, why)
    },
  }

  function mayTake(): boolean {
    if (isClosed || !transport.isOpen()) return false
    if (transport.waiting() - answering > limits.bufferedBytes) {
      // It does not read, so a close frame would only join the queue.
      log.warn({ plan }, 'a slow reader was let go')
      end('slow-reader')
      return false
    }
    last.sent = now()
    return true
  }

  async function enter() {
    transport.pause()
    const came = await live.enter(plan, socket, epoch)
    if (isClosed || came === null) return came?.leave()
    place = came
    const waited = early
    early = []
    for (const frame of waited) hear(frame)
    transport.resume()
  }

  function hear(data: Uint8Array) {
    if (isClosed) return
    if (place === null) return void early.push(data)
    try {
      const frame = readFrame(data)
      if (frame === null) return leaveWith(CLOSE.badMessage, 'malformed')
      const cost = frame.is === 'question' ? place.askCost(frame.vector) : frame.is === 'type-for' ? limits.askCost : 1
      const isTooMuch = !messages.spend(cost, now()) || !bytes.spend(data.byteLength, now())
      if (isTooMuch) return leaveWith(CLOSE.tooMuch, 'rate')
      waiting += 1
      if (waiting >= INBOX) transport.pause()
      turns.run(plan, () => take(frame))
    } catch (problem) {
      wentWrong(problem)
    }
  }

  function take(frame: FrameIn) {
    waiting -= 1
    if (waiting === 0) transport.resume()
    try {
      place?.receive(frame)
    } catch (problem) {
      wentWrong(problem)
    }
  }

  function wentWrong(problem: unknown) {
    log.error({ plan, err: problem }, 'a frame went wrong')
    leaveWith(CLOSE.tryLater, 'trouble')
  }

  function leaveWith(code: Parameters<Socket['close']>[0], why: string) {
    log.warn({ plan, why, close: code }, 'a connection was refused')
    place?.leave()
    socket.close(code, why)
  }

  /** Without a word: nobody is listening. */
  function end(why: 'slow-reader' | 'silent') {
    place?.leave()
    if (!isClosed) measures.ended(CUT_OFF, why)
    isClosed = true
    transport.terminate()
  }

  return {
    start() {
      // At once, while the plan is still being read: a page that hears nothing takes it that something on the way swallows frames.
      socket.send(NOTHING_NEW)
      enter().catch((problem: unknown) => {
        log.error({ plan, err: problem }, 'a socket could not be taken in')
        socket.close(CLOSE.tryLater, 'trouble')
      })
    },

    refuse: leaveWith,

    /** A frame; null: something that is none. */
    received(frame: Uint8Array | null) {
      last.heard = now()
      if (frame) hear(frame)
      else leaveWith(CLOSE.badMessage, 'malformed')
    },

    /** A sign of life, which counts as a frame. False: it was one too many. */
    asked(): boolean {
      last.heard = now()
      if (isClosed) return false
      if (messages.spend(1, now())) return true
      leaveWith(CLOSE.tooMuch, 'rate')
      return false
    },

    closed() {
      isClosed = true
      // What it sent before has its turn first.
      turns.run(plan, () => place?.leave())
    },

    /** Looks at the clocks. A stock client gives up after 30 s of silence; someone whose train is in a tunnel has gone. */
    tick() {
      const at = now()
      if (at - last.heard > limits.deadMs) return end('silent')
      if (at - last.pinged > limits.pingMs) {
        last.pinged = at
        transport.ping()
        place?.showAgain()
      }
      if (at - last.asked > limits.askMs) {
        last.asked = at
        place?.askAgain()
      }
      if (at - last.sent > limits.quietMs) socket.send(NOTHING_NEW)
    },
  }
}
