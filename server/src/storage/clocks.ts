import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import type { Clocks } from './authors.ts'

/** Stretches in rising order and apart, as bytes: how many, then of each the way from the end of the last, and its length. */
export function encodeClocks(clocks: readonly Clocks[]): Uint8Array {
  const encoder = encoding.createEncoder()
  encoding.writeVarUint(encoder, clocks.length)
  let at = 0
  for (const { from, to } of clocks) {
    encoding.writeVarUint(encoder, from - at)
    encoding.writeVarUint(encoder, to - from)
    at = to
  }
  return encoding.toUint8Array(encoder)
}

export function decodeClocks(bytes: Uint8Array): Clocks[] {
  const decoder = decoding.createDecoder(bytes)
  let at = 0
  return Array.from({ length: decoding.readVarUint(decoder) }, () => {
    const from = at + decoding.readVarUint(decoder)
    at = from + decoding.readVarUint(decoder)
    return { from, to: at }
  })
}
