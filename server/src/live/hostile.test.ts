import { connect } from 'node:net'
import { CLOSE, FRAME, SYNC } from '@withy/shared/protocol'
import fc from 'fast-check'
import { describe, expect, it, onTestFinished } from 'vitest'
import { WebSocket } from 'ws'
import * as Y from 'yjs'
import { syncFrame } from '../testing/bot.ts'
import { type Guest, joinPlan } from '../testing/guests.ts'
import { rawUpdate } from '../testing/raw-update.ts'
import { recordedFrames } from '../testing/recorded-frames.ts'
import { botOf, syncedBot, twoPeople } from '../testing/two-people.ts'
import { until } from '../testing/until.ts'
import { wordsOf, writeParagraph } from '../testing/writer.ts'
import { LIVE_LIMITS } from './limits.ts'

async function opened(guest: Guest) {
  const mute = botOf(guest, { mute: true })
  await new Promise((resolve) => mute.ws.once('message', resolve))
  return mute
}

/** The upgrade request of a guest, as bytes. */
const upgradeOf = ({ origin, plan, cookie }: Guest, more = '') =>
  `GET /plans/${plan}/live HTTP/1.1\r\nHost: ${new URL(origin).host}\r\nOrigin: ${origin}\r\nCookie: ${cookie}\r\n` +
  `Connection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: ${'A'.repeat(22)}==\r\n${more}\r\n`

function rawSocket({ origin }: Guest) {
  const socket = connect(Number(new URL(origin).port), '127.0.0.1')
  socket.on('error', () => {})
  onTestFinished(() => void socket.destroy())
  return socket
}

describe('frames that are not frames', () => {
  it('[SYNC-20] close only the socket they came on, whatever is in them', { timeout: 120_000 }, async () => {
    const { anna, ben } = await twoPeople({ limits: { socketsPerPerson: 1_000 } })
    const annas = await syncedBot(anna)
    const recorded = recordedFrames()
    const mutated = fc
      .tuple(
        fc.constantFrom(...recorded),
        fc.array(fc.tuple(fc.nat(), fc.nat({ max: 255 })), { maxLength: 4 }),
        fc.nat(),
      )
      .map(([frame, changes, cut]) => {
        const bytes = frame.slice(0, frame.length - (cut % 4))
        for (const [at, byte] of changes) bytes[at % Math.max(1, bytes.length)] = byte
        return bytes
      })
    const anything = fc.oneof(
      { weight: 3, arbitrary: mutated },
      { weight: 1, arbitrary: fc.uint8Array({ maxLength: 60 }) },
    )
    let refused = 0
    await fc.assert(
      fc.asyncProperty(fc.array(anything, { minLength: 1, maxLength: 3 }), async (frames) => {
        const hostile = await opened(ben)
        for (const frame of frames) hostile.send(frame)
        hostile.ws.close()
        const { code } = await hostile.closed
        if (code !== 1005) refused += 1
        expect([1005, CLOSE.badMessage, CLOSE.tooMuch]).toContain(code)
      }),
      { numRuns: 500 },
    )
    expect(refused).toBeGreaterThan(100)
    expect(annas.ws.readyState).toBe(WebSocket.OPEN)
    writeParagraph(annas.doc, 'still here')
    await until(() => expect(annas.acked()).toBe(annas.sent()))
  })

  it.each([
    ['a text frame', 'hello'],
    ['nothing', new Uint8Array()],
    ['an unknown kind', new Uint8Array([77, 1])],
    ['an auth frame, which only a server sends', new Uint8Array([2, 0, 0])],
    ['an ack, which only a server sends', new Uint8Array([FRAME.ack, 1, 1, 0])],
    ['an unknown kind of sync', new Uint8Array([FRAME.sync, 3, 0])],
    ['a cut-off frame', new Uint8Array([FRAME.sync, SYNC.update, 200])],
    ['a frame with something after its end', new Uint8Array([...syncFrame('update', new Uint8Array([0, 0])), 7])],
    ['a state vector that is none', syncFrame('step1', new Uint8Array([200]))],
    ['presence that claims too many', new Uint8Array([FRAME.awareness, 3, 0xff, 0xff, 3])],
  ])('[SYNC-20] closes %s with 4400', async (_, frame) => {
    const { anna } = await twoPeople()
    const hostile = await opened(anna)
    hostile.ws.send(frame)
    expect(await hostile.closed).toEqual({ code: CLOSE.badMessage, reason: 'malformed' })
  })

  it('[SYNC-18] closes on a refused update, and stores nothing that comes after it', async () => {
    const { server, anna, ben } = await twoPeople()
    const annas = await syncedBot(anna)
    const hostile = await opened(ben)
    const doc = new Y.Doc()
    doc.getMap('no-such-root').set('a', 1)
    hostile.sync('update', Y.encodeStateAsUpdate(doc))
    const fine = new Y.Doc()
    writeParagraph(fine, 'after it')
    hostile.sync('update', Y.encodeStateAsUpdate(fine))
    expect(await hostile.closed).toEqual({ code: CLOSE.badMessage, reason: 'not-in-a-plan' })
    writeParagraph(annas.doc, 'meanwhile')
    await until(() => expect(annas.acked()).toBe(annas.sent()))
    expect(wordsOf(await server.live.current(anna.plan)).trim()).toBe('meanwhile')
  })

  it('[LIMIT-1] closes a frame over 1 MB before it is read', async () => {
    const { anna } = await twoPeople()
    const hostile = await opened(anna)
    hostile.ws.send(new Uint8Array(1024 * 1024 + 1))
    expect((await hostile.closed).code).toBe(1009)
  })

  it('[LIMIT-5] counts bytes and questions too', async () => {
    const { anna } = await twoPeople({ limits: { bytesAtOnce: 1_000, bytesPerSecond: 1 } })
    const wordy = await opened(anna)
    for (let i = 0; i < 4; i++) wordy.sync('update', Y.encodeStateAsUpdate(withWords('x'.repeat(400))))
    expect(await wordy.closed).toEqual({ code: CLOSE.tooMuch, reason: 'rate' })
    const curious = await opened(anna)
    for (let i = 0; i < 60; i++) curious.sync('step1', new Uint8Array([0]))
    expect(await curious.closed).toEqual({ code: CLOSE.tooMuch, reason: 'rate' })
  })
})

