import type { Steering, StepWords, Taking } from '@withy/shared/api'
import type { StepKind } from '@withy/shared/protocol'
import { ABOUT, apply, NOTHING_YET, readState, type State } from '../workshop/state.ts'
import { type Decision, steer } from '../workshop/steer.ts'
import { type Taker, takePart } from '../workshop/take-part.ts'

/** A step of a kind, as it is prepared. */
export const stepOf = (kind: StepKind, more: Partial<StepWords> = {}): StepWords => ({
  ...{ kind, title: '', question: '', minutes: 10, section: null, dots: 3 },
  ...more,
})

/**
 * An open workshop in memory, with one step of each kind given, its id the kind's name, led by Anna. What people do in it is what the
 * real commands come to.
 */
export function workshopWith(...kinds: StepKind[]) {
  const card = { id: 'w', title: 'May', stage: 'preparing' as const, madeAt: 0, closedAt: null }
  const state: State = readState(card, [{ kind: 'about', id: ABOUT, value: NOTHING_YET }])
  const clock = { now: 1_000 }
  const keep = (decision: Decision) => {
    apply(state, decision.changes)
    if (decision.card) state.card = { ...state.card, ...decision.card }
  }
  const taker = (person: string): Taker => ({ person, name: person, voice: 'resident', steers: person === 'Anna' })
  const room = {
    state,
    clock,
    /** As a facilitator, Anna unless said. */
    steers: (said: Steering, who = 'Anna') => keep(steer(state, who, said, clock.now++)),
    /** As somebody in the room; their name is their id. */
    takes: (person: string, said: Taking) => keep(takePart(state, taker(person), said, clock.now++)),
    comes: (...people: string[]) => {
      for (const person of people) room.takes(person, { do: 'come-in' })
    },
  }
  for (const [at, kind] of kinds.entries()) {
    room.steers({ do: 'add-step', id: kind, step: stepOf(kind), after: kinds[at - 1] ?? null })
  }
  room.steers({ do: 'open' })
  return room
}
