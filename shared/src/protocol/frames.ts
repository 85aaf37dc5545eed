import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'

/**
 * The first number of every frame on the socket. 0, 1 and 3 are y-websocket's own, so its stock client works here;
 * 100 to 102 are ours. docs/PROTOCOL.md tells the same in prose.
 */
export const FRAME = { sync: 0, awareness: 1, queryAwareness: 3, ack: 100, room: 101, typeFor: 102 } as const

/** The second number of a sync frame (y-protocols). */
export const SYNC = { step1: 0, step2: 1, update: 2 } as const

/** Offered by a client that counts acks; a server that picks it sends them. Without it nothing is ever shown as Saved. */
export const ACK_SUBPROTOCOL = 'plan.ack.v1'

/**
 * The version of the document's schema: catalogue roots, block and mark names. A Withy client sends it as `?schema=`;
 * another version is closed with 4426, because an editor deletes what its schema does not know.
 */
export const SCHEMA_VERSION = 1

/** "The first `count` sync frames that carried changes on this socket are on disk." `seq`: the plan's durable sequence. */
export type Ack = { readonly count: number; readonly seq: number; readonly epoch: string }

export function encodeAck({ count, seq, epoch }: Ack): Uint8Array {
  const encoder = encoding.createEncoder()
  encoding.writeVarUint(encoder, FRAME.ack)
  encoding.writeVarUint(encoder, count)
  encoding.writeVarUint(encoder, seq)
  encoding.writeVarString(encoder, epoch)
  return encoding.toUint8Array(encoder)
}

/** Reads an ack whose frame number has been read already, as y-websocket's message handlers get it. Throws on a cut-off frame. */
export const readAck = (decoder: decoding.Decoder): Ack => ({
  count: decoding.readVarUint(decoder),
  seq: decoding.readVarUint(decoder),
  epoch: decoding.readVarString(decoder),
})

/** A room message as a frame: its JSON as one string. Its schema is in room-messages.ts. */
export function encodeRoomFrame(message: unknown): Uint8Array {
  const encoder = encoding.createEncoder()
  encoding.writeVarUint(encoder, FRAME.room)
  encoding.writeVarString(encoder, JSON.stringify(message))
  return encoding.toUint8Array(encoder)
}

/** "From here on I type for this person"; null: for nobody but myself. */
export function encodeTypeFor(person: string | null): Uint8Array<ArrayBuffer> {
  const encoder = encoding.createEncoder()
  encoding.writeVarUint(encoder, FRAME.typeFor)
  encoding.writeVarString(encoder, person ?? '')
  return encoding.toUint8Array(encoder) as Uint8Array<ArrayBuffer>
}
