import { ACK_SUBPROTOCOL, encodeTypeFor, FRAME, SYNC } from '@withy/shared/protocol'
import { createOutbox, type Sending } from './outbox.ts'

type Carries = 'step2' | 'update'

/** What a counting socket tells: it was made, and each frame that carried changes, by its number on this socket (from 1). It asks whom those were typed for. */
export type SocketWatch = {
  readonly made: (socket: CountingSocket) => void
  readonly sent: (frame: number, carries: Carries) => void
  readonly saidFor: (carries: Carries) => string | null
}

export interface CountingSocket extends WebSocket {
  /** The server told that the first `count` frames are on disk: the next part of something large may go. */
  acked(count: number): void
  /** Says whom the next change is typed for, where it said another before: others see it before there is one. */
  sayFor(): void
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
    /** Whom this socket last said it types for. */
    #saidFor: string | null = null
    #outbox = createOutbox({ send: (frame) => super.send(frame), acks: () => this.protocol === ACK_SUBPROTOCOL })

    constructor(address: string | URL, protocols?: string | string[]) {
      super(address, protocols)
      watch.made(this)
    }

    override send(data: Parameters<WebSocket['send']>[0]): void {
      const carries = changesIn(data)
      if (carries === null) super.send(data)
      else if (!this.#isCarriedAnyway(carries)) {
        this.#frames = this.#outbox.put(data as Uint8Array<ArrayBuffer>, this.#newlySaid(watch.saidFor(carries)))
        watch.sent(this.#frames, carries)
        this.sayFor()
      }
    }

    /** What has to be said before changes typed for somebody, where it was not said already. */
    #newlySaid(person: string | null) {
      if (person === this.#saidFor) return undefined
      this.#saidFor = person
      return encodeTypeFor(person)
    }

    /** The server asks again now and then: while parts wait, they hold all that could be answered. */
    #isCarriedAnyway = (carries: Carries) => (carries === 'update' ? this.#frames === 0 : this.#outbox.isBusy())

    sayFor(): void {
      // Before its first change a socket has said nothing of what is typed on it.
      const newly = this.#frames > 0 && this.readyState === 1 && this.#newlySaid(watch.saidFor('update'))
      if (newly) this.#outbox.say(newly)
    }

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
function changesIn(data: unknown): Carries | null {
  if (!(data instanceof Uint8Array) || data[0] !== FRAME.sync) return null
  if (data[1] === SYNC.step2) return 'step2'
  return data[1] === SYNC.update ? 'update' : null
}
