import type { Person, RoomMessage } from '@withy/shared/protocol'
import { refuse } from '../http/refused.ts'
import type { Log } from '../log.ts'
import type { PeopleStore } from '../storage/people.ts'
import type { WorkshopStore } from '../storage/workshops.ts'
import { followPeople } from './people-are.ts'
import { createRoom, type Room } from './room.ts'
import { readState } from './state.ts'

export type RoomsNeeds = {
  readonly store: WorkshopStore & Pick<PeopleStore, 'peopleOf'>
  tell(plan: string, message: RoomMessage): void
  /** Whether anybody has the plan open, and with it follows its workshops. */
  isListened(plan: string): boolean
  readonly log: Log
  readonly now?: () => number
}

/** The workshops that are in use, each in memory as it is on disk. */
export type WorkshopRooms = ReturnType<typeof createWorkshopRooms>

/** A room that nobody has used for so long (ms) goes from memory with the next one that is read. */
export const IDLE_MS = 10 * 60_000

type Entry = { readonly plan: string; readonly room: Promise<Room>; users: number; usedAt: number }

/**
 * One room a workshop, read from disk by who first asks for it, and by who asks next where it had to be given up or has gone from
 * memory (SPEC WORK-130).
 */
export function createWorkshopRooms({ store, tell, isListened, log, now = Date.now }: RoomsNeeds) {
  const rooms = new Map<string, Entry>()

  async function open(plan: string, workshop: string, givenUp: () => void): Promise<Room> {
    const found = await store.readWorkshop(plan, workshop)
    if (!found) throw refuse('not-found')
    const people = await store.peopleOf(plan)
    const state = readState(found.card, found.parts)
    const room = createRoom({ plan, state, people, store, tell: (said) => tell(plan, said), log, now, givenUp })
    // Much may have changed in the plan while nobody had the workshop open.
    await room.act((state, _, people) => ({ changes: followPeople(state, people) }))
    return room
  }

  function entryOf(plan: string, workshop: string): Entry {
    const key = `${plan}/${workshop}`
    const found = rooms.get(key)
    if (found) return found
    forgetIdle()
    const forget = () => {
      if (rooms.get(key) === entry) rooms.delete(key)
    }
    const entry = { plan, room: open(plan, workshop, forget), users: 0, usedAt: now() }
    rooms.set(key, entry)
    entry.room.catch(forget)
    return entry
  }

  /** Everything that is done in a room is done here: who is counted finds it there, and all of it on disk, when they are done. */
  async function used<T>(entry: Entry, run: (room: Room) => T | Promise<T>): Promise<T> {
    entry.users += 1
    try {
      return await run(await entry.room)
    } finally {
      entry.users -= 1
      entry.usedAt = now()
    }
  }

  // Those whose plan is open stay: told by a room that was read anew, everybody would have to ask for all of it at once.
  function forgetIdle() {
    for (const [key, { plan, users, usedAt }] of rooms)
      if (users === 0 && now() - usedAt >= IDLE_MS && !isListened(plan)) rooms.delete(key)
  }

  /** Runs something with the room of a workshop, with nothing in it that is not on disk. */
  const use = <T>(plan: string, workshop: string, run: (room: Room) => T | Promise<T>): Promise<T> =>
    used(entryOf(plan, workshop), async (room) => {
      await room.settled()
      return run(room)
    })

  return {
    use,
    /** How many are in memory. */
    size: () => rooms.size,

    /** Call after storing it: who is in a plan now (SPEC WORK-8). */
    peopleAre(plan: string, people: readonly Person[]): void {
      for (const entry of rooms.values()) {
        if (entry.plan !== plan) continue
        // Where that cannot be kept the room has been given up; it follows them when it is read again.
        used(entry, (room) => room.peopleAre(people)).catch(() => undefined)
      }
    },

    /** What the live room says to whoever comes to a plan: the workshop that is open, or that none is (SPEC WORK-10). */
    async greeting(plan: string): Promise<RoomMessage> {
      try {
        const open = await store.openWorkshopOf(plan)
        const now = open && (await use(plan, open.id, (room) => room.now()))
        return { type: 'workshop', now, changed: null }
      } catch (problem) {
        log.error({ plan, err: problem }, 'a workshop could not be read; its plan is opened without it')
        return { type: 'workshop', now: null, changed: null }
      }
    },
  }
}
