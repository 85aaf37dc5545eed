import * as encoding from 'lib0/encoding'
import * as Y from 'yjs'
import { SOCKET_LIMITS } from './limits.ts'

type Struct = ReturnType<typeof Y.decodeUpdate>['structs'][number]
/** Clocks of one client: `from` is the first, `to` the one after the last. */
type Range = { readonly from: number; readonly to: number }
/** A struct, or a stretch of a long text, as an update holds it. */
type Piece = Range & { readonly client: number; readonly bytes: Uint8Array }
/** Pieces of one client, one after the other without a hole. */
type Run = { from: number; to: number; readonly pieces: Uint8Array[] }

/** Ids and the parent of a stretch of text. */
const HEAD_BYTES = 300
/** Two numbers. */
const RANGE_BYTES = 12

/**
 * Cuts an update of format V1 into updates of at most `size` bytes that can be taken one after the other: each joins on to
 * those before it (clocks without a hole, parents and neighbours first), and all of them together are the whole. Words that
 * were deleted again are deleted by the part that brings them, so that nobody sees them come back; what was there before is
 * deleted last, when what stands in its place has arrived. Only what cannot be cut - one value in a cell - makes a larger
 * part. An update that joins on to nothing by itself is left whole. Pure.
 */
export function splitUpdate(update: Uint8Array, size: number): readonly Uint8Array[] {
  if (update.byteLength <= size) return [update]
  const { structs, ds } = Y.decodeUpdate(update)
  const ordered = inOrder(structs)
  if (ordered === null) return [update]
  const deletes = new Map([...ds.clients].map(([client, ranges]) => [client, rangesOf(ranges)]))
  const parts: Uint8Array[] = []
  let runs = new Map<number, Run>()
  let bytes = 0
  const flush = () => {
    const within = [...runs].map(([client, run]) => [client, overlap(deletes.get(client), run)] as const)
    if (runs.size > 0) parts.push(encode(runs, within))
    runs = new Map()
    bytes = 0
  }

  const whole = new Map<number, Range>()
  for (const struct of ordered) {
    for (const piece of piecesOf(struct, size)) {
      const { client, from, to } = piece
      const cost = piece.bytes.byteLength + RANGE_BYTES * overlap(deletes.get(client), piece).length
      const isNew = !runs.has(client)
      if (bytes + cost + HEAD_BYTES > size || (isNew && runs.size === SOCKET_LIMITS.clientsPerUpdate)) flush()
      const run = runs.get(client) ?? { from, to, pieces: [] }
      run.pieces.push(piece.bytes)
      run.to = to
      runs.set(client, run)
      bytes += cost + (isNew ? 2 * RANGE_BYTES : 0)
      whole.set(client, { from: whole.get(client)?.from ?? from, to })
    }
  }
  flush()

  const left = [...deletes].flatMap(([client, ranges]) =>
    outside(ranges, whole.get(client)).map((range) => [client, [range]] as const),
  )
  const atOnce = Math.max(1, Math.floor(size / (2 * RANGE_BYTES)))
  for (let i = 0; i < left.length; i += atOnce) parts.push(encode(new Map(), grouped(left.slice(i, i + atOnce))))
  return parts
}

/** Every struct after those it hangs on. Null where that cannot be: something is missing between them. */
function inOrder(structs: readonly Struct[]): readonly Struct[] | null {
  const byClient = new Map<number, Struct[]>()
  for (const struct of structs) {
    if (struct instanceof Y.Skip) return null
    const its = byClient.get(struct.id.client) ?? []
    its.push(struct)
    byClient.set(struct.id.client, its)
  }
  const waiting = [...byClient].map(([client, its]) => ({ client, its, next: 0 }))
  const reached = new Map(waiting.map(({ client, its }) => [client, its[0]?.id.clock ?? 0]))
  const isThere = (id: Y.ID) => id.clock < (reached.get(id.client) ?? Number.POSITIVE_INFINITY)
  const ordered: Struct[] = []
  for (let before = -1; before < ordered.length; ) {
    before = ordered.length
    for (const run of waiting) {
      for (let struct = run.its[run.next]; struct && referencesOf(struct).every(isThere); struct = run.its[run.next]) {
        ordered.push(struct)
        reached.set(run.client, struct.id.clock + struct.length)
        run.next += 1
      }
    }
  }
  return ordered.length === structs.length ? ordered : null
}

