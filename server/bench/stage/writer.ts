import { ACK_SUBPROTOCOL, FRAME, readAck, SYNC } from '@withy/shared/protocol'
import { WebSocket } from 'ws'
import { WebsocketProvider } from 'y-websocket'
import * as Y from 'yjs'
import type { Someone } from './people.ts'
import type { Withy } from './withy.ts'

/** A stock y-websocket client with one person's cookie, which counts acks. */
export type Writer = {
  readonly doc: Y.Doc
  /** Says where this person is, as a page does. */
  say(state: Record<string, unknown>): void
  /** Changes one thing, and resolves with the ms until the server said that it is on disk. */
  write(change: () => void): Promise<number>
  close(): void
}

/** Opens a plan and resolves once all of it is here. Rejects when the server closes the socket first. */
export async function openWriter(withy: Withy, plan: string, { cookie }: Someone): Promise<Writer> {
  const doc = new Y.Doc()
  let sent = 0
  let waiting: { frame: number; acked(): void }[] = []

  // Node's sockets need to be told what a browser sends by itself: the cookie and the page's own origin.
  class Socket extends WebSocket {
    constructor(address: string | URL, protocols?: string | string[]) {
      super(address, protocols, { headers: { cookie, origin: withy.origin } })
    }
    override send(data: Parameters<WebSocket['send']>[0]) {
      if (data instanceof Uint8Array && data[0] === FRAME.sync && data[1] !== SYNC.step1) sent += 1
      super.send(data)
    }
  }

  const provider = new WebsocketProvider(`${withy.origin.replace('http', 'ws')}/plans`, `${plan}/live`, doc, {
    disableBc: true,
    protocols: [ACK_SUBPROTOCOL],
    WebSocketPolyfill: Socket as unknown as typeof globalThis.WebSocket,
  })
  // Of no use here, and a stock client complains of every frame it does not know.
  provider.messageHandlers[FRAME.room] = () => {}
  provider.messageHandlers[FRAME.ack] = (_encoder, decoder) => {
    const { count } = readAck(decoder)
    const isAcked = ({ frame }: { frame: number }) => frame <= count
    for (const { acked } of waiting.filter(isAcked)) acked()
    waiting = waiting.filter((one) => !isAcked(one))
  }

  let isClosing = false
  const lost = new Promise<never>((_resolve, reject) => {
    // A client that comes back would be measured as if nothing had happened.
    provider.on('connection-close', (event) => {
      if (isClosing) return
      provider.disconnect()
      reject(new Error(`The server closed a writer's socket: ${event?.code} ${event?.reason}`))
    })
  })
  lost.catch(() => {})
  const arrived = new Promise<void>((resolve) => {
    provider.on('sync', (synced) => synced && resolve())
  })
  await Promise.race([arrived, lost])

  return {
    doc,
    say: (state) => provider.awareness.setLocalState(state),
    write(change) {
      const began = performance.now()
      const before = sent
      doc.transact(change)
      if (sent !== before + 1) throw new Error(`one change went out in ${sent - before} frames`)
      const acked = new Promise<number>((resolve) => {
        waiting.push({ frame: sent, acked: () => resolve(performance.now() - began) })
      })
      return Promise.race([acked, lost])
    },
    close() {
      isClosing = true
      provider.destroy()
      doc.destroy()
    },
  }
}
