import { FRAME, SYNC } from '@withy/shared/protocol'

/** What a counting socket tells: it was made, and each frame that carried changes, by its number on this socket (from 1). */
export type SocketWatch = {
  readonly made: (socket: WebSocket) => void
  readonly sent: (frame: number, carries: 'step2' | 'update') => void
}

/**
 * A WebSocket class that counts the outgoing frames the server acks: SyncStep2 `[0,1]` and updates `[0,2]` (SPEC SYNC-40).
 * Every socket made with it counts from one again. Updates before the socket's SyncStep2 are left out: that step carries
 * them too, together with what was typed while offline, so the server never meets a gap.
 */
export function countingSocket(Base: typeof WebSocket, watch: SocketWatch): typeof WebSocket {
  return class CountingSocket extends Base {
    #frames = 0

    constructor(address: string | URL, protocols?: string | string[]) {
      super(address, protocols)
      watch.made(this)
    }

    override send(data: Parameters<WebSocket['send']>[0]): void {
      const carries = changesIn(data)
      if (carries === 'update' && this.#frames === 0) return
      super.send(data)
      if (carries === null) return
      this.#frames += 1
      watch.sent(this.#frames, carries)
    }
  }
}

/** What a frame carries, from its first two numbers (both are below 128, so each is one byte). */
function changesIn(data: unknown): 'step2' | 'update' | null {
  if (!(data instanceof Uint8Array) || data[0] !== FRAME.sync) return null
  if (data[1] === SYNC.step2) return 'step2'
  return data[1] === SYNC.update ? 'update' : null
}
