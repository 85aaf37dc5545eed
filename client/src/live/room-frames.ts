import { type Ack, type RoomMessage, readAck } from '@withy/shared/protocol'
import * as decoding from 'lib0/decoding'

/** Reads an ack frame after its number; null where it is cut off. */
export function ackIn(decoder: decoding.Decoder): Ack | null {
  try {
    return readAck(decoder)
  } catch {
    return null
  }
}

const KNOWN: Record<RoomMessage['type'], true> = {
  people: true,
  shown: true,
  renamed: true,
  language: true,
  tests: true,
  'follow-ups': true,
  glossary: true,
  cards: true,
  said: true,
  'photo-removed': true,
  'not-typing-for': true,
  workshop: true,
  'workshop-prepared': true,
  agreement: true,
  sealed: true,
  talk: true,
}

/** Reads a room message after its number; null where it is cut off or of a kind this version does not know (SPEC SYNC-50). */
export function roomMessageIn(decoder: decoding.Decoder): RoomMessage | null {
  try {
    // Our own server made it: what it holds is as declared.
    const message: RoomMessage = JSON.parse(decoding.readVarString(decoder))
    return message.type in KNOWN ? message : null
  } catch {
    return null
  }
}
