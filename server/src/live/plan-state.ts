import { setTimeout as sleep } from 'node:timers/promises'
import * as Y from 'yjs'
import { documentOf, NotOnePlan } from '../one-document.ts'
import type { Moved } from '../storage/authors.ts'
import type { Folded, Snapshot } from '../storage/update-log.ts'
import { createAnswers, type Difference } from './answers.ts'
import { AS_STORED, decodeUpdate } from './decode.ts'
import { createDeleted } from './deleted.ts'
import { readFrame, syncFrame } from './frames-in.ts'
import type { LiveLimits } from './limits.ts'
import { type Parcel, parcel } from './parcel.ts'
import type { Change, FoldAll } from './plan-on-disk.ts'
import { type Range, type RangesByClient, without } from './ranges.ts'
import type { Unfit } from './unfit.ts'

export type PlanStateNeeds = {
  /** The plan as it was loaded: its snapshot, the last change in that, and the changes after it. */
  readonly base: Folded
  readonly baseSeq: number
  readonly tail: readonly Change[]
  readonly limits: Pick<LiveLimits, 'tailChanges' | 'lookMs'>
  /** Makes one update of several, off the loop. */
  readonly fold: FoldAll
  readonly difference: Difference
  /** All up to a change is one update now: a snapshot that can be kept. */
  folded(snapshot: Snapshot, moved: readonly Moved[]): void
  /** It holds what no plan can hold. */
  unfit(why: Unfit): void
  /** Folding went wrong; the changes stay as they are. */
  notFolded(problem: unknown): void
}

export type PlanState = ReturnType<typeof createPlanState>

/** So many bytes of changes after the snapshot are folded into it. */
const TAIL_BYTES = 64 * 1024

/**
 * What an open plan holds on disk, as bytes: a snapshot and the changes after it, the clock of each client and what is deleted.
 * No document: a live one takes ten times the memory, and reading a change into it costs more than all else on its way
 * (SPEC STORE-6). One is made only where somebody needs one.
 */
