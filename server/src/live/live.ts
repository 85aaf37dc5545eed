import type { Role } from '@withy/shared/access'
import { CLOSE, type CloseCode, type RoomMessage } from '@withy/shared/protocol'
import type * as Y from 'yjs'
import type { Log } from '../log.ts'
import type { MomentStore } from '../storage/moments.ts'
import type { Roles } from '../storage/people.ts'
import type { UpdateLog } from '../storage/update-log.ts'
import { createClaims } from './claims.ts'
import { createFolding, type Folding } from './fold.ts'
import type { FrameIn } from './frames-in.ts'
import { LIVE_LIMITS, type LiveLimits } from './limits.ts'
import { type Measures, UNMEASURED } from './measures.ts'
import { createMoments } from './moments.ts'
import { type Facts, openRoom } from './open-room.ts'
import { createOpenSockets } from './open-sockets.ts'
import {
  PlanDamaged,
  PlanFenced,
  PlanGone,
  type PlanParts,
  PlanUnreadable,
  readDocument,
  readParts,
  withinTime,
} from './plan-on-disk.ts'
import type { Room } from './room.ts'
import type { Socket } from './seat.ts'
import { NotWritten, notWritten, type ServerEdit } from './server-edit.ts'
import { createSnapshots } from './snapshots.ts'
import { createTurns, type Turns } from './turns.ts'

export type { Facts } from './open-room.ts'
export { type PlanParts, PlanUnreadable } from './plan-on-disk.ts'
export { NotWritten } from './server-edit.ts'

/** What the live room offers to every other feature. */
export interface Live {
  /** A copy of a plan as it is on disk. Throws PlanGone, or PlanUnreadable rather than give a part of it. */
  current(plan: string): Promise<Y.Doc>
  /** The same as updates, for a thread that reads it, with the change it goes up to: nothing later is in it. Throws as `current` does, but for parts that do not make one plan. */
  parts(plan: string): Promise<PlanParts>
  /** The same as far as it can be read, where a stored change is damaged. `isWhole`: that is all of it. Only to be shown, and said so. */
  readable(plan: string): Promise<{ readonly doc: Y.Doc; readonly isWhole: boolean }>
  /**
   * Makes an edit of the server's own in somebody's name, on the way of every change (SPEC TALK-28): with a new client id, made for a
   * plan as `parts` gives it. That they may make it is settled before. Resolves when it is on disk and everyone has it; rejects with
   * NotWritten.
   */
  write(plan: string, person: string, edit: ServerEdit): Promise<void>
  /** Says something besides the document to everyone who has the plan open, or to one person alone, on each of their devices. */
  tell(plan: string, message: RoomMessage, only?: string): void
  /**
   * Call after storing it: a person's role in a plan (null: they are out). Their sockets that came with another role close
   * at once, with 4403.
   */
  setRole(plan: string, person: string, role: Role | null): void
  /** Call after storing it: a session has ended. Its sockets, in every plan, close at once with 4401. */
  closeSession(session: string): void
  /** Whether anybody has the plan open, or is on the way into it. */
  isOpen(plan: string): boolean
  /** How much is open now, for health and metrics. */
  open(): { readonly rooms: number; readonly sockets: number }
  /** The same, how many people the sockets are, and how much of what they wrote is not on disk yet. */
  measure(): { readonly rooms: number; readonly sockets: number; readonly people: number; readonly waiting: number }
  /** Takes nothing more, commits what came, closes everyone (1012: come back). Rejects when that takes too long. */
  stop(): Promise<void>
}

/** A socket's way into its room. */
export interface Place {
  /** As how many messages a question about the plan counts. */
  askCost(vector: Uint8Array): number
  receive(frame: FrameIn): void
  askAgain(): void
  /** Shows anew what the server itself shows of it. */
  showAgain(): void
  leave(): void
}

/** The same with the way in for sockets, which only live/routes.ts uses. */
export interface LiveRooms extends Live {
  readonly limits: LiveLimits
  readonly measures: Measures
  readonly turns: Turns
  /** Whether one more socket of this person may open. */
  hasRoomFor(person: string): boolean
  /** Takes a socket in. Null when it could not be: it has been closed with the reason then. `epoch`: the one the client knows. */
  enter(plan: string, socket: Socket, epoch: string | undefined): Promise<Place | null>
}

