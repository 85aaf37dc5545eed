import { ACK_SUBPROTOCOL, type Ack, FRAME, readAck, SYNC } from '@withy/shared/protocol'
import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import { WebSocket } from 'ws'
import * as Y from 'yjs'
import type { Guest } from './guests.ts'
import { RequestSocket, type Way } from './request-socket.ts'

export type BotNeeds = {
  readonly query?: string
  readonly headers?: Readonly<Record<string, string>>
  readonly protocols?: string[]
  /** A document that was written in before: an offline copy. */
  readonly doc?: Y.Doc
  /** Does not send what its document changes, does not answer: every frame is the test's own. */
  readonly mute?: boolean
  /** What carries its frames; a websocket unless said. */
  readonly over?: Way
}

export type Bot = ReturnType<typeof openBot>

/** A raw client of the protocol with a real document and a real socket, which counts its acks. */
export function openBot({ origin, plan, cookie }: Guest, needs: BotNeeds = {}) {
  const { query = '', protocols = [ACK_SUBPROTOCOL], doc = new Y.Doc(), mute = false, over = 'websocket' } = needs
  const address = `${origin.replace(/^http/, 'ws')}/plans/${plan}/live${query}`
  const headers = { origin, cookie, ...needs.headers }
  const ws =
    over === 'websocket'
      ? new WebSocket(address, protocols, { headers })
      : // The part of a websocket that is used here.
        (new RequestSocket(address, protocols, headers, over) as unknown as WebSocket)
  ws.binaryType = 'nodebuffer'

  const heard: Uint8Array[] = []
  const acks: Ack[] = []
  const messages: unknown[] = []
  const presence = new Map<number, unknown>()
  let sent = 0
  let isSynced = false

  const send = (frame: Uint8Array) => {
    if (ws.readyState !== ws.OPEN) return
    if (frame[0] === FRAME.sync && frame[1] !== SYNC.step1) sent += 1
    ws.send(frame)
  }
  const sync = (kind: keyof typeof SYNC, bytes: Uint8Array) => send(syncFrame(kind, bytes))

  const closed = new Promise<{ code: number; reason: string }>((resolve) =>
    ws.on('close', (code, reason) => resolve({ code, reason: reason.toString() })),
  )
  /** HTTP status of a refused upgrade, 101 of one that opened, 0 of a connection cut off. */
  const status = new Promise<number>((resolve) => {
    ws.on('open', () => resolve(101))
    ws.on('unexpected-response', (_request, response) => {
      resolve(response.statusCode ?? 0)
      ws.terminate()
    })
    ws.on('error', () => resolve(0))
  })

  const tell = (update: Uint8Array, origin: unknown) => {
    if (origin !== ws) sync('update', update)
  }
  ws.on('open', () => {
    if (mute) return
    sync('step1', Y.encodeStateVector(doc))
    doc.on('update', tell)
  })
  ws.on('close', () => doc.off('update', tell))

  ws.on('message', (data: Buffer) => {
    const frame = new Uint8Array(data)
    heard.push(frame)
    const decoder = decoding.createDecoder(frame)
    const type = decoding.readVarUint(decoder)
    if (type === FRAME.ack) acks.push(readAck(decoder))
    if (type === FRAME.room) messages.push(JSON.parse(decoding.readVarString(decoder)))
    if (type === FRAME.awareness) readPresence(decoding.readVarUint8Array(decoder), presence)
    if (type === FRAME.sync) readSync(decoding.readVarUint(decoder), decoding.readVarUint8Array(decoder))
  })
  function readSync(kind: number, bytes: Uint8Array) {
    if (kind === SYNC.step1 && !mute) return sync('step2', Y.encodeStateAsUpdate(doc, bytes))
    if (kind === SYNC.step1) return
    Y.applyUpdate(doc, bytes, ws)
    if (kind === SYNC.step2) isSynced = true
  }

  return {
    doc,
    ws,
    heard,
    acks,
    messages,
    presence,
    send,
    sync,
    status,
    closed,
    /** Frames with changes sent, and how many of them the server says are on disk. */
    sent: () => sent,
    acked: () => acks.at(-1)?.count ?? 0,
    isSynced: () => isSynced,
    /** Says where this client is, as y-protocols does. */
    say: (clock: number, state: unknown, client = doc.clientID) =>
      send(presenceFrame([[client, clock, JSON.stringify(state)]])),
    /** As a client that is wedged: it answers, and sends nothing of its own accord. */
    stopSending: () => doc.off('update', tell),
    close: () => ws.close(),
  }
}

export function syncFrame(kind: keyof typeof SYNC, bytes: Uint8Array): Uint8Array {
  const encoder = encoding.createEncoder()
  encoding.writeVarUint(encoder, FRAME.sync)
  encoding.writeVarUint(encoder, SYNC[kind])
  encoding.writeVarUint8Array(encoder, bytes)
  return encoding.toUint8Array(encoder)
}

export function presenceFrame(
  entries: readonly (readonly [client: number, clock: number, json: string])[],
): Uint8Array {
  const update = encoding.createEncoder()
  encoding.writeVarUint(update, entries.length)
  for (const [client, clock, json] of entries) {
    encoding.writeVarUint(update, client)
    encoding.writeVarUint(update, clock)
    encoding.writeVarString(update, json)
  }
  const frame = encoding.createEncoder()
  encoding.writeVarUint(frame, FRAME.awareness)
  encoding.writeVarUint8Array(frame, encoding.toUint8Array(update))
  return encoding.toUint8Array(frame)
}

function readPresence(update: Uint8Array, into: Map<number, unknown>) {
  const decoder = decoding.createDecoder(update)
  const count = decoding.readVarUint(decoder)
  for (let i = 0; i < count; i++) {
    const client = decoding.readVarUint(decoder)
    decoding.readVarUint(decoder)
    const state = JSON.parse(decoding.readVarString(decoder))
    if (state === null) into.delete(client)
    else into.set(client, state)
  }
}
