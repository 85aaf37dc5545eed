import * as encoding from 'lib0/encoding'

type Id = readonly [client: number, clock: number]

/** One struct as it stands in an update of format V1; what Yjs itself would never write can be said here. */
export type RawStruct =
  | { readonly is: 'gc' | 'skip' | 'deleted'; readonly length: number }
  | {
      readonly is: 'string'
      readonly words: string
      readonly left?: Id
      readonly right?: Id
      /** A root's name, or an item; where there is neither left nor right. */
      readonly parent?: string | Id
      readonly key?: string
    }

export type RawUpdate = {
  readonly runs?: readonly { readonly client: number; readonly clock: number; readonly structs: readonly RawStruct[] }[]
  readonly deletes?: readonly {
    readonly client: number
    readonly ranges: readonly (readonly [from: number, length: number])[]
  }[]
}

/** Writes an update byte by byte, as a hostile client may. */
export function rawUpdate({ runs = [], deletes = [] }: RawUpdate): Uint8Array {
  const out = encoding.createEncoder()
  encoding.writeVarUint(out, runs.length)
  for (const { client, clock, structs } of runs) {
    encoding.writeVarUint(out, structs.length)
    encoding.writeVarUint(out, client)
    encoding.writeVarUint(out, clock)
    for (const struct of structs) writeStruct(out, struct)
  }
  encoding.writeVarUint(out, deletes.length)
  for (const { client, ranges } of deletes) {
    encoding.writeVarUint(out, client)
    encoding.writeVarUint(out, ranges.length)
    for (const number of ranges.flat()) encoding.writeVarUint(out, number)
  }
  return encoding.toUint8Array(out)
}

const INFO = { gc: 0, deleted: 1, string: 4, skip: 10, hasKey: 0x20, hasRight: 0x40, hasLeft: 0x80 }

function writeStruct(out: encoding.Encoder, struct: RawStruct) {
  if (struct.is !== 'string') {
    encoding.writeUint8(out, INFO[struct.is])
    // A deleted item says where it stood; this one stood in a root called x.
    if (struct.is === 'deleted') {
      encoding.writeVarUint(out, 1)
      encoding.writeVarString(out, 'x')
    }
    encoding.writeVarUint(out, struct.length)
    return
  }
  const { words, left, right, parent = 'x', key } = struct
  encoding.writeUint8(
    out,
    INFO.string | (left ? INFO.hasLeft : 0) | (right ? INFO.hasRight : 0) | (key === undefined ? 0 : INFO.hasKey),
  )
  if (left) writeId(out, left)
  if (right) writeId(out, right)
  if (!left && !right) {
    encoding.writeVarUint(out, typeof parent === 'string' ? 1 : 0)
    if (typeof parent === 'string') encoding.writeVarString(out, parent)
    else writeId(out, parent)
    if (key !== undefined) encoding.writeVarString(out, key)
  }
  encoding.writeVarString(out, words)
}

function writeId(out: encoding.Encoder, [client, clock]: Id) {
  encoding.writeVarUint(out, client)
  encoding.writeVarUint(out, clock)
}
