import { can } from '@withy/shared/access'
import { CLOSE, type CloseCode } from '@withy/shared/protocol'
import type { LogBatch } from '../storage/update-log.ts'
import { createAuthorship } from './authorship.ts'
import { gate } from './gate.ts'
import { createKeep } from './keep.ts'
import { createKnown } from './known.ts'
import type { LiveLimits } from './limits.ts'
import type { Outbox } from './outbox.ts'
import { type PlanFacts, withinTime } from './plan-on-disk.ts'
import { createPlanSize } from './plan-size.ts'
import type { PlanState } from './plan-state.ts'
import type { Seat } from './seat.ts'

export type WritingNeeds = {
  readonly onDisk: PlanFacts
  readonly state: PlanState
  append(batch: LogBatch): Promise<void>
  /** Whether a person may make so many more client ids theirs. */
  mayClaim(person: string, count: number): boolean
  readonly limits: LiveLimits
  now(): number
  readonly outbox: Outbox
  refuse(seat: Seat, code: CloseCode, why: string): void
  /** A commit failed or its outcome is not known: nothing more will be stored, shown or acked. */
  failed(problem: unknown): void
}

/**
 * The way of a change through a room: gate → commit → state → everyone else → ack, in that order and no other (SPEC SYNC-1).
 * The state holds only what is on disk.
 */
export function createWriting(needs: WritingNeeds) {
  const { onDisk, state, limits, outbox, refuse } = needs
  const known = createKnown(state, onDisk.kind, onDisk.clients)
  const size = createPlanSize({ state, limits, now: needs.now })
  const authored = createAuthorship()

  const keep = createKeep({
    append: ({ claims, entries }) =>
      withinTime(needs.append({ claims, entries, authored: authored(entries) }), limits.commitMs),
    seq: onDisk.seq,
    waits: outbox.waits,
    starting: known.starting,
    committed() {
      known.committed()
      outbox.committed(state.seq())
    },
    failed: needs.failed,
  })

  function take(seat: Seat, is: 'answer' | 'update', bytes: Uint8Array) {
    seat.received += 1
    if (seat.unclear.length > 0) return lookUp(seat, bytes)
    if (is === 'update' && seat.held.length > 0) return hold(seat, bytes)
    const came = letIn(seat, bytes, seat.saidFor)
    // A client that was away may send what it types now before it has answered our question about what it typed then.
    if (came === 'gap' && is === 'update' && !seat.hasAnswered) return hold(seat, bytes)
    if (came === 'gap') return refuse(seat, CLOSE.badMessage, 'gap')
    if (came === 'unclear') return lookUp(seat, bytes)
    if (came === 'refused' || is === 'update') return
    seat.hasAnswered = true
    for (const held of seat.held.splice(0)) {
      const later = letIn(seat, held.bytes, held.saidFor)
      if (later === 'gap') refuse(seat, CLOSE.badMessage, 'gap')
      if (later !== 'in') return
    }
  }

  /** Holds back a change and all after it until the answer comes. None of them is acked before. */
  function hold(seat: Seat, bytes: Uint8Array) {
    const size = seat.held.reduce((sum, held) => sum + held.bytes.byteLength, bytes.byteLength)
    if (size > limits.heldBytes) return refuse(seat, CLOSE.badMessage, 'gap')
    seat.held.push({ bytes, saidFor: seat.saidFor })
  }

  /**
   * A reader's copy has tidied marks, as Yjs does by itself, or they try to take out words. Only a document tells, and it is made off the
   * loop: what else they send waits for that, or an ack of it would cover this too.
   */
  function lookUp(seat: Seat, bytes: Uint8Array) {
    const size = seat.unclear.reduce((sum, one) => sum + one.byteLength, bytes.byteLength)
    if (size > limits.heldBytes) return refuse(seat, CLOSE.role, 'role')
    seat.unclear.push(bytes)
    if (seat.unclear.length > 1) return
    state.look().then(
      () => {
        const [first = bytes, ...later] = seat.unclear.splice(0)
        if (letIn(seat, first, null) === 'unclear') return refuse(seat, CLOSE.role, 'role')
        // These may know of changes that came after the document was made.
        for (const one of later) if (seat.unclear.length > 0 || letIn(seat, one, null) === 'unclear') lookUp(seat, one)
      },
      () => refuse(seat, CLOSE.tryLater, 'not-looked-up'),
    )
  }

  /** Asks the gate, and puts what it lets in on its way to disk; the ack then covers all the socket has sent so far. */
  function letIn(seat: Seat, update: Uint8Array, saidFor: string | null): 'in' | 'gap' | 'unclear' | 'refused' {
    const { person, id } = seat.socket
    const count = seat.received
    const cameAt = performance.now()
    const verdict = gate(update, { person, role: seat.role }, known, limits)
    if (verdict.is === 'gap' || verdict.is === 'unclear') return verdict.is
    if (verdict.is === 'nothing-new') {
      keep.put({
        kept() {
          if (seat.unclear.length === 0) outbox.ack(seat, count)
        },
      })
      return 'in'
    }
    if (verdict.is === 'refused') {
      refuse(seat, verdict.code, verdict.why)
      return 'refused'
    }
    const { bytes, claims, news } = verdict
    if (!size.hasRoomFor(bytes, news)) {
      refuse(seat, CLOSE.tooLarge, 'plan-full')
      return 'refused'
    }
    if (!mayClaim(seat, claims.length)) return 'refused'
    const claimed = claims.map((client) => ({ client, person: seat.writers.get(client)?.person ?? person }))
    known.add(news, claimed)
    const arrived = size.add(bytes, news)
    keep.put({
      claims: claimed,
      change: { person, connection: id, at: needs.now(), bytes, news, saidFor, writers: seat.writers },
      kept() {
        outbox.change(seat, state.add({ bytes, news }), cameAt)
        arrived()
        outbox.ack(seat, count)
      },
    })
    return 'in'
  }

  function mayClaim(seat: Seat, count: number): boolean {
    if (count === 0 || needs.mayClaim(seat.socket.person, count)) return true
    refuse(seat, CLOSE.tooMuch, 'claims')
    return false
  }

  /** Runs something once all that came before it is on disk. */
  const after = (then: () => void) => (keep.isIdle() ? then() : keep.put({ kept: then }))

  return {
    take,
    ownerOf: known.ownerOf,
    after,

    /**
     * Makes a client id the seat's person's, unless it is already: on disk, or while the room is open for those who only
     * read, since nothing of theirs is ever stored. `then` runs when it is.
     */
    claim(seat: Seat, client: number, then: () => void) {
      const { person } = seat.socket
      const isWriter = can(seat.role, 'write')
      if (known.isBound(client) || (!isWriter && known.ownerOf(client) === person)) return after(then)
      if (!mayClaim(seat, 1)) return
      if (!isWriter) {
        known.lend(client, person)
        return after(then)
      }
      known.claim(client, person)
      keep.put({ claims: [{ client, person }], kept: then })
    },
    commit: keep.commit,
    stop: keep.stop,
    isIdle: keep.isIdle,
    waiting: keep.waiting,
    drained: keep.drained,
  }
}