export type LiveNeeds = {
  readonly updates: UpdateLog
  readonly roles: Roles
  readonly facts: Facts
  /** Left out: no plan is kept as it was at pauses. */
  readonly moments?: MomentStore
  readonly log: Log
  readonly now?: () => number
  readonly limits?: LiveLimits
  /** Left out: a thread of its own. */
  readonly folding?: Folding
  readonly measures?: Measures
}

/** Every open plan of this process. One room a plan, one load shared by all who wait for it (SPEC SYNC-5). */
export function createLive(needs: LiveNeeds): LiveRooms {
  const { updates, roles, facts, log, now = Date.now } = needs
  const { limits = LIVE_LIMITS, folding = createFolding(), measures = UNMEASURED } = needs
  /** `comers`: sockets on their way in, counted before anything is awaited, so that a room never goes as one joins. */
  const rooms = new Map<string, { room: Promise<Room>; opened: Room | null; comers: number }>()
  const claims = createClaims(limits)
  const snapshots = createSnapshots({ updates, fold: folding.fold, log, now })
  const moments = needs.moments
    ? createMoments({ updates, store: needs.moments, fold: folding.fold, limits, log, now })
    : null
  const sockets = createOpenSockets(limits)
  /** Sessions that ended lately: a socket of one may still be on its way in. */
  const ended = new Set<string>()
  let isStopping = false
  const needed = {
    ...{ updates, roles, facts, folding, snapshots, moments, claims, limits, log, measures, now },
    isStopping: () => isStopping,
    mayGo: unload,
  }

  function roomFor(plan: string) {
    const found = rooms.get(plan)
    if (found && !found.opened?.isOver()) return found
    const entry = { room: openRoom(needed, plan), opened: null as Room | null, comers: 0 }
    rooms.set(plan, entry)
    entry.room.then(
      (room) => {
        entry.opened = room
      },
      () => forget(plan, entry),
    )
    return entry
  }

  /** Nobody may write over what cannot be read; others' plans are not touched by it. */
  function damaged(plan: string, err: PlanDamaged): Refusal {
    log.error(
      { plan, err },
      'a plan is damaged on disk; it can be read as far as it goes, and nothing of it is thrown away',
    )
    return { code: CLOSE.damaged, why: 'damaged' }
  }

  /** Lets a room go that has stopped, or that nobody is in or on the way to. */
  function unload(plan: string, room: Room) {
    const entry = rooms.get(plan)
    if (entry?.opened !== room) return
    if (room.isOver() || (entry.comers === 0 && room.isQuiet())) forget(plan, entry)
  }

  function forget(plan: string, entry: object) {
    if (rooms.get(plan) === entry) rooms.delete(plan)
  }

  /** Does something with a plan's room, which stays for as long as that takes. */
  async function inRoom<T>(plan: string, use: (room: Room) => T | Promise<T>): Promise<T> {
    const entry = roomFor(plan)
    entry.comers += 1
    try {
      return await use(await entry.room)
    } finally {
      entry.comers -= 1
      if (entry.opened) unload(plan, entry.opened)
    }
  }

  const sitDown = (plan: string, socket: Socket, epoch: string | undefined): Promise<Room | Refusal> =>
    inRoom(plan, async (room) => {
      if (room.isOver()) return { code: CLOSE.tryLater, why: 'stopped' }
      if (epoch !== undefined && epoch !== room.epoch) return { code: CLOSE.epoch, why: 'epoch' }
      room.enter(socket)
      const role = await withinTime(roles.roleOf(plan, socket.person), limits.loadMs).catch((problem: unknown) => {
        room.leave(socket)
        throw problem
      })
      if (role === null) {
        room.leave(socket)
        return { code: CLOSE.role, why: 'role' }
      }
      if (ended.has(socket.session)) {
        room.leave(socket)
        return { code: CLOSE.signIn, why: 'session' }
      }
      room.sit(socket, role)
      return room
    })

  function notOpened(plan: string, problem: unknown): Refusal {
    if (problem instanceof PlanGone) return { code: CLOSE.gone, why: 'gone' }
    if (problem instanceof PlanDamaged) return damaged(plan, problem)
    if (problem instanceof PlanFenced) return { code: CLOSE.damaged, why: 'fenced' }
    log.error({ plan, err: problem }, 'a plan could not be opened')
    return { code: CLOSE.tryLater, why: 'not-readable' }
  }

  async function readable(plan: string) {
    const opened = rooms.get(plan)?.opened
    if (opened && !opened.isOver()) return { doc: opened.copy(), isWhole: true }
    return readDocument({ updates, limitMs: limits.loadMs }, plan)
  }

  async function parts(plan: string): Promise<PlanParts> {
    const opened = rooms.get(plan)?.opened
    return opened && !opened.isOver() ? opened.parts() : readParts({ updates, limitMs: limits.loadMs }, plan)
  }

  async function current(plan: string): Promise<Y.Doc> {
    const { doc, isWhole } = await readable(plan)
    if (!isWhole) throw new PlanUnreadable('it is damaged')
    return doc
  }

  return {
    limits,
    measures,
    turns: createTurns(),
    hasRoomFor: sockets.hasRoomFor,

    async enter(plan, socket, epoch) {
      const refuse = ({ code, why }: Refusal) => {
        socket.close(code, why)
        return null
      }
      if (isStopping) return refuse({ code: CLOSE.restarting, why: 'restarting' })
      if (!sockets.hasRoomFor(socket.person)) return refuse({ code: CLOSE.tooMuch, why: 'sockets' })
      const free = sockets.take(socket.person)
      const came = await sitDown(plan, socket, epoch).catch((problem: unknown) => notOpened(plan, problem))
      if ('code' in came) {
        free()
        return refuse(came)
      }
      return {
        askCost: came.askCost,
        receive: (frame) => came.receive(socket, frame),
        askAgain: () => came.askAgain(socket),
        showAgain: () => came.showAgain(socket),
        leave() {
          came.leave(socket)
          free()
        },
      }
    },

    async write(plan, person, edit) {
      if (isStopping) throw notWritten(CLOSE.restarting, 'restarting')
      const written = inRoom(plan, (room) => {
        if (room.epoch !== edit.epoch) throw notWritten(CLOSE.epoch, 'epoch')
        return room.edit(person, edit)
      })
      await written.catch((problem: unknown) => {
        if (problem instanceof NotWritten) throw problem
        const { code, why } = notOpened(plan, problem)
        throw notWritten(code, why)
      })
    },

    current,
    parts,
    readable,
    tell: (plan, message, only) => rooms.get(plan)?.opened?.tell(message, only),
    setRole: (plan, person, role) => rooms.get(plan)?.opened?.setRole(person, role),
    closeSession(session) {
      ended.add(session)
      const [oldest] = ended
      if (oldest !== undefined && ended.size > ENDED_KEPT) ended.delete(oldest)
      for (const { opened } of rooms.values()) opened?.closeSession(session)
    },
    isOpen: (plan) => rooms.has(plan),
    open: () => ({ rooms: rooms.size, sockets: sockets.all() }),
    measure: () => ({
      rooms: rooms.size,
      sockets: sockets.all(),
      people: sockets.people(),
      waiting: [...rooms.values()].reduce((sum, { opened }) => sum + (opened?.waiting() ?? 0), 0),
    }),

    async stop() {
      isStopping = true
      const opened = [...rooms.values()].map(({ room }) => room)
      const stopped = opened.map((room) =>
        room.then(
          (it) => it.stop(CLOSE.restarting, 'restarting'),
          () => {},
        ),
      )
      await withinTime(Promise.all(stopped), limits.stopMs)
      await withinTime(Promise.all([snapshots.drained(), moments?.drained()]), limits.compactMs).catch(() => undefined)
      moments?.stop()
      await folding.stop()
    },
  }
}

/** More than can end while one socket comes in. */
const ENDED_KEPT = 1_000

type Refusal = { readonly code: CloseCode; readonly why: string }
