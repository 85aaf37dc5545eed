import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createMessageReader, encodeClose, encodeMessage, type Message, OPCODE } from '@withy/shared/protocol'
import { expect, it, onTestFinished, vi } from 'vitest'
import { StreamedSocket } from './streamed-socket.ts'

type Trouble = (asked: IncomingMessage, answer: ServerResponse) => boolean

/** A server of one stream over polls, on a real port. `trouble` may answer a request in its place. */
async function network(trouble: Trouble = () => false) {
  const taken: number[] = []
  const said: Message[] = []
  const requests: string[] = []
  let down: Uint8Array[] = []
  let polled: ServerResponse | null = null
  const put = (message: Uint8Array) => {
    down.push(message)
    flush()
  }
  const flush = () => {
    if (!polled || down.length === 0) return
    polled.writeHead(200, { 'content-type': 'application/octet-stream' }).end(Buffer.concat(down))
    polled = null
    down = []
  }
  const reader = createMessageReader((message) => {
    if (message.opcode === OPCODE.ping) put(encodeMessage(OPCODE.pong))
    else said.push(message)
  }, 1e6)

  const server = createServer(async (asked, answer) => {
    const url = new URL(asked.url ?? '', 'http://test')
    const n = Number(url.searchParams.get('n'))
    const what = url.pathname.split('/').at(-1) ?? ''
    requests.push(n ? `${what} ${n}` : what)
    const body = Buffer.concat(await asked.toArray())
    if (what === 'frames' && n > (taken.at(-1) ?? 0)) {
      taken.push(n)
      reader.read(body)
    }
    if (trouble(asked, answer)) return
    if (what === 'streams') answer.end(JSON.stringify({ stream: 's', protocol: url.searchParams.get('protocol') }))
    if (what === 'frames') answer.writeHead(204).end()
    if (what !== 'poll') return
    polled = answer
    flush()
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })

  const { port } = server.address() as AddressInfo
  const heard: string[] = []
  const socket = new StreamedSocket(`ws://127.0.0.1:${port}/plans/p/live?schema=1`, ['plan.ack.v1'])
  socket.onopen = () => heard.push(`open ${socket.protocol}`)
  socket.onmessage = ({ data }) => heard.push(`frame ${new Uint8Array(data).join()}`)
  socket.onclose = ({ code, reason }) => heard.push(`closed ${code} ${reason}`)
  const frames = () => said.filter(({ opcode }) => opcode === OPCODE.frame).map(({ bytes }) => bytes[0])
  const hears = (all: readonly string[]) => vi.waitFor(() => expect(heard).toEqual(all), { timeout: 10_000 })
  return { socket, put, heard, hears, frames, taken, requests, said }
}

const frame = (...bytes: number[]) => encodeMessage(OPCODE.frame, Uint8Array.from(bytes))

it('[SYNC-97] is open once a question went up and its answer came down, and gives what came before it after that', async () => {
  const { socket, put, hears, frames, requests } = await network()
  put(frame(7))
  await hears(['open plan.ack.v1', 'frame 7'])
  expect(requests.slice(0, 3).toSorted()).toEqual(['frames 1', 'poll 1', 'streams'])
  for (const n of [1, 2, 3]) socket.send(Uint8Array.of(n))
  await vi.waitFor(() => expect(frames()).toEqual([1, 2, 3]))
  expect(requests.filter((what) => what.startsWith('frames'))).toEqual(['frames 1', 'frames 2'])
  put(encodeClose(4403, 'role'))
  await hears(['open plan.ack.v1', 'frame 7', 'closed 4403 role'])
})

it('[SYNC-97] a request or a poll whose answer is lost, or is a web page, is made again with its number', async () => {
  const page: Trouble = (_, answer) => {
    answer.writeHead(200, { 'content-type': 'text/html' }).end('<h1>Sign in to this network</h1>')
    return true
  }
  const cut: Trouble = (_, answer) => {
    answer.destroy()
    return true
  }
  const troubles = [
    ['frames?n=2', cut],
    ['frames?n=2', page],
    ['poll?n=2', page],
  ] as const
  const left = new Set(troubles)
  const trouble: Trouble = (asked, answer) => {
    const next = [...left].find(([what]) => asked.url?.endsWith(what))
    if (next) left.delete(next)
    return next?.[1](asked, answer) ?? false
  }
  const { socket, put, hears, frames, requests } = await network(trouble)
  await hears(['open plan.ack.v1'])
  socket.send(Uint8Array.of(1))
  await vi.waitFor(() => expect(frames()).toEqual([1]))
  socket.send(Uint8Array.of(2))
  await vi.waitFor(() => expect(frames()).toEqual([1, 2]), { timeout: 5_000 })
  put(frame(9))
  await hears(['open plan.ack.v1', 'frame 9'])
  expect(requests.filter((what) => what === 'frames 2')).toHaveLength(3)
  expect(requests.filter((what) => what === 'poll 2')).toHaveLength(2)
})

it.each([
  ['a web page', 200],
  ['a no', 403],
])('[SYNC-97] %s instead of a stream opens nothing', async (_, status) => {
  const { hears, requests } = await network((_asked, answer) => {
    answer.writeHead(status, { 'content-type': 'text/html' }).end('<h1>Sign in to this network</h1>')
    return true
  })
  await hears(['closed 1006 '])
  expect(requests).toEqual(['streams'])
})

it('[SYNC-97] closing sends what was said before, then says goodbye', async () => {
  const { socket, hears, said, heard } = await network()
  await hears(['open plan.ack.v1'])
  socket.send(Uint8Array.of(1))
  socket.close()
  socket.send(Uint8Array.of(2))
  await vi.waitFor(() => expect(said.map(({ opcode }) => opcode)).toEqual([OPCODE.frame, OPCODE.close]))
  expect(heard.at(-1)).toBe('closed 1005 ')
})
