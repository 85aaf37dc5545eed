import { ACK_SUBPROTOCOL, FRAME, SYNC } from '@withy/shared/protocol'
import { createOutbox, type Sending } from './outbox.ts'

/** What a counting socket tells: it was made, and each frame that carried changes, by its number on this socket (from 1). */
export type SocketWatch = {
  readonly made: (socket: CountingSocket) => void
  readonly sent: (frame: number, carries: 'step2' | 'update') => void
}

export interface CountingSocket extends WebSocket {
  /** The server told that the first `count` frames are on disk: the next part of something large may go. */
  acked(count: number): void
  /** What of something large is on its way, or null. */
  sending(): Sending | null
}

/**
 * A WebSocket class that counts the outgoing frames the server acks: SyncStep2 `[0,1]` and updates `[0,2]` (SPEC SYNC-40).
 * Every socket made with it counts from one again. Updates before the socket's SyncStep2 are left out: that step carries
 * them too, together with what was typed while offline, so the server never meets a gap. What is large goes in parts, each a
 * frame of its own; it is told by the number of its last one.
 */
export function countingSocket(Base: typeof WebSocket, watch: SocketWatch): typeof WebSocket {
  return class extends Base implements CountingSocket {
    #frames = 0
    #outbox = createOutbox({ send: (frame) => super.send(frame), acks: () => this.protocol === ACK_SUBPROTOCOL })

    constructor(address: string | URL, protocols?: string | string[]) {
      super(address, protocols)
      watch.made(this)
    }

    override send(data: Parameters<WebSocket['send']>[0]): void {
      const carries = changesIn(data)
      if (carries === null) super.send(data)
      else if (!this.#isCarriedAnyway(carries)) {
        this.#frames = this.#outbox.put(data as Uint8Array<ArrayBuffer>)
        watch.sent(this.#frames, carries)
      }
    }

    /** The server asks again now and then: while parts wait, they hold all that could be answered. */
    #isCarriedAnyway = (carries: 'step2' | 'update') =>
      carries === 'update' ? this.#frames === 0 : this.#outbox.isBusy()

    acked(count: number): void {
      this.#outbox.acked(count)
    }

    sending(): Sending | null {
      return this.readyState === 1 ? this.#outbox.sending() : null
    }

    override close(code?: number, reason?: string): void {
      this.#outbox.stop()
      super.close(code, reason)
    }
  }
}

/** What a frame carries, from its first two numbers (both are below 128, so each is one byte). */
function changesIn(data: unknown): 'step2' | 'update' | null {
  if (!(data instanceof Uint8Array) || data[0] !== FRAME.sync) return null
  if (data[1] === SYNC.step2) return 'step2'
  return data[1] === SYNC.update ? 'update' : null
}
