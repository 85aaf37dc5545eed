import * as decoding from 'lib0/decoding'
import * as Y from 'yjs'
import { joined, type Range, type RangesByClient } from './ranges.ts'

export type Struct = Y.Item | Y.GC

/** One client's structs in an update, one after the other without a hole. `to`: the clock after the last. */
export type Run = {
  readonly client: number
  readonly from: number
  readonly to: number
  readonly structs: readonly Struct[]
}

/** What an update shows without a document. Deletes are in rising order and apart: each clock is looked at once. */
export type Decoded = { readonly runs: readonly Run[]; readonly deletes: RangesByClient }

type DecodeLimits = {
  readonly [K in 'structsPerUpdate' | 'rangesPerUpdate' | 'clientsPerUpdate' | 'lengthPerUpdate']: number
}

/** What is stored was let in once, whatever the limits were then. */
export const AS_STORED: DecodeLimits = {
  structsPerUpdate: Number.POSITIVE_INFINITY,
  rangesPerUpdate: Number.POSITIVE_INFINITY,
  clientsPerUpdate: Number.POSITIVE_INFINITY,
  lengthPerUpdate: Number.POSITIVE_INFINITY,
}

const LARGEST_CLIENT = 0xffffffff

/**
 * Reads an update of format V1 without applying it. Null when it is cut off, of another format, claims more than the limits
 * allow, or is made as no Yjs makes one: a stretch skipped, a client twice, an empty piece, a piece that points at its own future.
 * Applying any of those could throw, or hide words for ever, in every copy of the plan.
 */
export function decodeUpdate(bytes: Uint8Array, limits: DecodeLimits): Decoded | null {
  try {
    const { structs, ds } = readWhole(bytes, limits)
    const runs = runsOf(structs)
    if (runs === null || runs.length > limits.clientsPerUpdate) return null
    const deletes = deletesOf(ds.clients)
    if (deletes === null) return null
    const length = runs.reduce((sum, { from, to }) => sum + (to - from), 0)
    return length <= limits.lengthPerUpdate ? { runs, deletes } : null
  } catch {
    // Whatever the decoder trips over, the bytes are not an update.
    return null
  }
}

/**
 * Throws at the first struct or deleted range over the limits, before any more is read, and where bytes are left over at
 * the end, as they are of an update of format V2.
 */
function readWhole(bytes: Uint8Array, limits: DecodeLimits): ReturnType<typeof Y.decodeUpdate> {
  const input = decoding.createDecoder(bytes)
  const read = { structs: 0, ranges: 0 }
  // Yjs makes its decoder itself; this one reads from an input of ours, whose place can be seen afterwards.
  class Decoder extends Y.UpdateDecoderV1 {
    constructor() {
      super(input)
    }
    override readInfo() {
      read.structs += 1
      if (read.structs > limits.structsPerUpdate) throw new Error('too many structs')
      return super.readInfo()
    }
    override readDsClock() {
      read.ranges += 1
      if (read.ranges > limits.rangesPerUpdate) throw new Error('too many deleted ranges')
      return super.readDsClock()
    }
  }
  const decoded = Y.decodeUpdateV2(bytes, Decoder)
  if (input.pos !== bytes.length) throw new Error('bytes are left over')
  return decoded
}

function runsOf(structs: readonly (Struct | Y.Skip)[]): Run[] | null {
  const runs = new Map<number, { client: number; from: number; to: number; structs: Struct[] }>()
  let current: { client: number; from: number; to: number; structs: Struct[] } | undefined
  for (const struct of structs) {
    const { client, clock } = struct.id
    if (struct instanceof Y.Skip || !isSound(struct)) return null
    if (current?.client !== client) {
      // Yjs keeps only the last of two runs of one client: the first would be lost without a sign.
      if (runs.has(client)) return null
      current = { client, from: clock, to: clock, structs: [] }
      runs.set(client, current)
    }
    if (current.to !== clock) return null
    current.structs.push(struct)
    current.to = clock + struct.length
  }
  return [...runs.values()]
}

function isSound(struct: Struct): boolean {
  const { client, clock } = struct.id
  if (client > LARGEST_CLIENT || !(struct.length > 0) || !Number.isSafeInteger(clock + struct.length)) return false
  return referencesOf(struct).every((id) => id.client <= LARGEST_CLIENT && (id.client !== client || id.clock < clock))
}

/** The ids a struct hangs on: it cannot be put in its place before they are known. */
export function referencesOf(struct: Struct): readonly Y.ID[] {
  if (!(struct instanceof Y.Item)) return []
  // An update read without a document has an id or a root's name where a document has the parent itself.
  const parent = struct.parent as unknown
  return [struct.origin, struct.rightOrigin, parent].filter((id): id is Y.ID => id instanceof Y.ID)
}

function deletesOf(clients: ReadonlyMap<number, readonly { clock: number; len: number }[]>): RangesByClient | null {
  const deletes = new Map<number, Range[]>()
  for (const [client, ranges] of clients) {
    if (client > LARGEST_CLIENT) return null
    if (ranges.some(({ clock, len }) => !Number.isSafeInteger(clock + len))) return null
    deletes.set(client, joined(ranges.map(({ clock, len }) => ({ from: clock, to: clock + len }))))
  }
  return deletes
}
