import { ACK_SUBPROTOCOL, CLOSE, encodeMessage, FRAME, OPCODE } from '@withy/shared/protocol'
import { expect, it } from 'vitest'
import * as Y from 'yjs'
import { type BotNeeds, syncFrame } from '../testing/bot.ts'
import { changeRole, type Guest, removePerson, startPlan } from '../testing/guests.ts'
import type { RequestSocket } from '../testing/request-socket.ts'
import { syncedBot, twoPeople } from '../testing/two-people.ts'
import { until } from '../testing/until.ts'
import { updateOf, wordsOf, writeParagraph } from '../testing/writer.ts'

const WHO_IS_HERE = encodeMessage(OPCODE.frame, new Uint8Array([FRAME.queryAwareness]))

/** A stream without anything that listens: every request on it is the test's own. */
async function streamOf({ origin, plan, cookie }: Guest) {
  const asks = (path: string, { headers, body }: { headers?: object; body?: Uint8Array<ArrayBuffer> } = {}) =>
    fetch(`${origin}/plans/${plan}/live/streams${path}`, {
      method: path.endsWith('/events') ? 'GET' : 'POST',
      headers: { cookie, origin, ...headers },
      ...(body && { body }),
    })
  const { stream } = (await (await asks(`?protocol=${ACK_SUBPROTOCOL}`)).json()) as { stream: string }
  const on = (path: string, more?: Parameters<typeof asks>[1]) => asks(`/${stream}${path}`, more)
  return {
    on,
    frames: async (n: number, body: Uint8Array<ArrayBuffer>) => (await on(`/frames?n=${n}`, { body })).status,
    poll: async (n: number) => new Uint8Array(await (await on(`/poll?n=${n}`)).arrayBuffer()),
  }
}

const raw = async (guest: Guest, over: 'events' | 'poll', needs?: BotNeeds) => {
  const bot = await syncedBot(guest, { ...needs, over })
  return { bot, socket: bot.ws as unknown as RequestSocket }
}

it('[SYNC-92] a request up that comes twice, too early or late is applied once and in its order', async () => {
  const { server, anna } = await twoPeople()
  const stream = await streamOf(anna)
  const doc = new Y.Doc()
  const body = (kind: 'step2' | 'update', words: string) =>
    encodeMessage(
      OPCODE.frame,
      syncFrame(
        kind,
        updateOf(doc, () => void writeParagraph(doc, words)),
      ),
    )
  const [one, two, three] = [body('step2', 'one'), body('update', 'two'), body('update', 'three')]
  expect(await stream.frames(2, two)).toBe(409)
  expect(await stream.frames(1, one)).toBe(204)
  expect(await stream.frames(1, three)).toBe(204)
  expect(await stream.frames(3, three)).toBe(409)
  expect(await stream.frames(2, two)).toBe(204)
  expect(await stream.frames(3, three)).toBe(204)
  // One that does not say which it is was not taken.
  expect(await stream.frames(0, one)).toBe(409)
  await until(async () => {
    expect(
      wordsOf(await server.live.current(anna.plan))
        .split(/\s+/)
        .filter(Boolean)
        .toSorted(),
    ).toEqual(['one', 'three', 'two'])
  })
  expect((await server.updates.load(anna.plan))?.updates.length).toBeGreaterThan(0)
})

it('[SYNC-92] a poll that is asked again is answered again with the same, and none is left out', async () => {
  const { anna } = await twoPeople()
  const stream = await streamOf(anna)
  const first = await stream.poll(1)
  expect(first.byteLength).toBeGreaterThan(0)
  expect(await stream.poll(1)).toEqual(first)
  expect((await stream.on('/poll?n=3')).status).toBe(409)
  await stream.frames(1, encodeMessage(OPCODE.ping))
  let [n, all] = [2, '']
  while (!all.includes('8a00')) all += Buffer.from(await stream.poll(n++)).toString('hex')
  expect((await stream.on('/poll?n=1')).status).toBe(409)
})

it('[SYNC-92] an event stream is read once: a second reader would miss what the first has taken', async () => {
  const { anna } = await twoPeople()
  const { socket } = await raw(anna, 'events')
  const { origin, cookie } = anna
  expect((await fetch(`${socket.address}/events`, { headers: { origin, cookie } })).status).toBe(409)
  expect((await socket.poll(1)).status).toBe(409)
})

it('[SYNC-91] events are told not to be packed, kept or held, and begin with what fills a buffer on the way', async () => {
  const { anna } = await twoPeople()
  const stream = await streamOf(anna)
  const { headers, body } = await stream.on('/events')
  expect(headers.get('content-type')).toBe('text/event-stream')
  expect(headers.get('cache-control')).toBe('no-store, no-transform')
  expect(headers.get('x-accel-buffering')).toBe('no')
  expect(headers.get('content-encoding')).toBeNull()
  const reader = body?.getReader()
  const first = await reader?.read()
  expect(first?.value?.byteLength).toBeGreaterThan(4_000)
  expect(first?.value?.[0]).toBe(':'.charCodeAt(0))
  await reader?.cancel()
})

