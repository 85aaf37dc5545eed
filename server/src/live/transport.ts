import type { Writable } from 'node:stream'
import type { CloseCode } from '@withy/shared/protocol'
import type { WebSocket } from 'ws'
import type { Parcel } from './parcel.ts'

/** What carries a connection's frames. Limits, clocks and verdicts are the connection's, the same over each. */
export interface Transport {
  isOpen(): boolean
  /** Bytes it was given that the other side has not taken. */
  waiting(): number
  /** `gone`: called when all of it has been taken. */
  send(out: Parcel, gone?: () => void): void
  /** Asks for a sign of life. */
  ping(): void
  /** Takes nothing from the other side until `resume`. */
  pause(): void
  resume(): void
  /** Tells why, after everything that was sent before. */
  close(code: CloseCode, why: string): void
  /** Ends it without a word. */
  terminate(): void
}

/** `tcp`: what `ws` writes to. */
export const overWebSocket = (ws: WebSocket, tcp: Writable): Transport => ({
  isOpen: () => ws.readyState === ws.OPEN,
  waiting: () => tcp.writableLength,
  /** Past `ws`, which would frame it again for each who gets it. Its own pings and goodbyes go the same way, in order. */
  send({ wire }, gone) {
    const [only] = wire
    if (only && wire.length === 1) return void tcp.write(only, gone)
    tcp.cork()
    for (const [i, piece] of wire.entries()) tcp.write(piece, i === wire.length - 1 ? gone : undefined)
    tcp.uncork()
  },
  ping: () => ws.ping(),
  pause: () => ws.pause(),
  resume: () => ws.resume(),
  close(code, why) {
    // Paused, it would never hear that the other side has closed too.
    ws.resume()
    ws.close(code, why)
  },
  terminate: () => ws.terminate(),
})
