import type { Role } from '@withy/shared/access'
import type { CloseCode } from '@withy/shared/protocol'
import type { Parcel } from './parcel.ts'

/** Who wrote words, and for whom they were said. */
export type Writer = { readonly person: string; readonly saidFor: string | null }

/** One person's connection, as a room sees it. */
export interface Socket {
  /** Opaque, new for every connection. */
  readonly id: string
  /** Whom the server knows the connection as. */
  readonly person: string
  /** The session it came with: when that ends, the socket does. */
  readonly session: string
  /** The client asked for acks. */
  readonly acks: boolean
  send(out: Parcel): void
  /** The same with the plan it asked for, which may be larger than what may wait for a slow reader. */
  answer(out: Parcel): void
  /** `why` is one word for the log and the close frame. The room hears nothing from the socket after it. */
  close(code: CloseCode, why: string): void
}

/** A connection's place in a room. */
export type Seat = {
  readonly socket: Socket
  readonly role: Role
  /** Has asked for the plan: from then on it gets what others write. */
  hasAsked: boolean
  /** Questions whose answers are being worked out: until the first has gone out, acks wait for it. */
  answersToCome: number
  /** Has answered our question: from then on everything it sends has to join on. */
  hasAnswered: boolean
  /** Frames with changes received on this socket so far. */
  received: number
  /** Changes that came before its answer and join on to what the answer will bring, and whom they were typed for. */
  held: { readonly bytes: Uint8Array; readonly saidFor: string | null }[]
  /** A reader's, while what they delete is looked up: nothing after it is acked or refused before. */
  unclear: Uint8Array[]
  /** Whom they said they type for, from here on. */
  saidFor: string | null
  /** Of an edit the server makes: the writers of clients whose words are somebody else's. */
  readonly writers: ReadonlyMap<number, Writer>
}

export const createSeat = (socket: Socket, role: Role): Seat => ({
  socket,
  role,
  hasAsked: false,
  answersToCome: 0,
  hasAnswered: false,
  received: 0,
  held: [],
  unclear: [],
  saidFor: null,
  writers: NOBODY_ELSE,
})

const NOBODY_ELSE: ReadonlyMap<number, Writer> = new Map()