it('[SYNC-93] a stream is its session’s, its person’s and its plan’s: to anyone else it is not there', async () => {
  const { server, anna, ben } = await twoPeople()
  const { bot, socket } = await raw(anna, 'poll')
  const other = await startPlan(server.origin, 'Zoe')
  const ask = (address: string, headers: Record<string, string>) =>
    fetch(`${address}/frames?n=9`, { method: 'POST', headers: { origin: anna.origin, ...headers } })
  expect((await ask(socket.address, { cookie: ben.cookie })).status).toBe(404)
  expect((await ask(socket.address, { cookie: other.cookie })).status).toBe(404)
  expect((await ask(socket.address, {})).status).toBe(401)
  expect((await ask(socket.address.replace(anna.plan, other.plan), { cookie: anna.cookie })).status).toBe(404)
  const { cookie } = anna
  expect((await ask(socket.address, { cookie, origin: 'https://evil.example' })).status).toBe(403)
  expect((await ask(socket.address, { cookie, 'sec-fetch-site': 'cross-site' })).status).toBe(403)
  const evil = { cookie, origin: 'https://evil.example' }
  expect((await fetch(`${socket.address}/events`, { headers: evil })).status).toBe(403)
  expect(bot.ws.readyState).toBe(bot.ws.OPEN)
})

it('[SYNC-94] somebody shut out between two polls still hears why, and nothing of the plan', async () => {
  const { anna, ben } = await twoPeople()
  const stream = await streamOf(ben)
  await stream.poll(1)
  const writer = await syncedBot(anna)
  writeParagraph(writer.doc, 'not for Ben any more')
  await until(() => expect(writer.acked()).toBe(writer.sent()))
  await removePerson(anna, ben)
  const answer = Buffer.from(await stream.poll(2))
  expect(answer.subarray(2, 4).readUInt16BE()).toBe(CLOSE.role)
  expect(answer.subarray(4).toString()).toBe('role')
  expect(await stream.frames(1, WHO_IS_HERE)).toBe(404)
})

it('[SYNC-94] what was said before a close is still given to who may read on', async () => {
  const { anna, ben } = await twoPeople()
  const stream = await streamOf(ben)
  await changeRole(anna, ben, 'viewer')
  let [n, all] = [1, Buffer.alloc(0)]
  while (!all.toString('latin1').endsWith('role')) all = Buffer.concat([all, await stream.poll(n++)])
  expect((await stream.on(`/poll?n=${n}`)).status).toBe(409)
  expect((await stream.on(`/poll?n=${n}`)).status).toBe(404)
})

it.each([
  ['something that is no message', new TextEncoder().encode('<!doctype html>')],
  ['half a message', WHO_IS_HERE.subarray(0, 2)],
])('[LIMIT-65] a request with %s closes the stream with 4400', async (_, body) => {
  const { anna } = await twoPeople()
  const { bot, socket } = await raw(anna, 'events')
  // The bot hangs up as soon as it hears why.
  await socket.post(socket.sent + 1, body).catch(() => null)
  expect(await bot.closed).toEqual({ code: CLOSE.badMessage, reason: 'malformed' })
})

it('[LIMIT-65] a request over 1 MB is not read to its end, and ends the stream', async () => {
  const { server, anna } = await twoPeople()
  const stream = await streamOf(anna)
  expect(await stream.frames(1, new Uint8Array(1024 * 1024 + 1))).toBe(410)
  expect(await stream.frames(1, WHO_IS_HERE)).toBe(404)
  expect(server.live.open().sockets).toBe(0)
})

it('[LIMIT-66] requests count as frames, also those that bring nothing', async () => {
  const { anna } = await twoPeople({ limits: { messagesAtOnce: 40, messagesPerSecond: 1 } })
  const stream = await streamOf(anna)
  const statuses: number[] = []
  for (let i = 0; i < 60; i++) statuses.push(await stream.frames(0, new Uint8Array()))
  expect(statuses).toContain(410)
  const { anna: zoe } = await twoPeople({ limits: { messagesAtOnce: 40, messagesPerSecond: 1 } })
  const pings = new Uint8Array(Array.from({ length: 60 }, () => [...encodeMessage(OPCODE.ping)]).flat())
  expect(await (await streamOf(zoe)).frames(1, pings)).toBe(410)
})

it('[SYNC-95] a page that goes away ends its stream at once', async () => {
  const { server, anna } = await twoPeople()
  const { bot } = await raw(anna, 'events')
  expect(server.live.open().sockets).toBe(1)
  bot.ws.terminate()
  await until(() => expect(server.live.open().sockets).toBe(0))
})

it('[SYNC-95] a stream that nobody listens to is let go', async () => {
  const { server, anna } = await twoPeople({ limits: { tickMs: 20, deadMs: 300 } })
  await streamOf(anna)
  expect(server.live.open().sockets).toBe(1)
  await until(() => expect(server.live.open().sockets).toBe(0))
})

it('[LIMIT-66] a long request of small messages is nobody’s work any more once it was too much', async () => {
  const { anna } = await twoPeople({ limits: { messagesAtOnce: 50, messagesPerSecond: 5 } })
  const stream = await streamOf(anna)
  const pings = Buffer.concat(Array.from({ length: 100_000 }, () => encodeMessage(OPCODE.ping)))
  expect(await stream.frames(1, pings)).toBe(410)
  // What goes down: what was waiting, fewer than fifty answers, and the reason.
  const down = await stream.poll(1)
  expect(down.byteLength).toBeLessThan(10_000)
  expect(Buffer.from(down).includes(Buffer.from('rate'))).toBe(true)
})

it('[SYNC-92] a second poll does not take the place of one that still waits', async () => {
  const { anna } = await twoPeople()
  const stream = await streamOf(anna)
  let n = 1
  const waiting = async () => {
    const asked = stream.on(`/poll?n=${n}`)
    const isWaiting = await Promise.race([asked.then(() => false), new Promise((r) => setTimeout(() => r(true), 300))])
    return isWaiting ? { asked } : null
  }
  let last = await waiting()
  while (!last) {
    n += 1
    last = await waiting()
  }
  expect((await stream.on(`/poll?n=${n + 1}`)).status).toBe(409)
  await stream.frames(1, encodeMessage(OPCODE.ping))
  expect((await last.asked).status).toBe(200)
})
