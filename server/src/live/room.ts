import type { Role } from '@withy/shared/access'
import { CLOSE, type CloseCode, encodeRoomFrame, type RoomMessage } from '@withy/shared/protocol'
import * as Y from 'yjs'
import type { Log } from '../log.ts'
import type { LogBatch } from '../storage/storage.ts'
import { type FrameIn, syncFrame } from './frames-in.ts'
import type { LiveLimits } from './limits.ts'
import { type PlanOnDisk, withinTime } from './plan-on-disk.ts'
import { createPresence, readPresence, type Said } from './presence.ts'
import { createSeat, type Seat, type Socket } from './seat.ts'
import { createTelling } from './telling.ts'
import { createWriting } from './writing.ts'

export type RoomNeeds = {
  readonly plan: string
  readonly onDisk: PlanOnDisk
  append(batch: LogBatch): Promise<void>
  /** What the plan is now, besides its document. */
  facts(): Promise<readonly RoomMessage[]>
  readonly limits: LiveLimits
  readonly log: Log
  now(): number
  /** Nobody is here and nothing waits: the room may go, unless somebody is on the way in. */
  quiet(): void
  /** The room has stopped for good: whoever comes next reads the plan from disk again. */
  failed(): void
}

export type Room = ReturnType<typeof createRoom>

/** One open plan: who is in it, and what passes between them (SPEC SYNC). The document behind it is nobody else's matter. */
export function createRoom({ plan, onDisk, append, facts, limits, log, now, quiet, failed }: RoomNeeds) {
  /** Sockets whose role is being read, and those that have a seat. */
  const entering = new Map<string, Socket>()
  const seats = new Map<string, Seat>()
  let isOver = false

  const writing = createWriting({
    onDisk,
    append,
    limits,
    now,
    showOthers: (writer, frame) => send(frame, (seat) => seat !== writer && seat.hasAsked),
    refuse,
    failed(problem) {
      log.error({ plan, err: problem }, 'changes could not be kept; the room stops')
      end(CLOSE.tryLater, 'not-kept')
      failed()
    },
  })
  const presence = createPresence((frame) => send(frame, (seat) => seat.hasAsked), limits)

  const telling = createTelling<Seat>({
    read: () => withinTime(facts(), limits.loadMs),
    everyone: (message) => send(encodeRoomFrame(message), () => true),
    one: ({ socket }, message) => socket.send(encodeRoomFrame(message)),
    failed(comers, problem) {
      log.error({ plan, err: problem }, 'who came could not be told what the plan is')
      for (const seat of comers.filter(({ socket }) => seats.has(socket.id)))
        refuse(seat, CLOSE.tryLater, 'not-readable')
    },
    peopleMs: limits.peopleMs,
  })

  function send(frame: Uint8Array, isMeant: (seat: Seat) => boolean) {
    for (const seat of seats.values()) if (isMeant(seat)) seat.socket.send(frame)
  }

  function refuse({ socket }: Seat, code: CloseCode, why: string) {
    leave(socket)
    log.warn({ plan, why, close: code }, 'a connection was refused')
    socket.close(code, why)
  }

  function leave({ id }: Socket) {
    const wasHere = seats.delete(id) || entering.delete(id)
    presence.leave(id)
    if (wasHere && isEmpty() && !isOver) void writing.drained().then(quiet)
  }

  const isEmpty = () => seats.size === 0 && entering.size === 0

  function end(code: CloseCode, why: string) {
    isOver = true
    presence.stop()
    telling.stop()
    const sockets = [...entering.values(), ...[...seats.values()].map(({ socket }) => socket)]
    entering.clear()
    seats.clear()
    for (const socket of sockets) socket.close(code, why)
  }

  function takePresence(seat: Seat, bytes: Uint8Array) {
    const said = readPresence(bytes, limits)
    if (said === null) return refuse(seat, CLOSE.badMessage, 'malformed')
    for (const one of said) if (presence.isNews(seat.socket.id, one)) takeSaid(seat, one)
  }

  function takeSaid(seat: Seat, said: Said) {
    const { id, person } = seat.socket
    const owner = writing.ownerOf(said.client)
    // Another person's: a stock client's echo, or a forgery. Neither is shown.
    if (owner !== undefined && owner !== person) return
    if (said.json.length > limits.presenceBytes) return refuse(seat, CLOSE.tooLarge, 'presence')
    const show = () => {
      if (seats.has(id)) presence.show(id, person, said)
    }
    if (owner !== undefined) return writing.after(show)
    writing.claim(seat, said.client, show)
  }

  function answer(seat: Seat, vector: Uint8Array) {
    let missing: Uint8Array
    try {
      missing = Y.encodeStateAsUpdate(writing.doc, vector)
    } catch {
      return refuse(seat, CLOSE.badMessage, 'malformed')
    }
    seat.hasAsked = true
    seat.socket.answer(syncFrame('step2', missing))
    seat.socket.send(presence.all())
  }

  const ask = ({ socket }: Seat) => socket.send(syncFrame('step1', Y.encodeStateVector(writing.doc)))

  return {
    epoch: onDisk.epoch,
    isOver: () => isOver,
    /** Nobody is in it, and everything is on disk. */
    isQuiet: () => isEmpty() && writing.isIdle(),
    /** A copy of the plan as it is on disk. */
    copy(): Y.Doc {
      const copy = new Y.Doc()
      Y.applyUpdate(copy, Y.encodeStateAsUpdate(writing.doc))
      return copy
    },

    /** From here on a change of role reaches the socket. Its role is read after this, never before. */
    enter: (socket: Socket) => void entering.set(socket.id, socket),
    /** Gives a socket that entered its seat, and asks it what it has. Nothing, when it has left or been closed meanwhile. */
    sit(socket: Socket, role: Role) {
      if (!entering.delete(socket.id)) return
      const seat = createSeat(socket, role)
      seats.set(socket.id, seat)
      ask(seat)
      telling.greet(seat)
    },
    leave,

    receive({ id }: Socket, frame: FrameIn) {
      const seat = seats.get(id)
      if (!seat || isOver) return
      if (frame.is === 'answer' || frame.is === 'update') writing.take(seat, frame.is, frame.bytes)
      else if (frame.is === 'presence') takePresence(seat, frame.bytes)
      else if (frame.is === 'question') answer(seat, frame.vector)
      else seat.socket.send(presence.all())
    },
    /** Asks a socket again what it has that we have not: heals a client that stopped sending. */
    askAgain(socket: Socket) {
      const seat = seats.get(socket.id)
      if (seat) ask(seat)
    },
    /** Says something besides the document to everyone here. */
    tell: telling.tell,
    /** Closes all of one person's sockets at once. */
    closePerson(person: string, code: CloseCode, why: string) {
      const sockets = [...entering.values(), ...[...seats.values()].map(({ socket }) => socket)]
      for (const socket of sockets.filter((one) => one.person === person)) {
        leave(socket)
        socket.close(code, why)
      }
    },
    /** Takes nothing more, waits until what was taken is on disk and acked, then closes everyone. */
    async stop(code: CloseCode, why: string) {
      isOver = true
      await writing.drained()
      end(code, why)
    },
  }
}
