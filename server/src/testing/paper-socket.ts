import { type Ack, FRAME, readAck, SYNC } from '@withy/shared/protocol'
import * as decoding from 'lib0/decoding'
import * as Y from 'yjs'
import type { FrameIn } from '../live/frames-in.ts'
import type { LiveRooms, Place } from '../live/live.ts'
import type { Parcel } from '../live/parcel.ts'
import type { Socket } from '../live/seat.ts'

let made = 0

/** A client without a wire: a document whose changes go straight into a room, and what the room says straight back. */
export function paperSocket(live: LiveRooms, plan: string, person: string, doc = new Y.Doc()) {
  const acks: Ack[] = []
  const heard: Uint8Array[] = []
  let place: Place | null = null
  let closed: { code: number; why: string } | null = null
  let sent = 0
  let isSynced = false

  const say = (frame: FrameIn) => {
    if (closed || !place) return
    if (frame.is === 'answer' || frame.is === 'update') sent += 1
    place.receive(frame)
  }
  const tell = (update: Uint8Array, origin: unknown) => {
    if (origin !== socket) say({ is: 'update', bytes: update })
  }
  const take = ({ frames }: Parcel) => {
    heard.push(...frames)
    // As on a wire: never in the turn in which it was said.
    queueMicrotask(() => frames.forEach(hear))
  }
  const socket: Socket = {
    id: `paper-${++made}`,
    person,
    session: `session of ${person}`,
    acks: true,
    send: take,
    answer: take,
    close(code, why) {
      closed ??= { code, why }
      doc.off('update', tell)
      // As on a wire: the other side learns of it later, and then leaves.
      queueMicrotask(() => place?.leave())
    },
  }
  let asked: Uint8Array | null = null
  let isHolding = false

  function answer(vector: Uint8Array) {
    if (isHolding) return
    if (place) say({ is: 'answer', bytes: Y.encodeStateAsUpdate(doc, vector) })
    else asked = vector
  }

  function hear(frame: Uint8Array) {
    if (closed) return
    const decoder = decoding.createDecoder(frame)
    const type = decoding.readVarUint(decoder)
    if (type === FRAME.ack) acks.push(readAck(decoder))
    if (type !== FRAME.sync) return
    const kind = decoding.readVarUint(decoder)
    const bytes = decoding.readVarUint8Array(decoder)
    if (kind === SYNC.step1) return answer(bytes)
    Y.applyUpdate(doc, bytes, socket)
    if (kind === SYNC.step2) isSynced = true
  }

  return {
    doc,
    acks,
    heard,
    closed: () => closed,
    isSynced: () => isSynced,
    allSaved: () => acks.at(-1)?.count === sent,
    say,
    /** From here on the room's question goes unanswered: the test answers it. */
    holdAnswer() {
      isHolding = true
    },
    async enter() {
      place = await live.enter(plan, socket, undefined)
      if (closed) return place?.leave()
      doc.on('update', tell)
      say({ is: 'question', vector: Y.encodeStateVector(doc) })
      if (asked) answer(asked)
    },
    leave() {
      socket.close(1001, 'left')
      place?.leave()
    },
  }
}
