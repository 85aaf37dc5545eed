import { ACK_SUBPROTOCOL } from '@withy/shared/protocol'

/** The server's end of one connection. */
export type ServerEnd = {
  receive(frame: Uint8Array): void
  /** A ping was answered. */
  alive(): void
  /** The connection has ended. */
  gone(): void
}

/** What the server can do with a connection. */
export type ClientEnd = { send(frame: Uint8Array): void; ping(): void; close(code: number, why: string): void }

/** Takes a connection; null while there is no server. */
export type Accept = (end: ClientEnd) => ServerEnd | null

/**
 * One person's way to the server. What goes through it arrives in its order, later, or not at all: a cut takes everything that
 * is under way, and either end may notice long after.
 */
export function createWire(accept: Accept, chance: () => number) {
  const open = new Set<PaperSocket>()
  let isUp = true
  const delay = () => Math.floor(chance() ** 3 * 400)

  /** Things that happen later, in the order they were said. */
  function createLine() {
    let last = 0
    let isCut = false
    return {
      say(then: () => void) {
        last = Math.max(last, Date.now() + delay())
        setTimeout(() => {
          if (!isCut) then()
        }, last - Date.now())
      },
      cut() {
        isCut = true
      },
    }
  }

  class PaperSocket {
    static readonly OPEN = 1
    readonly OPEN = 1
    readyState = 0
    protocol = ''
    binaryType = ''
    onopen: (() => void) | null = null
    onmessage: ((event: { data: Uint8Array }) => void) | null = null
    onclose: ((event: { code: number; reason: string }) => void) | null = null
    onerror: (() => void) | null = null
    readonly up = createLine()
    readonly down = createLine()
    server: ServerEnd | null = null

    constructor() {
      open.add(this)
      this.up.say(() => this.arrive())
    }

    arrive() {
      this.server = isUp
        ? accept({
            send: (frame) => this.down.say(() => this.readyState === 1 && this.onmessage?.({ data: frame })),
            ping: () => this.down.say(() => this.up.say(() => this.server?.alive())),
            close: (code, why) => this.down.say(() => this.end(code, why)),
          })
        : null
      this.down.say(() => {
        if (this.server === null) return this.end(1006)
        if (this.readyState !== 0) return
        this.readyState = 1
        this.protocol = ACK_SUBPROTOCOL
        this.onopen?.()
      })
    }

    send(data: Uint8Array) {
      if (this.readyState !== 1) return
      const frame = data.slice()
      this.up.say(() => this.server?.receive(frame))
    }

    close() {
      if (this.readyState < 2) this.up.say(() => this.server?.gone())
      this.readyState = 3
      open.delete(this)
    }

    end(code: number, reason = '') {
      if (this.readyState === 3) return
      this.readyState = 3
      open.delete(this)
      this.server?.gone()
      this.onclose?.({ code, reason })
    }

    /** The line breaks. Each end notices in its own time. */
    cut() {
      this.up.cut()
      this.down.cut()
      const server = this.server
      this.server = null
      const [here, there] = [chance() ** 4 * 40_000, chance() ** 4 * 40_000]
      setTimeout(() => this.end(1006), here)
      setTimeout(() => server?.gone(), there)
    }
  }

  /** Whoever listens has died: what it said before still arrives, then the line ends. */
  function reset(socket: PaperSocket) {
    socket.up.cut()
    socket.server = null
    socket.down.say(() => socket.end(1006))
  }

  return {
    Socket: PaperSocket as unknown as typeof WebSocket,
    /** Cuts what is open; the way is free again at once. */
    cut() {
      for (const socket of [...open]) socket.cut()
    },
    reset() {
      for (const socket of [...open]) reset(socket)
    },
    /** No way to the server until it is up again. */
    down() {
      isUp = false
      for (const socket of [...open]) socket.cut()
    },
    up() {
      isUp = true
    },
  }
}
