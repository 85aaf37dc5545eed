import type { RoomMessage } from '@withy/shared/protocol'

export type TellingNeeds<Seat> = {
  /** People, title and shown section of the plan as they are now. */
  read(): Promise<readonly RoomMessage[]>
  everyone(message: RoomMessage): void
  one(seat: Seat, message: RoomMessage): void
  /** They could not be told what the plan is now. */
  failed(seats: readonly Seat[], problem: unknown): void
  /** All people of a plan are said at most this often. */
  readonly peopleMs: number
}

/**
 * What a room says besides the document (SPEC SYNC-32, SYNC-53, SYNC-54): to everyone as it changes, and to who comes as it is
 * then, since much may have changed after they asked what the plan is, or while they were away.
 */
export function createTelling<Seat>({ read, everyone, one, failed, peopleMs }: TellingNeeds<Seat>) {
  let comers: Seat[] = []
  let isReading = false
  /** What was said since the last reading began: who came before it has heard that, and what was read may be older. */
  const since = new Set<RoomMessage['type']>()
  let people: RoomMessage | undefined
  let timer: NodeJS.Timeout | undefined

  async function greetAll() {
    while (comers.length > 0) {
      const seats = comers
      comers = []
      since.clear()
      try {
        const messages = await read()
        for (const message of messages.filter(({ type }) => !since.has(type)))
          for (const seat of seats) one(seat, message)
      } catch (problem) {
        failed(seats, problem)
      }
    }
    isReading = false
  }

  function tellPeople(message: RoomMessage) {
    people = message
    if (timer === undefined) flush()
  }

  function flush() {
    timer = undefined
    if (!people) return
    everyone(people)
    people = undefined
    timer = setTimeout(flush, peopleMs)
  }

  return {
    /** Tells someone who has just sat down what the plan is now. */
    greet(seat: Seat) {
      comers.push(seat)
      if (isReading) return
      isReading = true
      void greetAll()
    },
    /** Tells everyone what has changed. Call after storing it. */
    tell(message: RoomMessage) {
      since.add(message.type)
      // In a hall everybody comes at once, and each coming would send the whole list to all.
      if (message.type === 'people') tellPeople(message)
      else everyone(message)
    },
    stop: () => clearTimeout(timer),
  }
}
