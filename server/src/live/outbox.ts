import { encodeAck } from '@withy/shared/protocol'
import type { LiveLimits } from './limits.ts'
import type { Measures } from './measures.ts'
import { parcel } from './parcel.ts'
import type { Seat } from './seat.ts'

export type Outbox = ReturnType<typeof createOutbox>

export type OutboxNeeds = {
  readonly epoch: string
  readonly seats: ReadonlyMap<string, Seat>
  /** Whose presence changed since it was last asked, as one frame; null: nobody's. */
  presence(): Uint8Array | null
  /** Begins a commit of what waits for one, after which `committed` is called; false: nothing waits, or one is under way. */
  commit(): boolean
  readonly measures: Measures
  readonly limits: Pick<LiveLimits, 'shareMs' | 'sharePerSeatMs' | 'presenceMs'>
}

/**
 * What goes out to a room, and when: everything that gathered in one commit, then in one parcel, one write for each who gets it
 * (SPEC SYNC-110). In a quiet room at once. Where changes come so close together that storing and sending each would cost more than
 * all else, they wait for each other: the longer the more people there are, and never so long that it shows. What others wrote
 * stands before the ack.
 */
export function createOutbox({ epoch, seats, presence, commit, measures, limits }: OutboxNeeds) {
  let changes: { readonly writer: Seat; readonly frame: Uint8Array; readonly cameAt: number }[] = []
  let acks = new Map<Seat, number>()
  let durable = 0
  let lastAt = Number.NEGATIVE_INFINITY
  let dueAt = Number.POSITIVE_INFINITY
  let timer: NodeJS.Timeout | undefined
  let soon: NodeJS.Immediate | undefined

  function goBy(at: number) {
    if (at >= dueAt) return
    rest()
    dueAt = at
    const wait = at - performance.now()
    // Not in this turn: what came with it goes with it.
    if (wait > 0) timer = setTimeout(go, wait)
    else soon = setImmediate(go)
  }

  function go() {
    rest()
    if (!commit()) flush()
  }

  function rest() {
    dueAt = Number.POSITIVE_INFINITY
    clearTimeout(timer)
    clearImmediate(soon)
  }

  function flush() {
    const [came, acked] = [changes, acks]
    changes = []
    acks = new Map()
    const moved = presence()
    const rest = moved === null ? [] : [moved]
    const all = [...came.map(({ frame }) => frame), ...rest]
    if (all.length === 0 && acked.size === 0) return
    lastAt = performance.now()
    const [first] = came
    const onlyWriter = came.every(({ writer }) => writer === first?.writer) ? first?.writer : undefined

    const shared = all.length > 0 ? parcel(...all) : null
    for (const seat of seats.values()) if (shared && seat.hasAsked && seat !== onlyWriter) seat.socket.send(shared)
    // Last of all: an ack comes after the words have been sent to everybody (SPEC SYNC-1).
    for (const seat of seats.values()) {
      const count = seat.socket.acks ? acked.get(seat) : undefined
      if (count !== undefined && waitsForAnswer(seat)) {
        acks.set(seat, count)
        continue
      }
      const shown = seat === onlyWriter && seat.hasAsked ? rest : []
      const own = count === undefined ? shown : [...shown, ackOf(count)]
      if (own.length > 0) seat.socket.send(parcel(...own))
    }
    const sentAt = performance.now()
    for (const { cameAt } of came) measures.acked((sentAt - cameAt) / 1_000)
  }

  const ackOf = (count: number) => encodeAck({ count, seq: durable, epoch })

  /** A page takes its first ack for a sign that all of the plan is there. */
  const waitsForAnswer = (seat: Seat) => !seat.hasAsked && seat.answersToCome > 0

  return {
    /** A change that is on disk, for everyone but its writer. `cameAt`: when it reached us. */
    change: (writer: Seat, frame: Uint8Array, cameAt: number) => void changes.push({ writer, frame, cameAt }),
    /** The first `count` frames of a seat are on disk. */
    ack: (seat: Seat, count: number) => void acks.set(seat, count),
    /** A seat's question was answered: the ack that waited for that goes out. */
    answered(seat: Seat) {
      const count = acks.get(seat)
      if (count !== undefined) seat.socket.send(parcel(ackOf(count)))
      acks.delete(seat)
    },
    /** Something waits for a commit. */
    waits: () => goBy(lastAt + Math.min(limits.shareMs, seats.size * limits.sharePerSeatMs)),
    /** A commit is over: what it stored goes out. `seq`: the last stored change. */
    committed(seq: number) {
      durable = seq
      // Who moved goes with it, and what gathered meanwhile says anew that it waits.
      rest()
      flush()
    },
    /** Somebody's place changed: it goes with the next parcel, or by itself soon. */
    moved: () => goBy(performance.now() + limits.presenceMs),
    stop() {
      rest()
      changes = []
      acks = new Map()
    },
  }
}
