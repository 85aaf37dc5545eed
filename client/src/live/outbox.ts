import { FRAME, SOCKET_LIMITS, SYNC, splitUpdate } from '@withy/shared/protocol'
import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'

/** Part `part` of `of` of something large is on its way (the first is 1). */
export type Sending = { readonly part: number; readonly of: number }

/** The frames with changes of one socket, on their way in their order. */
export type Outbox = {
  /** Sends a frame `[0,1]` or `[0,2]`, now or after what waits, with `before` right before it. @returns the number of its last part on this socket, from 1 */
  put(frame: Uint8Array<ArrayBuffer>, before?: Uint8Array<ArrayBuffer>): number
  /** Sends a frame that is not counted, in its turn. */
  say(frame: Uint8Array<ArrayBuffer>): void
  /** Something waits: what must not overtake it has to be put too. */
  isBusy(): boolean
  /** The first `count` frames are on disk. */
  acked(count: number): void
  /** What of something large is on its way, or null. The same object until it changes. */
  sending(): Sending | null
  /** The socket is gone: nothing is sent any more. */
  stop(): void
}

type OutboxNeeds = {
  readonly send: (frame: Uint8Array<ArrayBuffer>) => void
  /** The server tells what is on disk. Without acks parts follow each other at once. */
  readonly acks: () => boolean
  readonly now?: () => number
}

type Waiting = {
  readonly frame: Uint8Array<ArrayBuffer>
  readonly isPart: boolean
  readonly isCounted: boolean
}

/** Small enough to get through between two breaks of a slow connection, and to show that it moves. */
export const PART_BYTES = SOCKET_LIMITS.updateBytes / 4
/** Parts of one socket that go as fast as they are acked; from then on no faster than the server allows, with room for typing. */
const PARTS_AT_ONCE = SOCKET_LIMITS.bytesAtOnce / 2 / PART_BYTES
const MS_A_PART = (PART_BYTES / SOCKET_LIMITS.bytesPerSecond) * 2_000

/**
 * What is small goes at once. What is larger than a part is cut (SPEC SYNC-80), and each part waits for the ack of the one
 * before: the server is never flooded, and where the connection breaks, what is acked need not be sent again. What is typed
 * meanwhile waits in its place, or the server would meet a gap.
 */
export function createOutbox({ send, acks, now = Date.now }: OutboxNeeds): Outbox {
  let waiting: Waiting[] = []
  let sent = 0
  /** The frame number of the part that waits for its ack. */
  let underWay: number | null = null
  let parts = { sent: 0, of: 0 }
  let sending: Sending | null = null
  /** When the parts sent so far would all have gone, had they gone at the pace of the server. */
  let paidAt = 0
  let timer: ReturnType<typeof setTimeout> | undefined

  const isBusy = () => underWay !== null || waiting.length > 0

  function go(): void {
    clearTimeout(timer)
    for (let next = waiting[0]; next && underWay === null; next = waiting[0]) {
      const at = now()
      const due = next.isPart ? Math.max(paidAt, at) - PARTS_AT_ONCE * MS_A_PART : at
      if (due > at) {
        timer = setTimeout(go, due - at)
        return
      }
      send(next.frame)
      waiting.shift()
      if (next.isCounted) sent += 1
      if (!next.isPart) continue
      paidAt = Math.max(paidAt, at) + MS_A_PART
      parts = { ...parts, sent: parts.sent + 1 }
      sending = { part: parts.sent, of: parts.of }
      if (acks()) underWay = sent
    }
    if (isBusy()) return
    parts = { sent: 0, of: 0 }
    sending = null
  }

  const add = (frame: Uint8Array<ArrayBuffer>, isPart: boolean, isCounted: boolean) =>
    void waiting.push({ frame, isPart, isCounted })

  return {
    put(frame, before) {
      const frames = partsOf(frame)
      const isPart = frames.length > 1
      if (isPart) parts = { ...parts, of: parts.of + frames.length }
      if (before) add(before, false, false)
      for (const part of frames) add(part, isPart, true)
      const last = sent + waiting.filter(({ isCounted }) => isCounted).length
      go()
      return last
    },
    say(frame) {
      add(frame, false, false)
      go()
    },
    isBusy,
    acked(count) {
      if (underWay === null || count < underWay) return
      underWay = null
      go()
    },
    sending: () => sending,
    stop() {
      clearTimeout(timer)
      waiting = []
      underWay = null
      sending = null
    },
  }
}

/** A sync frame as frames of a part each: the first of the kind it was, the others updates. */
function partsOf(frame: Uint8Array<ArrayBuffer>): readonly Uint8Array<ArrayBuffer>[] {
  if (frame.byteLength <= PART_BYTES) return [frame]
  const decoder = decoding.createDecoder(frame)
  decoding.readVarUint(decoder)
  const kind = decoding.readVarUint(decoder)
  const updates = splitUpdate(decoding.readVarUint8Array(decoder), PART_BYTES - 16)
  if (updates.length === 1) return [frame]
  return updates.map((update, i) => syncFrame(i === 0 ? kind : SYNC.update, update))
}

const syncFrame = (kind: number, update: Uint8Array): Uint8Array<ArrayBuffer> =>
  encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, FRAME.sync)
    encoding.writeVarUint(encoder, kind)
    encoding.writeVarUint8Array(encoder, update)
  }) as Uint8Array<ArrayBuffer>
