import { can } from '@withy/shared/access'
import { CLOSE, type CloseCode, type RoomMessage } from '@withy/shared/protocol'
import type { Seat } from './seat.ts'

export type TypingForNeeds = {
  /** Whether somebody is in the plan now. */
  isIn(person: string): Promise<boolean>
  refuse(seat: Seat, code: CloseCode, why: string): void
  tell(seat: Seat, message: RoomMessage): void
  /** Whom a seat types for is to be seen by all. */
  show(seat: Seat): void
  /** It could not be looked up. */
  failed(problem: unknown): void
}

/**
 * Takes what a seat says of whom it types for from here on; null: for nobody but themselves (SPEC SYNC-130, SYNC-132). It holds
 * at once, so that no change waits: whether that person is in the plan is asked again where the change is stored. This only
 * lets the page know.
 */
export function createTypingFor({ isIn, refuse, tell, show, failed }: TypingForNeeds) {
  function end(seat: Seat, person: string) {
    if (seat.saidFor === person) {
      seat.saidFor = null
      show(seat)
    }
    tell(seat, { type: 'not-typing-for', person })
  }

  return {
    take(seat: Seat, person: string | null) {
      if (!can(seat.role, 'write')) return refuse(seat, CLOSE.role, 'role')
      seat.saidFor = person === seat.socket.person ? null : person
      if (seat.saidFor === null) return show(seat)
      const named = seat.saidFor
      isIn(named).then(
        (is) => (is ? show(seat) : end(seat, named)),
        (problem) => {
          failed(problem)
          show(seat)
        },
      )
    },
    /** Somebody is not in the plan any more. */
    left(person: string, seats: Iterable<Seat>) {
      for (const seat of seats) if (seat.saidFor === person) end(seat, person)
    },
  }
}
