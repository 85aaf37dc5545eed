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
  readonly log: Log
  readonly now?: () => number
}

/** The workshops that are in use, each in memory as it is on disk. */
export type WorkshopRooms = ReturnType<typeof createWorkshopRooms>

/** One room a workshop, read from disk by who first asks for it, and by who asks next where it had to be given up. */
export function createWorkshopRooms({ store, tell, log, now = Date.now }: RoomsNeeds) {
  const rooms = new Map<string, { readonly plan: string; readonly room: Promise<Room> }>()

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

  function entryOf(plan: string, workshop: string): Promise<Room> {
    const key = `${plan}/${workshop}`
    const found = rooms.get(key)
    if (found) return found.room
    const forget = () => {
      if (rooms.get(key) === entry) rooms.delete(key)
    }
    const entry = { plan, room: open(plan, workshop, forget) }
    rooms.set(key, entry)
    entry.room.catch(forget)
    return entry.room
  }

  /** The room of a workshop, with nothing in it that is not on disk. */
  async function of(plan: string, workshop: string): Promise<Room> {
    const room = await entryOf(plan, workshop)
    await room.settled()
    return room
  }

  return {
    of,

    /** Call after storing it: who is in a plan now (SPEC WORK-8). */
    peopleAre(plan: string, people: readonly Person[]): void {
      for (const { plan: its, room } of rooms.values()) {
        if (its !== plan) continue
        // Where that cannot be kept the room has been given up; it follows them when it is read again.
        room.then((it) => it.peopleAre(people)).catch(() => undefined)
      }
    },

    /** What the live room says to whoever comes to a plan: the workshop that is open, or that none is (SPEC WORK-10). */
    async greeting(plan: string): Promise<RoomMessage> {
      try {
        const open = await store.openWorkshopOf(plan)
        const room = open && (await of(plan, open.id))
        return { type: 'workshop', now: room?.now() ?? null, changed: null }
      } catch (problem) {
        log.error({ plan, err: problem }, 'a workshop could not be read; its plan is opened without it')
        return { type: 'workshop', now: null, changed: null }
      }
    },
  }
}
