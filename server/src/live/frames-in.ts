import { FRAME, SYNC } from '@withy/shared/protocol'
import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'

/** What a client may say. */
export type FrameIn =
  | { readonly is: 'question'; readonly vector: Uint8Array }
  /** `answer`: all the client has that we have not, to our question. Both count for acks. */
  | { readonly is: 'answer' | 'update'; readonly bytes: Uint8Array }
  | { readonly is: 'presence'; readonly bytes: Uint8Array }
  | { readonly is: 'who-is-here' }
  /** From here on; null: for nobody but themselves. */
  | { readonly is: 'type-for'; readonly person: string | null }

/** Ids of people have 22 letters. */
const LONGEST_ID = 64

/** Reads one frame; null when it is not one of those, is cut off, or has something after its end. */
export function readFrame(bytes: Uint8Array): FrameIn | null {
  try {
    const decoder = decoding.createDecoder(bytes)
    const frame = read(decoder)
    // lib0 reads past a view into the memory behind it: the end has to be exactly where the bytes end.
    return decoder.pos === bytes.length ? frame : null
  } catch {
    return null
  }
}

function read(decoder: decoding.Decoder): FrameIn | null {
  switch (decoding.readVarUint(decoder)) {
    case FRAME.sync:
      return readSync(decoding.readVarUint(decoder), decoder)
    case FRAME.awareness:
      return { is: 'presence', bytes: decoding.readVarUint8Array(decoder) }
    case FRAME.queryAwareness:
      return { is: 'who-is-here' }
    case FRAME.typeFor:
      return readTypeFor(decoding.readVarString(decoder))
    default:
      return null
  }
}

const readTypeFor = (person: string): FrameIn | null =>
  person.length > LONGEST_ID ? null : { is: 'type-for', person: person || null }

function readSync(kind: number, decoder: decoding.Decoder): FrameIn | null {
  if (kind === SYNC.step1) return { is: 'question', vector: decoding.readVarUint8Array(decoder) }
  if (kind === SYNC.step2) return { is: 'answer', bytes: decoding.readVarUint8Array(decoder) }
  if (kind === SYNC.update) return { is: 'update', bytes: decoding.readVarUint8Array(decoder) }
  return null
}

/** A sync frame to send: a state vector (step1) or an update (step2, update). */
export function syncFrame(kind: keyof typeof SYNC, bytes: Uint8Array): Uint8Array {
  const encoder = encoding.createEncoder()
  encoding.writeVarUint(encoder, FRAME.sync)
  encoding.writeVarUint(encoder, SYNC[kind])
  encoding.writeVarUint8Array(encoder, bytes)
  return encoding.toUint8Array(encoder)
}
