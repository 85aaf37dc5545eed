import { ACK_SUBPROTOCOL, encodeAck, encodeRoomFrame, FRAME, SYNC } from '@withy/shared/protocol'
import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import { Awareness, applyAwarenessUpdate, encodeAwarenessUpdate, removeAwarenessStates } from 'y-protocols/awareness'
import { writeSyncStep1, writeSyncStep2, writeUpdate } from 'y-protocols/sync'
import * as Y from 'yjs'

/** A server of one plan in memory, for tests of this room: it speaks the wire protocol and can hold back what it owes. */
export type Peer = {
  readonly doc: Y.Doc
  /** Give this to `openLivePlan` as its `Socket`. */
  readonly Socket: typeof WebSocket
  /** Frames with changes received on each socket, by the numbers acks use. */
  readonly received: readonly number[][]
  readonly addresses: readonly string[]
  /** All frames about words, of every socket, in the order they came: `step2`, `update`, `for <person>`. */
  readonly order: string[]
  /** How many sockets are open now. */
  connected(): number
  acks: 'at once' | 'held' | 'never offered'
  /** Changes after the snapshot: they follow the answer to who opens the plan, each by itself, as the real server sends them. */
  tail: readonly Uint8Array[]
  /** Takes no new sockets while false. */
  up: boolean
  /** Sends the acks that were held. */
  ackNow(): void
  closeAll(code: number): void
  /** The sockets there are now look open on the page and carry nothing any more, in either direction. */
  halfOpen(): void
  say(message: unknown): void
  /** Asks every client for what it has, as the real server does now and then. */
  askAll(): void
  /** Puts somebody on the plan, with the identity the server stamps. */
  present(client: number, state: object | null): void
}

export function createPeer(): Peer {
  const doc = new Y.Doc()
  const awareness = new Awareness(doc)
  awareness.setLocalState(null)
  const open = new Set<FakeSocket>()
  const received: number[][] = []
  const addresses: string[] = []
  const order: string[] = []
  const others = new Map<number, Y.Doc>()
  let presented = 0

  class FakeSocket {
    static readonly OPEN = 1
    readonly OPEN = 1
    readyState = 0
    protocol = ''
    binaryType = 'arraybuffer'
    onopen: (() => void) | null = null
    onmessage: ((event: { data: Uint8Array }) => void) | null = null
    onclose: ((event: { code: number; reason: string }) => void) | null = null
    onerror: (() => void) | null = null
    count = 0
    owed = 0
    readonly frames: number[] = []

    constructor(address: string, protocols: string[]) {
      addresses.push(address)
      queueMicrotask(() => {
        if (this.readyState !== 0) return
        if (!peer.up) return this.shut(1006)
        this.readyState = 1
        this.protocol = peer.acks === 'never offered' ? '' : (protocols[0] ?? '')
        received.push(this.frames)
        open.add(this)
        this.onopen?.()
        this.tell((encoder) => writeSyncStep1(encoder, doc))
        this.sendStates([...awareness.getStates().keys()])
      })
    }

    /** From the client. */
    send(data: Uint8Array) {
      if (!open.has(this)) return
      const decoder = decoding.createDecoder(data)
      const kind = decoding.readVarUint(decoder)
      if (kind === FRAME.awareness) applyAwarenessUpdate(awareness, decoding.readVarUint8Array(decoder), this)
      if (kind === FRAME.typeFor) order.push(`for ${decoding.readVarString(decoder)}`)
      if (kind !== FRAME.sync) return
      const step = decoding.readVarUint(decoder)
      const payload = decoding.readVarUint8Array(decoder)
      if (step === SYNC.step1) return this.answer(payload)
      order.push(step === SYNC.step2 ? 'step2' : 'update')
      this.count += 1
      this.frames.push(step)
      Y.applyUpdate(doc, payload, this)
      this.owed = this.count
      if (peer.acks === 'at once') this.ack()
    }

    answer(vector: Uint8Array) {
      this.tell((encoder) => writeSyncStep2(encoder, doc, vector))
      for (const update of peer.tail) this.tell((encoder) => writeUpdate(encoder, update))
      this.sendStates([...awareness.getStates().keys()])
    }

    ack() {
      if (this.protocol === ACK_SUBPROTOCOL && this.owed > 0)
        this.deliver(encodeAck({ count: this.owed, seq: 1, epoch: 'e1' }))
    }

    tell(write: (encoder: encoding.Encoder) => void) {
      const encoder = encoding.createEncoder()
      encoding.writeVarUint(encoder, FRAME.sync)
      write(encoder)
      this.deliver(encoding.toUint8Array(encoder))
    }

    sendStates(clients: number[]) {
      const encoder = encoding.createEncoder()
      encoding.writeVarUint(encoder, FRAME.awareness)
      encoding.writeVarUint8Array(encoder, encodeAwarenessUpdate(awareness, clients))
      this.deliver(encoding.toUint8Array(encoder))
    }

    deliver(data: Uint8Array) {
      queueMicrotask(() => open.has(this) && this.onmessage?.({ data }))
    }

    shut(code: number) {
      this.readyState = 3
      open.delete(this)
      this.onclose?.({ code, reason: '' })
    }

    close() {
      this.readyState = 3
      open.delete(this)
    }
  }

  doc.on('update', (update: Uint8Array, origin: unknown) => {
    for (const socket of open) if (socket !== origin) socket.tell((encoder) => writeUpdate(encoder, update))
  })

  const peer: Peer = {
    doc,
    Socket: FakeSocket as unknown as typeof WebSocket,
    received,
    addresses,
    order,
    connected: () => open.size,
    acks: 'at once',
    tail: [],
    up: true,
    ackNow: () => open.forEach((socket) => void socket.ack()),
    closeAll: (code) => [...open].forEach((socket) => void socket.shut(code)),
    halfOpen: () => open.clear(),
    say: (message) => open.forEach((socket) => void socket.deliver(encodeRoomFrame(message))),
    askAll: () => open.forEach((socket) => void socket.tell((encoder) => writeSyncStep1(encoder, doc))),
    present(client, state) {
      if (state === null) removeAwarenessStates(awareness, [client], null)
      else {
        const other = others.get(client) ?? new Y.Doc()
        others.set(client, other)
        other.clientID = client
        const theirs = new Awareness(other)
        theirs.setLocalState(state as Record<string, unknown>)
        // Newer than the one before: else pages pass it over.
        presented += 1
        theirs.meta.set(client, { clock: presented, lastUpdated: Date.now() })
        awareness.meta.delete(client)
        applyAwarenessUpdate(awareness, encodeAwarenessUpdate(theirs, [client]), null)
        theirs.destroy()
      }
      for (const socket of open) socket.sendStates([client])
    },
  }
  return peer
}
