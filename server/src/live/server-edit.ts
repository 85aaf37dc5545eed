import { CLOSE, type CloseCode } from '@withy/shared/protocol'
import { createSeat, type Seat, type Writer } from './seat.ts'

/**
 * An edit the server makes, for the plan of an epoch. `writers`: of the Yjs clients in it those whose words are not the words of who
 * makes it, and only stand elsewhere now.
 */
export type ServerEdit = {
  readonly epoch: string
  /** The last change of the plan it was made for, where it may not come after others. */
  readonly seq?: number
  readonly update: Uint8Array
  readonly writers?: ReadonlyMap<number, Writer>
}

/** An edit the server made in somebody's name was not taken: nothing of it is kept or shown, but where `why` is `not-kept`, which cannot be told. */
export class NotWritten extends Error {
  /** The plan cannot take so much more, nobody may write in it, it was put back from a back-up, or others have written in it since; else it can be tried again. */
  readonly why: 'full' | 'unwritable' | 'put-back' | 'moved-on' | 'later'
  constructor(why: NotWritten['why'], said: string) {
    super(said)
    this.why = why
  }
}

const WHY: Partial<Record<CloseCode, NotWritten['why']>> = {
  [CLOSE.tooLarge]: 'full',
  [CLOSE.badMessage]: 'unwritable',
  [CLOSE.damaged]: 'unwritable',
  [CLOSE.gone]: 'unwritable',
  [CLOSE.epoch]: 'put-back',
}

/** What somebody who writes would be told with their socket closed. */
export const notWritten = (code: CloseCode, why: string) => new NotWritten(WHY[code] ?? 'later', why)

/**
 * A place in a room for one edit of the server's: it is seen by nobody, is sent nothing, and hears of a no as an error. The person may
 * be somebody without the right to write: that they may make this edit is settled by whoever makes it.
 */
export function seatForEdit(
  id: string,
  person: string,
  writers: ServerEdit['writers'],
  refused: (problem: NotWritten) => void,
): Seat {
  const nothing = () => {}
  const close = (code: CloseCode, why: string) => refused(notWritten(code, why))
  const socket = { id, person, session: '', acks: false, send: nothing, answer: nothing, close }
  // It is made for what is on disk: what does not join on to that never will.
  return { ...createSeat(socket, 'contributor'), hasAnswered: true, writers: writers ?? new Map() }
}
