import type { WorkshopShared } from '@withy/shared/api'
import type { RoomMessage, WorkshopNow } from '@withy/shared/protocol'
import { refuse } from '../http/refused.ts'
import type { Log } from '../log.ts'
import type { PeopleStore } from '../storage/people.ts'
import type { WorkshopStore } from '../storage/workshops.ts'
import { createIdeasTold } from './ideas-told.ts'
import { ideasShown, nowOf } from './seen.ts'
import { apply, type Change, readState, type State } from './state.ts'
import type { Decision } from './steer.ts'

export type RoomsNeeds = {
  readonly store: WorkshopStore & Pick<PeopleStore, 'peopleOf'>
  tell(plan: string, message: RoomMessage): void
  readonly log: Log
  readonly now?: () => number
}

/** What many people change at the same time is told at most this often (ms); what a facilitator does is told at once. */
const GATHER_MS = 250

/** The workshops that are in use, each in memory as it is on disk. */
export type WorkshopRooms = ReturnType<typeof createWorkshopRooms>
export type WorkshopRoom = Awaited<ReturnType<WorkshopRooms['of']>>

/**
 * One room a workshop. What people do in it is decided one after the other on the state in memory, kept together in one transaction,
 * and told and answered only then. Where that fails the room is given up and read from disk again: nobody has been told of what was
 * not kept (SPEC WORK-4).
 */
export function createWorkshopRooms({ store, tell, log, now = Date.now }: RoomsNeeds) {
  const rooms = new Map<string, Promise<Room>>()

  async function open(plan: string, workshop: string): Promise<Room> {
    const found = await store.readWorkshop(plan, workshop)
    if (!found) throw refuse('not-found')
    return createRoom(plan, readState(found.card, found.parts))
  }

  type Waiting = {
    readonly decide: (state: State, at: number) => Decision
    readonly isUrgent: boolean
    readonly done: (room: Room) => void
    readonly failed: (problem: unknown) => void
  }

  function createRoom(plan: string, state: State) {
    // Never a number of before a restart: who knows an older one asks again.
    let rev = Date.now()
    let names = new Map<string, string>()
    let waiting: Waiting[] = []
    let isWorking = false
    let timer: NodeJS.Timeout | undefined
    const told = createIdeasTold(rev, ideasShown(state))
    const nameOf = (person: string) => names.get(person) ?? ''

    async function work() {
      if (isWorking) return
      isWorking = true
      while (waiting.length > 0) {
        // All who ask in this turn of the loop are kept with one write to the disk.
        await new Promise(setImmediate)
        const batch = waiting
        waiting = []
        await keep(batch)
      }
      isWorking = false
    }

    async function keep(batch: readonly Waiting[]) {
      const changes: Change[] = []
      const kept: Waiting[] = []
      let card = false
      let isUrgent = false
      for (const one of batch) {
        try {
          const decision = one.decide(state, now())
          apply(state, decision.changes)
          if (decision.card) state.card = { ...state.card, ...decision.card }
          changes.push(...decision.changes)
          card ||= decision.card !== undefined
          isUrgent ||= one.isUrgent
          kept.push(one)
        } catch (problem) {
          one.failed(problem)
        }
      }
      if (changes.length > 0 || card) {
        try {
          await store.changeWorkshop({ workshop: state.card.id, parts: changes, ...(card && { card: state.card }) })
        } catch (problem) {
          log.error({ plan, workshop: state.card.id, err: problem }, 'a workshop could not be kept; it is read again')
          giveUp(problem)
          for (const one of kept) one.failed(problem)
          return
        }
        rev += 1
        say(isUrgent || card)
      }
      for (const one of kept) one.done(room)
    }

    function giveUp(problem: unknown) {
      clearTimeout(timer)
      rooms.delete(keyOf(plan, state.card.id))
      for (const one of waiting.splice(0)) one.failed(problem)
    }

    function say(atOnce: boolean) {
      if (atOnce) {
        clearTimeout(timer)
        flush()
      } else timer ??= setTimeout(flush, GATHER_MS).unref()
    }

    function flush() {
      timer = undefined
      if (state.card.stage === 'preparing') return
      const changed = told.next(rev, ideasShown(state))
      tell(plan, { type: 'workshop', now: nowIs(), changed })
    }

    const nowIs = (): WorkshopNow => nowOf(state, rev, nameOf)

    const room = {
      state,
      /** Names of the plan's people as they are called now. */
      call(people: readonly { readonly id: string; readonly name: string }[]) {
        names = new Map(people.map(({ id, name }) => [id, name]))
      },
      /** Decides, keeps and tells. Resolves when it is on disk; rejects with what `decide` throws. */
      act: (decide: Waiting['decide'], isUrgent = false) =>
        new Promise<Room>((done, failed) => {
          waiting.push({ decide, isUrgent, done, failed })
          void work()
        }),
      /** Tells who has it before them that it was prepared further. It goes to all of the plan: its words do not. */
      sayPrepared(by: string) {
        if (state.card.stage === 'preparing')
          tell(plan, { type: 'workshop-prepared', workshop: state.card.id, rev, by })
      },
      shared: (): WorkshopShared => ({ now: nowIs(), ...ideasShown(state) }),
    }
    return room
  }
  type Room = ReturnType<typeof createRoom>

  const keyOf = (plan: string, workshop: string) => `${plan}/${workshop}`

  function of(plan: string, workshop: string): Promise<Room> {
    const key = keyOf(plan, workshop)
    const found = rooms.get(key)
    if (found) return found
    const opening = open(plan, workshop).then(async (room) => {
      room.call(await store.peopleOf(plan))
      return room
    })
    rooms.set(key, opening)
    opening.catch(() => rooms.delete(key))
    return opening
  }

  return {
    of,
    /** What the live room says to whoever comes to a plan: the workshop that is open, or that none is. */
    async greeting(plan: string): Promise<RoomMessage> {
      const open = await store.openWorkshopOf(plan)
      const room = open && (await of(plan, open.id))
      return { type: 'workshop', now: room?.shared().now ?? null, changed: null }
    },
  }
}
