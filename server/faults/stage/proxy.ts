import { once } from 'node:events'
import { type AddressInfo, connect, createServer, type Socket } from 'node:net'
import { setTimeout as delay } from 'node:timers/promises'
import type { WebSocket } from 'ws'

/** What happens to what passes, as it can be changed while it passes. */
export type Weather = {
  /** Every piece arrives so much later (ms); their order stays. */
  readonly delayMs?: number
  /** Bytes a second, each way. What waits stays with its sender, as on a slow line. */
  readonly bytesPerSecond?: number
  /** Nothing arrives and nobody is told, as in a tunnel: `up` to the server, `down` from it. */
  readonly blackHole?: 'up' | 'down' | 'both'
}

/** One connection through the proxy. */
export type Line = {
  /** The port its client has on our side, and the port we have on the server's. */
  readonly from: number
  readonly toServerFrom: () => number
  /** Bytes from the server that have been passed on. */
  readonly down: () => number
  /** Changes its weather. What is left out is fair. */
  weather(to: Weather): void
  /** RST to both ends: what was on its way is lost. */
  reset(): void
  /** FIN to one end; the other may still talk. */
  halfClose(end: 'client' | 'server'): void
}

/** A TCP proxy in front of a server: its weather can be bad for all lines or for one, at any moment. */
export async function openProxy(target: () => number) {
  const lines = new Set<Line>()
  let forAll: Weather = {}
  const server = createServer({ allowHalfOpen: true, noDelay: true }, (client) => {
    const line = openLine(client, connect({ port: target(), host: '127.0.0.1', allowHalfOpen: true }), () => forAll)
    lines.add(line)
    client.once('close', () => lines.delete(line))
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo

  return {
    port,
    lines: (): readonly Line[] => [...lines],
    /** The line of a client's websocket. @throws {Error} when it has none (any more) */
    lineOf(ws: WebSocket): Line {
      const { localPort } = (ws as unknown as { _socket?: Socket })._socket ?? {}
      const found = [...lines].find(({ from }) => from === localPort)
      if (!found) throw new Error('there is no such line')
      return found
    },
    /** For all lines that have no weather of their own, those that are still to come too. */
    weather(to: Weather) {
      forAll = to
    },
    resetAll() {
      for (const line of lines) line.reset()
    },
    async close() {
      server.close()
      for (const line of lines) line.reset()
    },
  }
}

function openLine(client: Socket, server: Socket, forAll: () => Weather): Line {
  let own: Weather | null = null
  let passedDown = 0
  const weather = () => own ?? forAll()
  for (const socket of [client, server]) socket.setNoDelay(true)
  const reset = () => {
    client.resetAndDestroy()
    server.resetAndDestroy()
  }

  const pass = async (from: Socket, to: Socket, way: 'up' | 'down') => {
    // What came before the delay fell may not be overtaken by what came after it.
    let last: Promise<void> = Promise.resolve()
    const write = async (piece: Buffer, ready: Promise<unknown>, before: Promise<void>) => {
      await ready
      await before
      if (to.destroyed || isLost(weather(), way)) return
      if (way === 'down') passedDown += piece.byteLength
      if (!to.write(piece)) await Promise.race([once(to, 'drain'), once(to, 'close')])
    }
    // Not destroyed when one way ends: the other end may still talk.
    for await (const piece of from.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
      const { delayMs = 0, bytesPerSecond } = weather()
      // What cannot be written is the end of the line, also while nobody waits for it.
      last = write(piece, delayMs > 0 ? delay(delayMs) : Promise.resolve(), last).catch(reset)
      if (bytesPerSecond !== undefined) await delay((piece.byteLength / bytesPerSecond) * 1_000)
      // Reading no further than the other end takes: what waits has to wait with its sender, not here.
      if (delayMs === 0) await last
    }
    await last
    if (!isLost(weather(), way)) to.end()
  }
  // The end of one end without a word is the end of the other without a word.
  for (const socket of [client, server]) socket.on('error', reset)
  pass(client, server, 'up').catch(reset)
  pass(server, client, 'down').catch(reset)

  return {
    from: client.remotePort ?? 0,
    toServerFrom: () => server.localPort ?? 0,
    down: () => passedDown,
    weather(to) {
      own = to
    },
    reset,
    halfClose: (end) => void (end === 'client' ? client : server).end(),
  }
}

const isLost = ({ blackHole }: Weather, way: 'up' | 'down') => blackHole === way || blackHole === 'both'
