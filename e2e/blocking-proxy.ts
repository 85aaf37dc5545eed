import { once } from 'node:events'
import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http'
import { type AddressInfo, connect, type Socket } from 'node:net'
import type { Duplex } from 'node:stream'

/** What stands between a page and the server, as in offices, hospitals and hotels. */
export type Blocking = {
  /** What becomes of a websocket's upgrade: a web page as the answer, no answer, or an open socket on which nothing arrives. */
  readonly upgrades: 'forbidden-page' | 'welcome-page' | 'unanswered' | 'silenced'
  /** Holds event streams back until they end. */
  readonly holdsEvents?: boolean
}

export type BlockingProxy = {
  readonly port: number
  /** What came first when, by method and what it is for; `upgrade` too (ms, of this process's clock). */
  readonly firsts: ReadonlyMap<string, number>
  /** Drops everything and takes nothing more. */
  die(): Promise<void>
  /** On the same port again. */
  comeBack(): Promise<void>
}

const PAGE = '<!doctype html><title>Network</title><h1>This site uses a blocked technology</h1>'
const page = (status: string) =>
  `HTTP/1.1 ${status}\r\nContent-Type: text/html\r\nContent-Length: ${PAGE.length}\r\nConnection: close\r\n\r\n${PAGE}`

/** A real proxy on a port of its own, in front of the server at another. */
export async function startBlockingProxy(port: number, serverPort: number, blocking: Blocking): Promise<BlockingProxy> {
  const firsts = new Map<string, number>()
  const note = (what: string) => firsts.has(what) || firsts.set(what, performance.now())
  const sockets = new Set<Duplex>()
  const server = createServer((asked, answer) => pass(asked, answer))
  server.on('connection', (socket: Socket) => {
    sockets.add(socket)
    socket.on('close', () => sockets.delete(socket)).on('error', () => {})
  })
  server.on('upgrade', (asked: IncomingMessage, socket: Duplex) => {
    note('upgrade')
    if (blocking.upgrades === 'forbidden-page') socket.end(page('403 Forbidden'))
    if (blocking.upgrades === 'welcome-page') socket.end(page('200 OK'))
    if (blocking.upgrades === 'silenced') silence(asked, socket)
  })

  function pass(asked: IncomingMessage, answer: ServerResponse) {
    note(`${asked.method} ${/[^/?]*(?=\?|$)/.exec(asked.url ?? '')?.[0]}`)
    const { method, url: path, headers } = asked
    const onward = request({ port: serverPort, host: '127.0.0.1', method, path, headers }, (came) => {
      const isHeld = blocking.holdsEvents && came.headers['content-type'] === 'text/event-stream'
      answer.writeHead(came.statusCode ?? 502, came.headers)
      if (!isHeld) return void came.pipe(answer)
      const end = (all: Buffer[]) => answer.end(Buffer.concat(all))
      came.toArray().then(end, () => answer.destroy())
    })
    onward.on('error', () => answer.destroy())
    answer.on('close', () => onward.destroy())
    asked.pipe(onward)
  }

  /** The server's answer to the upgrade gets through, and not a byte after it. */
  function silence(asked: IncomingMessage, socket: Duplex) {
    const onward = connect(serverPort, '127.0.0.1', () => {
      const lines = asked.rawHeaders.flatMap((name, i, all) => (i % 2 ? [] : [`${name}: ${all[i + 1]}`]))
      onward.write([`GET ${asked.url} HTTP/1.1`, ...lines, '', ''].join('\r\n'))
    })
    onward.once('data', (bytes) => socket.write(bytes.subarray(0, bytes.indexOf('\r\n\r\n') + 4)))
    onward.on('error', () => {})
    socket.on('close', () => onward.destroy()).resume()
  }

  const listen = async () => {
    server.listen(port, '127.0.0.1')
    await once(server, 'listening')
  }
  await listen()
  return {
    port: (server.address() as AddressInfo).port,
    firsts,
    async die() {
      const closed = once(server, 'close')
      server.close()
      for (const socket of sockets) socket.destroy()
      await closed
    },
    comeBack: listen,
  }
}
