import type { Role } from '@withy/shared/access'
import { CLOSE, type CloseCode, encodeRoomFrame, type RoomMessage } from '@withy/shared/protocol'
import type { Log } from '../log.ts'
import { newId } from '../random.ts'
import type { LogBatch } from '../storage/update-log.ts'
import { type FrameIn, syncFrame } from './frames-in.ts'
import type { LiveLimits } from './limits.ts'
import type { Measures } from './measures.ts'
import { createOutbox } from './outbox.ts'
import { type Parcel, parcel } from './parcel.ts'
import { type PlanFacts, type PlanParts, withinTime } from './plan-on-disk.ts'
import type { PlanState } from './plan-state.ts'
import { createPresence, NOBODY_CHANGED, readPresence, type Said } from './presence.ts'
import { createSeat, type Seat, type Socket } from './seat.ts'
import { NotWritten, notWritten, type ServerEdit, seatForEdit } from './server-edit.ts'
import { createTelling } from './telling.ts'
import { createTypingFor } from './typing-for.ts'
import { createWriting } from './writing.ts'

export type RoomNeeds = {
  readonly plan: string
  readonly onDisk: PlanFacts
  readonly state: PlanState
  append(batch: LogBatch): Promise<void>
  /** What the plan is now, besides its document. */
  facts(): Promise<readonly RoomMessage[]>
  /** Whether somebody is in the plan now. */
  isIn(person: string): Promise<boolean>
  /** Whether a person may make so many more client ids theirs. */
  mayClaim(person: string, count: number): boolean
  readonly limits: LiveLimits
  readonly log: Log
  readonly measures: Measures
  now(): number
  /** Nobody is here and nothing waits: the room may go, unless somebody is on the way in. */
  quiet(): void
  /** Everything is on disk and everyone has been closed. */
  stopped(): void
  /** The room has stopped for good: whoever comes next reads the plan from disk again. */
  failed(): void
}

export type Room = ReturnType<typeof createRoom>