export function createPlanState(needs: PlanStateNeeds) {
  // Taken apart here: a function that kept hold of `needs` would keep the bytes it was loaded with a second time.
  const { fold, difference, folded, notFolded, unfit: tellUnfit } = needs
  const { tailChanges, lookMs } = needs.limits
  const clocks = Y.decodeStateVector(needs.base.vector)
  let deleted = createDeleted(decodeUpdate(needs.base.deletes, AS_STORED)?.deletes)
  /** Found when it was last folded. */
  let marks: RangesByClient = new Map()
  let whole = syncFrame('step2', needs.base.bytes)
  let base = updateIn(whole)
  let toOneWith = createAnswers({ ...needs.base, bytes: base }, difference)
  let last = needs.baseSeq
  let tail: { readonly frame: Uint8Array }[] = []
  let tailBytes = 0
  let foldAt = tailChanges
  let folding: Promise<void> | null = null
  let looking: Promise<void> | null = null
  let lookedAt = Number.NEGATIVE_INFINITY
  /** The answer to who has nothing: made once, for a whole hall. */
  let all: Parcel | null = null

  const parts = () => [base, ...tail.map(({ frame }) => updateIn(frame))]

  /** Where it goes wrong the changes stay as they are. */
  function foldSoon() {
    if (folding) return
    foldTail().catch(notFolded)
  }

  /** One at a time. Rejects where the thread has died. */
  function foldTail(): Promise<void> {
    folding = foldAll().finally(() => {
      folding = null
      // So many came meanwhile.
      if (tail.length >= foldAt) foldSoon()
    })
    return folding
  }

  async function foldAll() {
    const count = tail.length
    const upTo = last
    try {
      const { unfit, marks: found, moved, ...made } = await fold(parts())
      if (unfit) return fence(unfit)
      whole = syncFrame('step2', made.bytes)
      base = updateIn(whole)
      toOneWith = createAnswers({ ...made, bytes: base }, difference)
      tail = tail.slice(count)
      tailBytes = tail.reduce((sum, { frame }) => sum + frame.byteLength, 0)
      foldAt = tailChanges
      all = null
      marks = found
      // With what Yjs deleted by itself, because it stood in something deleted.
      deleted = createDeleted(decodeUpdate(made.deletes, AS_STORED)?.deletes)
      for (const { frame } of tail) addDeletes(decodeUpdate(updateIn(frame), AS_STORED)?.deletes ?? new Map())
      if (count > 0) folded({ seq: upTo, ...made }, moved)
    } catch (problem) {
      foldAt = tail.length + tailChanges
      if (!(problem instanceof NotOnePlan)) throw problem
      fence('not-one-plan')
    }
  }

  /** Once: folding it again would find the same. */
  function fence(why: Unfit) {
    foldAt = Number.POSITIVE_INFINITY
    tellUnfit(why)
  }

  function addDeletes(deletes: RangesByClient) {
    for (const [client, ranges] of deletes) deleted.add(client, ranges)
  }

  /**
   * Folds what is there now, however little, for those who need to know what can only be seen in a document: together, and not too
   * often. Rejects where the thread has died.
   */
  function look(): Promise<void> {
    looking ??= lookOnce()
    return looking
  }

  async function lookOnce() {
    await sleep(Math.max(0, lookedAt + lookMs - performance.now()), undefined, { ref: false })
    while (folding) await folding.catch(() => undefined)
    // Who asks from here on may know of changes that come after this.
    looking = null
    lookedAt = performance.now()
    await foldTail()
  }

  function answer(vector: Uint8Array): Parcel | Promise<() => Parcel> {
    if (vector.byteLength === 1 && vector[0] === 0) return everything()
    const missing = toOneWith(vector)
    return missing instanceof Promise ? answerLater(missing) : withTail(missing)
  }

  async function answerLater(missing: Promise<Uint8Array | null>): Promise<() => Parcel> {
    const askedOf = toOneWith
    const frame = await missing
    // Folded meanwhile: what came between that snapshot and this one is by itself no more.
    return () => (frame && askedOf === toOneWith ? withTail(frame) : everything())
  }

  function everything(): Parcel {
    all ??= withTail(whole)
    return all
  }

  const withTail = (frame: Uint8Array): Parcel => parcel(frame, ...tail.map((one) => one.frame))

  const copy = (): Y.Doc => documentOf(parts())

  function add({ bytes, news: { runs, deletes } }: Change): Uint8Array {
    for (const { client, to } of runs) clocks.set(client, to)
    addDeletes(deletes)
    const frame = syncFrame('update', bytes)
    last += 1
    tail.push({ frame })
    tailBytes += frame.byteLength
    all = null
    const isLong = tailBytes > Math.max(TAIL_BYTES, base.byteLength / 8) && foldAt === tailChanges
    if (isLong || tail.length >= foldAt) foldSoon()
    return frame
  }

  for (const change of needs.tail) add(change)

  return {
    /** The next clock of a client; 0 for one never heard of. */
    clockOf: (client: number) => clocks.get(client) ?? 0,
    undeleted: (client: number, ranges: readonly Range[]) => deleted.without(client, ranges),
    isDeleted: (client: number, clock: number) => deleted.has(client, clock),
    /** Whether deleting some ranges takes away no word, as far as was seen when it was last folded. */
    isTidying: (deletes: RangesByClient) =>
      [...deletes].every(
        ([client, ranges]) => without(deleted.without(client, ranges), marks.get(client) ?? []).length === 0,
      ),
    look,
    /** How many deleted stretches there are. */
    ranges: () => deleted.count,
    /** Bytes of the whole plan. Reads all of it: a tenth of a second for a large one. */
    measure: () => Y.encodeStateAsUpdate(copy()).byteLength,
    /** Takes in the next change that is on disk. @returns it as a frame for everyone else */
    add,
    /**
     * What somebody with these clocks has not got: of the snapshot, and the changes since; at least that. Where it comes later it
     * is made when it is called, in the turn in which it is sent: what is stored in between is in it. Throws where they are no clocks.
     */
    answer,
    vector: (): Uint8Array => Y.encodeStateVector(clocks),
    /** The last change in it. */
    seq: () => last,
    /** Bytes of its snapshot and of the changes since. */
    stored: () => base.byteLength + tailBytes,
    /** Bytes of the changes since. */
    unfolded: () => tailBytes,
    /** All of it as updates, in order. */
    parts,
    /** A document of its own with all of it. */
    copy,
  }
}

/** The update a frame of ours ends with: a view of its bytes, not a copy. */
function updateIn(frame: Uint8Array): Uint8Array {
  const read = readFrame(frame)
  if (read?.is !== 'answer' && read?.is !== 'update') throw new Error('not a frame of ours')
  return read.bytes
}