describe('deletes made to take time', () => {
  /** Anna's plan, its letters in thousands of pieces, and a reader of it who means harm. */
  async function setUp() {
    const { server, anna } = await twoPeople()
    const annas = await syncedBot(anna)
    const text = writeParagraph(annas.doc, 'x'.repeat(12_000))
    annas.doc.transact(() => {
      for (let at = 6_000; at > 0; at -= 2) text.delete(at, 1)
    })
    await until(() => expect(annas.acked()).toBe(annas.sent()))
    return { annas, client: annas.doc.clientID, viewer: await opened(await joinPlan(anna, 'Vera', 'viewer')), server }
  }

  /** How long the process answers nobody while a frame is looked at, ms. */
  async function longestPause(until: Promise<unknown>): Promise<number> {
    let [last, longest, isOver] = [performance.now(), 0, false]
    void until.then(() => {
      isOver = true
    })
    while (!isOver) {
      await new Promise((resolve) => setImmediate(resolve))
      const now = performance.now()
      longest = Math.max(longest, now - last)
      last = now
    }
    return longest
  }

  it('[LIMIT-3] a stretch named ten thousand times is looked at once', { timeout: 60_000 }, async () => {
    const { annas, client, viewer } = await setUp()
    const ranges = Array.from({ length: 10_000 }, () => [0, 12_000] as const)
    viewer.sync('step2', rawUpdate({ deletes: [{ client, ranges }] }))
    expect(await longestPause(viewer.closed)).toBeLessThan(1_000)
    expect(await viewer.closed).toEqual({ code: CLOSE.role, reason: 'role' })
    expect(annas.ws.readyState).toBe(WebSocket.OPEN)
  })

  it('[LIMIT-3] more stretches than a plan may have are not read to their end', { timeout: 60_000 }, async () => {
    const { annas, client, viewer } = await setUp()
    const ranges = Array.from({ length: 300_000 }, (_, i) => [i % 100, 1] as const)
    viewer.sync('step2', rawUpdate({ deletes: [{ client, ranges }] }))
    expect(await viewer.closed).toEqual({ code: CLOSE.badMessage, reason: 'malformed' })
    expect(annas.ws.readyState).toBe(WebSocket.OPEN)
  })
})

