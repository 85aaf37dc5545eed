import type { RoomMessage } from '@withy/shared/protocol'

export type TellingNeeds<Seat> = {
  /** People, title and shown section of the plan as they are now. */
  read(): Promise<readonly RoomMessage[]>
  everyone(message: RoomMessage): void
  some(seats: readonly Seat[], messages: readonly RoomMessage[]): void
  /** They could not be told what the plan is now. */
  failed(seats: readonly Seat[], problem: unknown): void
  /** What many people change at the same time is said at most this often. */
  readonly everyMs: { readonly people: number; readonly tests: number; readonly greeting: number }
}

/**
 * What a room says besides the document (SPEC SYNC-32, SYNC-53, SYNC-54, ACCESS-74): to everyone as it changes, and to who
 * comes as it is then, since much may have changed after they asked what the plan is, or while they were away.
 */
export function createTelling<Seat>({ read, everyone, some, failed, everyMs }: TellingNeeds<Seat>) {
  let comers: Seat[] = []
  let isReading = false
  /** What was said since the last reading began: who came before it has heard that, and what was read may be older. */
  const since = new Set<RoomMessage['type']>()
  // In a hall everybody comes at once and answers at once, and each would send the whole list to all, or make all ask.
  const people = createGathering(everyone, everyMs.people)
  const tests = createGathering(everyone, everyMs.tests)
  const followUps = createGathering(everyone, everyMs.tests)
  const agreement = createGathering(everyone, everyMs.tests)

  async function greetAll() {
    while (comers.length > 0) {
      const seats = comers
      comers = []
      since.clear()
      try {
        const messages = await read()
        some(
          seats,
          messages.filter(({ type }) => !since.has(type)),
        )
      } catch (problem) {
        failed(seats, problem)
      }
      // A hall that comes in at once is read for a few times, not once for each.
      await new Promise((resolve) => setTimeout(resolve, everyMs.greeting).unref())
    }
    isReading = false
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
      if (message.type === 'people') people.say(message)
      else if (message.type === 'tests') tests.say(message)
      else if (message.type === 'follow-ups') followUps.say(message)
      else if (message.type === 'agreement') agreement.say(message)
      else everyone(message)
    },
    stop() {
      people.stop()
      tests.stop()
      followUps.stop()
      agreement.stop()
    },
  }
}

/** Says the first message at once, and of those that follow the newest, once in `ms`. */
function createGathering(say: (message: RoomMessage) => void, ms: number) {
  let newest: RoomMessage | undefined
  let timer: NodeJS.Timeout | undefined

  function flush() {
    timer = undefined
    if (!newest) return
    say(newest)
    newest = undefined
    timer = setTimeout(flush, ms).unref()
  }

  return {
    say(message: RoomMessage) {
      newest = message
      if (timer === undefined) flush()
    },
    stop: () => clearTimeout(timer),
  }
}