function referencesOf(struct: Struct): readonly Y.ID[] {
  if (!(struct instanceof Y.Item)) return []
  // An update read without a document has an id or a root's name where a document has the parent itself.
  const parent = struct.parent as unknown
  return [struct.origin, struct.rightOrigin, parent].filter((id): id is Y.ID => id instanceof Y.ID)
}

/** A struct as one piece; a long text as stretches, each hung on to the one before as Yjs itself splits it. */
function* piecesOf(struct: Struct, size: number): Generator<Piece> {
  const text = struct instanceof Y.Item && struct.content instanceof Y.ContentString ? struct.content.str : ''
  if (text.length * 3 + 2 * HEAD_BYTES <= size) return yield pieceOf(struct, 0, struct.length)
  for (let from = 0; from < text.length; ) {
    const to = from + fitting(text.slice(from, from + size), Math.max(4, size - 2 * HEAD_BYTES))
    yield pieceOf(headOf(struct as Y.Item, text.slice(0, to)), from, to)
    from = to
  }
}

/** How many code units of a text fit into so many bytes; never half of a pair. */
const fitting = (text: string, bytes: number): number => new TextEncoder().encodeInto(text, new Uint8Array(bytes)).read

const headOf = ({ id, origin, rightOrigin, parent, parentSub }: Y.Item, text: string): Y.Item =>
  new Y.Item(id, null, origin, null, rightOrigin, parent, parentSub, new Y.ContentString(text))

function pieceOf(struct: Struct, from: number, to: number): Piece {
  const encoder = new Y.UpdateEncoderV1()
  struct.write(encoder, from)
  const { client, clock } = struct.id
  return { client, from: clock + from, to: clock + to, bytes: encoding.toUint8Array(encoder.restEncoder) }
}

const rangesOf = (deletes: readonly { readonly clock: number; readonly len: number }[]): readonly Range[] =>
  deletes.map(({ clock, len }) => ({ from: clock, to: clock + len })).sort((a, b) => a.from - b.from)

/** What of some ranges, in rising order and apart, lies within one. */
function overlap(ranges: readonly Range[] = [], { from, to }: Range): readonly Range[] {
  let low = 0
  let high = ranges.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((ranges[middle] as Range).to <= from) low = middle + 1
    else high = middle
  }
  const found: Range[] = []
  for (let i = low; i < ranges.length; i++) {
    const range = ranges[i] as Range
    if (range.from >= to) break
    found.push({ from: Math.max(range.from, from), to: Math.min(range.to, to) })
  }
  return found
}

const outside = (ranges: readonly Range[], run: Range | undefined): readonly Range[] =>
  run
    ? [
        ...overlap(ranges, { from: 0, to: run.from }),
        ...overlap(ranges, { from: run.to, to: Number.POSITIVE_INFINITY }),
      ]
    : ranges

type Deletes = readonly (readonly [client: number, ranges: readonly Range[]])[]

function grouped(deletes: Deletes): Deletes {
  const byClient = new Map<number, Range[]>()
  for (const [client, ranges] of deletes) {
    const its = byClient.get(client) ?? []
    its.push(...ranges)
    byClient.set(client, its)
  }
  return [...byClient]
}

function encode(runs: ReadonlyMap<number, Run>, deletes: Deletes): Uint8Array {
  return encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, runs.size)
    // Higher client ids first, as Yjs writes them.
    for (const [client, { from, pieces }] of [...runs].sort(([a], [b]) => b - a)) {
      for (const number of [pieces.length, client, from]) encoding.writeVarUint(encoder, number)
      for (const piece of pieces) encoding.writeUint8Array(encoder, piece)
    }
    const some = deletes.filter(([, ranges]) => ranges.length > 0)
    encoding.writeVarUint(encoder, some.length)
    for (const [client, ranges] of some) {
      for (const number of [client, ranges.length]) encoding.writeVarUint(encoder, number)
      for (const { from, to } of ranges) for (const number of [from, to - from]) encoding.writeVarUint(encoder, number)
    }
  })
}