const withWords = (words: string) => {
  const doc = new Y.Doc()
  writeParagraph(doc, words)
  return doc
}

describe('connections that are not connections', () => {
  it('[SYNC-31] a reset at any moment of the upgrade leaves the server and everyone else as they were', async () => {
    const { server, anna, ben } = await twoPeople({ limits: { socketsPerPerson: 10_000 } })
    const annas = await syncedBot(anna)
    const crashes: unknown[] = []
    const note = (problem: unknown) => void crashes.push(problem)
    process.on('uncaughtException', note)
    onTestFinished(() => void process.off('uncaughtException', note))
    for (let i = 0; i < 100; i++) {
      const socket = rawSocket(ben)
      await new Promise<void>((resolve) => socket.on('connect', resolve))
      socket.write(upgradeOf(ben))
      for (let turn = 0; turn < i % 10; turn++) await new Promise((resolve) => setImmediate(resolve))
      socket.resetAndDestroy()
    }
    await until(() => expect(server.live.open()).toEqual({ rooms: 1, sockets: 1 }))
    expect(crashes).toEqual([])
    writeParagraph(annas.doc, 'still here')
    await until(() => expect(annas.acked()).toBe(annas.sent()))
  })

  it.each([
    ['reserved bits', [0xf2, 0x80, 0, 0, 0, 0]],
    ['an unknown opcode', [0x8f, 0x80, 0, 0, 0, 0]],
    ['no mask', [0x82, 0x01, 0]],
    ['a length of 2^63', [0x82, 0xff, 0x80, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]],
  ])('[SYNC-31] a websocket frame with %s ends that connection and nothing else', async (_, bytes) => {
    const { anna, ben } = await twoPeople()
    const annas = await syncedBot(anna)
    const socket = rawSocket(ben)
    const ended = new Promise<void>((resolve) => socket.on('close', () => resolve()))
    // In the same packet as the upgrade: before any of our listeners could be set later on.
    socket.write(Buffer.concat([Buffer.from(upgradeOf(ben)), Buffer.from(bytes)]))
    socket.resume()
    await ended
    expect(annas.ws.readyState).toBe(WebSocket.OPEN)
  })

  it('[SYNC-31] an upgrade to something else is answered and not left open', async () => {
    const { anna } = await twoPeople()
    const socket = rawSocket(anna)
    socket.write(upgradeOf(anna).replace('Upgrade: websocket', 'Upgrade: h2c'))
    const answer = await new Promise<string>((resolve) => socket.once('data', (data) => resolve(data.toString())))
    expect(answer).toMatch(/^HTTP\/1\.1 426 /)
  })
})

describe('signs of life', () => {
  it('[SYNC-35] [SYNC-36] come often enough for a stock client, and the dead go within a minute', () => {
    const { quietMs, tickMs, deadMs, pingMs, askMs } = LIVE_LIMITS
    expect(quietMs + tickMs).toBeLessThanOrEqual(15_000)
    expect(deadMs + tickMs).toBeLessThanOrEqual(60_000)
    expect(deadMs).toBeGreaterThan(2 * (pingMs + tickMs))
    expect(askMs).toBeGreaterThanOrEqual(30_000)
    expect(askMs + tickMs).toBeLessThanOrEqual(60_000)
  })

  it('[SYNC-35] says something to a quiet socket, and asks again what it has', async () => {
    const { anna } = await twoPeople({ limits: { tickMs: 20, quietMs: 60, askMs: 100 } })
    const annas = await syncedBot(anna)
    const countOf = (first: number, second: number) =>
      annas.heard.filter((frame) => frame[0] === first && frame[1] === second).length
    await until(() => {
      expect(countOf(FRAME.awareness, 1)).toBeGreaterThan(2)
      expect(countOf(FRAME.sync, SYNC.step1)).toBeGreaterThan(2)
    })
  })

  it('[SYNC-9] asking again brings what a client that stopped sending still has', async () => {
    const { server, anna } = await twoPeople({ limits: { tickMs: 20, askMs: 100 } })
    const annas = await syncedBot(anna)
    annas.stopSending()
    writeParagraph(annas.doc, 'never sent as an update')
    await until(async () => expect(wordsOf(await server.live.current(anna.plan))).toContain('never sent'))
  })
})
