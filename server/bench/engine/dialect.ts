import { FRAME, SYNC } from '@withy/shared/protocol'
import * as encoding from 'lib0/encoding'

/** How a server speaks: y-websocket's protocol as it is, or Hocuspocus's, which names the plan before each frame. */
export type Dialect = {
  /** Bytes before each frame. */
  prefix(plan: string): Uint8Array
  /** Frames to send before all others, without the prefix. */
  readonly hello: readonly Uint8Array[]
  /** Whether the server tells how many changes of a socket are on disk. */
  readonly acks: boolean
}

const NOTHING = new Uint8Array()
/** An auth frame with a token, which Hocuspocus waits for also where any token will do. */
const HOCUSPOCUS_TOKEN = Uint8Array.of(2, 0, 1, 't'.charCodeAt(0))
/** How Hocuspocus marks a sync frame that asks for no further one. */
export const HOCUSPOCUS_SYNC_REPLY = 4

export const WITHY: Dialect = { prefix: () => NOTHING, hello: [], acks: true }
export const Y_WEBSOCKET: Dialect = { prefix: () => NOTHING, hello: [], acks: false }
export const HOCUSPOCUS: Dialect = {
  prefix(plan) {
    const encoder = encoding.createEncoder()
    encoding.writeVarString(encoder, plan)
    return encoding.toUint8Array(encoder)
  },
  hello: [HOCUSPOCUS_TOKEN],
  acks: false,
}

/** A sync frame after a prefix. */
export function syncFrame(prefix: Uint8Array, kind: keyof typeof SYNC, bytes: Uint8Array): Uint8Array {
  const encoder = encoding.createEncoder()
  encoding.writeUint8Array(encoder, prefix)
  encoding.writeVarUint(encoder, FRAME.sync)
  encoding.writeVarUint(encoder, SYNC[kind])
  encoding.writeVarUint8Array(encoder, bytes)
  return encoding.toUint8Array(encoder)
}

/** Where one person's caret is, as a presence frame after a prefix. `clock`: one more each time. */
export function caretFrame(prefix: Uint8Array, client: number, clock: number): Uint8Array {
  const anchor = `AQ${(client * 4_096 + (clock % 4_096)).toString(36).padStart(12, 'A')}`
  const state = { section: 'place', box: 'place.where', caret: { box: 'place.where', anchor, head: anchor } }
  const update = encoding.createEncoder()
  encoding.writeVarUint(update, 1)
  encoding.writeVarUint(update, client)
  encoding.writeVarUint(update, clock)
  encoding.writeVarString(update, JSON.stringify(state))
  const encoder = encoding.createEncoder()
  encoding.writeUint8Array(encoder, prefix)
  encoding.writeVarUint(encoder, FRAME.awareness)
  encoding.writeVarUint8Array(encoder, encoding.toUint8Array(update))
  return encoding.toUint8Array(encoder)
}
