import { type Ack, type RoomMessage, readAck, roomMessage } from '@withy/shared/protocol'
import * as decoding from 'lib0/decoding'

/** Reads an ack frame after its number; null where it is cut off. */
export function ackIn(decoder: decoding.Decoder): Ack | null {
  try {
    return readAck(decoder)
  } catch {
    return null
  }
}

/** Reads a room message after its number; null where it is cut off or of a kind this version does not know (SPEC SYNC-50). */
export function roomMessageIn(decoder: decoding.Decoder): RoomMessage | null {
  try {
    const read = roomMessage.safeParse(JSON.parse(decoding.readVarString(decoder)))
    return read.success ? read.data : null
  } catch {
    return null
  }
}
