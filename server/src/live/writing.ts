import { CLOSE, type CloseCode, encodeAck } from '@withy/shared/protocol'
import * as Y from 'yjs'
import type { LogBatch } from '../storage/storage.ts'
import { syncFrame } from './frames-in.ts'
import { gate, type Verdict } from './gate.ts'
import { createKeep } from './keep.ts'
import { createKnown } from './known.ts'
import type { LiveLimits } from './limits.ts'
import { isWhole, type PlanOnDisk, withinTime } from './plan-on-disk.ts'
import type { Seat } from './seat.ts'

export type WritingNeeds = {
  readonly onDisk: PlanOnDisk
  append(batch: LogBatch): Promise<void>
  readonly limits: LiveLimits
  now(): number
  /** Sends a change that is on disk to everyone but its writer. */
  showOthers(writer: Seat, frame: Uint8Array): void
  refuse(seat: Seat, code: CloseCode, why: string): void
  /** A commit failed or its outcome is not known: nothing more will be stored, shown or acked. */
  failed(problem: unknown): void
}

export type Writing = ReturnType<typeof createWriting>

/**
 * The way of a change through a room: gate → commit → document → everyone else → ack, in that order and no other (SPEC SYNC-1).
 * The document holds only what is on disk, and nothing listens to it: an exception in a Yjs listener wedges it for good.
 */
export function createWriting(needs: WritingNeeds) {
  const { onDisk, limits, showOthers, refuse } = needs
  const { doc, epoch } = onDisk
  const known = createKnown(doc, onDisk.kind, onDisk.clients)
  const acks = new Map<Seat, number>()
  let durable = onDisk.seq

  const keep = createKeep({
    append: (batch) => withinTime(needs.append(batch), limits.commitMs),
    seq: onDisk.seq,
    committed: sendAcks,
    settled: () => known.settled(),
    failed: needs.failed,
  })

  function sendAcks() {
    for (const [{ socket }, count] of acks) if (socket.acks) socket.send(encodeAck({ count, seq: durable, epoch }))
    acks.clear()
  }

  function take(seat: Seat, is: 'answer' | 'update', bytes: Uint8Array) {
    seat.received += 1
    const count = seat.received
    if (is === 'update' && seat.held.length > 0) return hold(seat, bytes)
    const verdict = letIn(seat, bytes, count)
    // A client that was away may send what it types now before it has answered our question about what it typed then.
    if (verdict.is === 'gap' && is === 'update' && !seat.hasAnswered) return hold(seat, bytes)
    if (verdict.is === 'gap') return refuse(seat, CLOSE.badMessage, 'gap')
    if (is === 'update' || verdict.is === 'refused') return
    seat.hasAnswered = true
    for (const held of seat.held.splice(0)) {
      const later = letIn(seat, held, count)
      if (later.is === 'refused') return
      if (later.is === 'gap') return refuse(seat, CLOSE.badMessage, 'gap')
    }
  }

  /** Holds back a change and all after it until the answer comes. None of them is acked before. */
  function hold(seat: Seat, bytes: Uint8Array) {
    const size = seat.held.reduce((sum, { byteLength }) => sum + byteLength, bytes.byteLength)
    if (size > limits.heldBytes) return refuse(seat, CLOSE.badMessage, 'gap')
    seat.held.push(bytes)
  }

  /** Asks the gate, and puts what it lets in on its way to disk. `count`: which of the socket's frames it is, for the ack. */
  function letIn(seat: Seat, update: Uint8Array, count: number): Verdict {
    const { person, id } = seat.socket
    const verdict = gate(update, { person, role: seat.role }, known, limits)
    if (verdict.is === 'refused') refuse(seat, verdict.code, verdict.why)
    if (verdict.is === 'nothing-new') keep.put({ kept: () => void acks.set(seat, count) })
    if (verdict.is !== 'new') return verdict

    const { bytes, claims, news } = verdict
    seat.claims += claims.length
    if (seat.claims > limits.claimsPerSocket) {
      refuse(seat, CLOSE.tooMuch, 'claims')
      return { is: 'refused', code: CLOSE.tooMuch, why: 'too-large' }
    }
    known.add(news, claims, person)
    keep.put({
      claims: claims.map((client) => ({ client, person })),
      change: { person, connection: id, at: needs.now(), bytes },
      kept(seq) {
        Y.applyUpdate(doc, bytes)
        if (!isWhole(doc)) throw new Error('a stored change joins on to nothing')
        durable = seq
        showOthers(seat, syncFrame('update', bytes))
        acks.set(seat, count)
      },
    })
    return verdict
  }

  return {
    doc,
    take,
    ownerOf: known.ownerOf,

    /** Makes a client id the seat's person's, on disk. `then` runs when it is. */
    claim(seat: Seat, client: number, then: () => void) {
      const { person } = seat.socket
      known.claim(client, person)
      keep.put({ claims: [{ client, person }], kept: then })
    },
    /** Runs something once all that came before it is on disk. */
    after: (then: () => void) => (keep.isIdle() ? then() : keep.put({ kept: then })),
    isIdle: keep.isIdle,
    drained: keep.drained,
  }
}