/** One open plan: who is in it, and what passes between them (SPEC SYNC). The document behind it is nobody else's matter. */
export function createRoom({
  plan,
  onDisk,
  state,
  append,
  facts,
  isIn,
  mayClaim,
  limits,
  log,
  measures,
  now,
  quiet,
  stopped,
  failed,
}: RoomNeeds) {
  /** Sockets whose role is being read, and those that have a seat. */
  const entering = new Map<string, Socket>()
  const seats = new Map<string, Seat>()
  /** Edits of the server's that are not on disk yet. */
  const edits = new Map<string, Seat>()
  let isOver = false

  const presence = createPresence(() => outbox.moved())
  const outbox = createOutbox({
    epoch: onDisk.epoch,
    seats,
    presence: presence.changes,
    commit: () => writing.commit(),
    measures,
    limits,
  })
  const writing = createWriting({
    onDisk,
    state,
    append,
    mayClaim,
    limits,
    now,
    outbox,
    refuse,
    failed(problem) {
      log.error({ plan, err: problem }, 'changes could not be kept; the room stops')
      end(CLOSE.tryLater, 'not-kept')
      failed()
    },
  })
  const telling = createTelling<Seat>({
    read: () => withinTime(facts(), limits.loadMs),
    everyone: (message) => send(seats.values(), [message]),
    some: (comers, messages) =>
      send(
        comers.filter(({ socket }) => seats.has(socket.id)),
        messages,
      ),
    failed(comers, problem) {
      log.error({ plan, err: problem }, 'who came could not be told what the plan is')
      for (const seat of comers.filter(({ socket }) => seats.has(socket.id)))
        refuse(seat, CLOSE.tryLater, 'not-readable')
    },
    everyMs: { people: limits.peopleMs, tests: limits.testsMs, greeting: limits.greetMs },
  })

  const typingFor = createTypingFor({
    isIn: (person) => withinTime(isIn(person), limits.loadMs),
    refuse,
    tell: (seat, message) => send([seat], [message]),
    show: ({ socket, saidFor }) => {
      if (seats.has(socket.id)) presence.typesFor(socket.id, socket.person, saidFor)
    },
    failed: (problem) => log.warn({ plan, err: problem }, 'whom somebody types for could not be looked up'),
  })

  function send(meant: Iterable<Seat>, messages: readonly RoomMessage[]) {
    if (messages.length === 0) return
    const out = parcel(...messages.map(encodeRoomFrame))
    for (const { socket } of meant) socket.send(out)
  }

  function refuse({ socket }: Seat, code: CloseCode, why: string) {
    leave(socket)
    log.warn({ plan, why, close: code }, 'a connection was refused')
    socket.close(code, why)
  }

  function leave({ id }: Socket) {
    const wasHere = seats.delete(id) || entering.delete(id)
    presence.leave(id)
    if (wasHere) restIfEmpty()
  }

  function restIfEmpty() {
    if (isEmpty() && !isOver) void writing.drained().then(quiet)
  }

  const isEmpty = () => seats.size === 0 && entering.size === 0

  async function edit(person: string, { update, writers, seq }: ServerEdit): Promise<void> {
    if (isOver) throw notWritten(CLOSE.restarting, 'restarting')
    // What waits for the disk comes before it too.
    if (seq !== undefined && (seq !== state.seq() || !writing.isIdle()))
      throw new NotWritten('moved-on', 'others have written since')
    const id = newId()
    try {
      await new Promise<void>((kept, refused) => {
        const seat = seatForEdit(id, person, writers, refused)
        edits.set(id, seat)
        writing.take(seat, 'update', update)
        writing.after(kept)
      })
    } finally {
      edits.delete(id)
      restIfEmpty()
    }
  }

  function end(code: CloseCode, why: string) {
    isOver = true
    writing.stop()
    outbox.stop()
    telling.stop()
    const seated = [...seats.values(), ...edits.values()].map(({ socket }) => socket)
    const sockets = [...entering.values(), ...seated]
    entering.clear()
    seats.clear()
    edits.clear()
    for (const socket of sockets) socket.close(code, why)
  }

  /** Closes some sockets at once. `has`: their role, null while it is being read. */
  function close(isMeant: (socket: Socket, has: Role | null) => boolean, code: CloseCode, why: string) {
    const coming = [...entering.values()].filter((socket) => isMeant(socket, null))
    const here = [...seats.values()].filter(({ socket, role }) => isMeant(socket, role)).map(({ socket }) => socket)
    for (const socket of [...coming, ...here]) {
      leave(socket)
      socket.close(code, why)
    }
  }

  function takePresence(seat: Seat, bytes: Uint8Array) {
    const said = readPresence(bytes, limits)
    if (said === null) return refuse(seat, CLOSE.badMessage, 'malformed')
    const { id } = seat.socket
    for (const one of said) {
      // The one before may have closed the socket.
      if (!seats.has(id)) return
      if (presence.isNews(id, one)) takeSaid(seat, one)
    }
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
    writing.claim(seat, said.client, show)
  }

  function answer(seat: Seat, vector: Uint8Array) {
    let missing: ReturnType<PlanState['answer']>
    try {
      missing = state.answer(vector)
    } catch {
      return refuse(seat, CLOSE.badMessage, 'malformed')
    }
    const give = (out: Parcel) => {
      seat.hasAsked = true
      seat.socket.answer(out)
      seat.socket.send(parcel(presence.all()))
    }
    if (!(missing instanceof Promise)) return give(missing)
    // A page that asks in doubt gives its socket up where nothing comes back (SPEC SYNC-84).
    seat.socket.send(parcel(NOBODY_CHANGED))
    seat.answersToCome += 1
    void missing.then((made) => {
      seat.answersToCome -= 1
      if (!seats.has(seat.socket.id)) return
      give(made())
      outbox.answered(seat)
    })
  }

  const ask = ({ socket }: Seat) => socket.send(parcel(syncFrame('step1', state.vector())))

  return {
    epoch: onDisk.epoch,
    isOver: () => isOver,
    /** How much of what people wrote is not on disk yet. */
    waiting: writing.waiting,
    /** Nobody is in it, and everything is on disk. */
    isQuiet: () => isEmpty() && writing.isIdle(),
    /** The plan as it is on disk as updates, and the change it goes up to; the same as a document. */
    parts: (): PlanParts => ({ epoch: onDisk.epoch, seq: state.seq(), parts: state.parts() }),
    copy: state.copy,

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

    /** As how many messages a question counts: it costs the more the larger the plan is. */
    askCost: (vector: Uint8Array) =>
      limits.askCost +
      Math.floor(state.stored() / limits.askCostBytes) +
      Math.floor(vector.byteLength / limits.vectorCostBytes),
    receive({ id }: Socket, frame: FrameIn) {
      const seat = seats.get(id)
      if (!seat || isOver) return
      if (frame.is === 'answer' || frame.is === 'update') writing.take(seat, frame.is, frame.bytes)
      else if (frame.is === 'presence') takePresence(seat, frame.bytes)
      else if (frame.is === 'question') answer(seat, frame.vector)
      else if (frame.is === 'type-for') typingFor.take(seat, frame.person)
      else seat.socket.send(parcel(presence.all()))
    },
    /** Asks a socket again what it has that we have not: heals a client that stopped sending. */
    askAgain(socket: Socket) {
      const seat = seats.get(socket.id)
      if (seat) ask(seat)
    },
    /** Shows anew whom a socket types for. */
    showAgain: ({ id }: Socket) => presence.typesStill(id),
    /** Takes an edit the server made in somebody's name. Resolves when it is on disk and everyone has it; rejects with NotWritten. */
    edit,
    /** Says something besides the document to everyone here, or to one person alone. */
    tell(message: RoomMessage, only?: string) {
      const theirs = [...seats.values()].filter(({ socket }) => socket.person === only)
      if (only === undefined) telling.tell(message)
      else send(theirs, [message])
    },
    /** A person's role now; null: none. Closes their sockets that have another role, or whose role is still being read. */
    setRole(person: string, role: Role | null) {
      close((socket, has) => socket.person === person && (has === null || has !== role), CLOSE.role, 'role')
      if (role === null) typingFor.left(person, seats.values())
    },
    /** Closes the sockets of a session that has ended. */
    closeSession: (session: string) => close((socket) => socket.session === session, CLOSE.signIn, 'session'),
    /** Closes everyone at once; who comes next reads the plan from disk again. */
    end,
    /** Takes nothing more, waits until what was taken is on disk and acked, then closes everyone. */
    async stop(code: CloseCode, why: string) {
      isOver = true
      await writing.drained()
      end(code, why)
      stopped()
    },
  }
}
