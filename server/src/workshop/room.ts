import type { WorkshopShared } from '@withy/shared/api'
import type { Explained } from '@withy/shared/plan'
import type { Person, RoomMessage, WorkshopNow } from '@withy/shared/protocol'
import type { Log } from '../log.ts'
import { newId } from '../random.ts'
import type { WorkshopStore } from '../storage/workshops.ts'
import { createIdeasTold } from './ideas-told.ts'
import { followPeople } from './people-are.ts'
import { ideasShown, nowOf } from './seen.ts'
import { apply, type Change, type State } from './state.ts'
import type { Decision } from './steer.ts'

/** The plan's people as they are now, by id. */
export type People = ReadonlyMap<string, Person>

/** Says what a command comes to. Throws where it cannot be done: then nothing is changed. */
export type Decide = (state: State, at: number, people: People) => Decision

export type RoomNeeds = {
  readonly plan: string
  /** As it is on disk. */
  readonly state: State
  readonly people: readonly Person[]
  readonly store: Pick<WorkshopStore, 'changeWorkshop'>
  tell(message: RoomMessage): void
  readonly log: Log
  readonly now: () => number
  /** What is in memory is not what is on disk any more: whoever asks next reads it again. */
  givenUp(): void
}

/** What many people change at the same time is told at most this often (ms); what a facilitator does is told at once. */
const GATHER_MS = 250

export type Room = ReturnType<typeof createRoom>

type Waiting = {
  readonly decide: Decide
  readonly isUrgent: boolean
  readonly done: () => void
  readonly failed: (problem: unknown) => void
}

/**
 * The room of one workshop. What people do in it is decided one after the other on the state in memory, kept together in one
 * transaction, and told and answered only then. Where that fails the room is given up: nobody has been told of what was not kept
 * (SPEC WORK-4).
 */
export function createRoom({ plan, state, store, tell, log, now, givenUp, ...needs }: RoomNeeds) {
  // Never a number of before a restart: who knows an older one asks again.
  let rev = Date.now()
  let people = byId(needs.people)
  let waiting: Waiting[] = []
  let isWorking = false
  /** What is in memory is on its way to the disk, and nobody's to know. */
  let isKeeping = false
  let isDue = false
  let isOver = false
  let timer: NodeJS.Timeout | undefined
  const told = createIdeasTold(state, rev)

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
    const explained: Explained[] = []
    const decided: Waiting[] = []
    let card = false
    let isUrgent = false
    for (const one of batch) {
      try {
        const decision = one.decide(state, now(), people)
        apply(state, decision.changes)
        if (decision.card) state.card = { ...state.card, ...decision.card }
        changes.push(...decision.changes)
        if (decision.explained) explained.push({ id: newId(), ...decision.explained })
        card ||= decision.card !== undefined
        isUrgent ||= one.isUrgent
        decided.push(one)
      } catch (problem) {
        one.failed(problem)
      }
    }
    if (changes.length > 0 || card) {
      isKeeping = true
      try {
        const kept = { workshop: state.card.id, parts: changes, explained }
        await store.changeWorkshop({ ...kept, ...(card && { card: state.card }) })
      } catch (problem) {
        log.error({ plan, workshop: state.card.id, err: problem }, 'a workshop could not be kept; it is read again')
        giveUp([...decided, ...waiting.splice(0)], problem)
        return
      }
      isKeeping = false
      rev += 1
      const isNow = isUrgent || card || isDue
      telling(() => {
        told.touch(changes)
        say(isNow)
        if (explained.length > 0) tell({ type: 'glossary' })
      })
    }
    // They answer before the next turn of the loop, and with it the next batch, begins: with what is on disk.
    for (const one of decided) one.done()
  }

  function giveUp(those: readonly Waiting[], problem: unknown) {
    isOver = true
    clearTimeout(timer)
    givenUp()
    for (const one of those) one.failed(problem)
  }

  /** What is on disk is answered for, and nothing ends here, where it cannot be told: pages that missed it ask for it (SPEC WORK-167). */
  function telling(does: () => void) {
    try {
      does()
    } catch (problem) {
      log.error({ plan, workshop: state.card.id, err: problem }, 'what a workshop kept could not be told')
    }
  }

  function say(atOnce: boolean) {
    if (atOnce) {
      clearTimeout(timer)
      flush()
    } else timer ??= setTimeout(() => telling(flush), GATHER_MS).unref()
  }

  function flush() {
    timer = undefined
    isDue = isKeeping
    if (isKeeping || state.card.stage === 'preparing') return
    tell({ type: 'workshop', now: nowIs(), changed: told.next(rev) })
  }

  const nowIs = (): WorkshopNow => nowOf(state, rev, (person) => people.get(person)?.name ?? '')

  /** Decides, keeps and tells. Resolves when it is on disk; rejects with what `decide` throws. */
  const act = (decide: Decide, isUrgent = false) =>
    new Promise<void>((done, failed) => {
      if (isOver) return failed(new Error('this workshop is being read again'))
      waiting.push({ decide, isUrgent, done, failed })
      void work()
    })

  return {
    state,
    act,
    /** Resolves when all that is in memory is on disk. What is read before the next turn of the loop is that. */
    settled: () => act(() => ({ changes: [] })),
    /** Call after storing it. Whoever cannot take part any more is out of the room, and names are as they are now. */
    async peopleAre(them: readonly Person[]) {
      people = byId(them)
      await act((state) => ({ changes: followPeople(state, people) }), true)
    },
    people: (): People => people,
    isOver: () => isOver,
    /** Tells who has it before them that it was prepared further. It goes to all of the plan: its words do not. */
    sayPrepared(by: string) {
      if (state.card.stage === 'preparing') tell({ type: 'workshop-prepared', workshop: state.card.id, rev, by })
    },
    now: nowIs,
    shared: (): WorkshopShared => ({ now: nowIs(), ...ideasShown(state) }),
  }
}

const byId = (people: readonly Person[]): People => new Map(people.map((person) => [person.id, person]))
