import { once } from 'node:events'
import type { Socket } from 'node:net'
import { setTimeout as delay } from 'node:timers/promises'
import { type Bot, openBot } from '../../src/testing/bot.ts'
import type { Scenario } from '../scenario.ts'
import { rawSocket, unharmed, upgradeOf } from '../stage/attacker.ts'
import { memoryOf } from '../stage/memory.ts'
import { holds, inTime, within } from '../stage/within.ts'

export const D25: Scenario = {
  shows:
    'A socket from another website with a good cookie is answered 403 before it opens; no cookie, link or code stands in any log.',
  seeds: 1,
  async run(stage) {
    const { withy } = stage
    const writers = await stage.open(1)
    const guest = stage.anna()
    const made = await fetch(`${withy.origin}/api/plans/${guest.plan}/invitations`, {
      method: 'POST',
      headers: { origin: withy.origin, cookie: guest.cookie, 'content-type': 'application/json' },
      body: JSON.stringify({ kind: 'code', role: 'viewer', voice: 'resident' }),
    })
    const { invitation } = (await made.json()) as { invitation: { code: string; link: string } }
    const joined = await fetch(`${withy.origin}/api/join`, {
      method: 'POST',
      headers: { origin: withy.origin, 'content-type': 'application/json' },
      body: JSON.stringify({ ticket: { code: invitation.code }, name: 'Unmistakable' }),
    })
    holds(joined.status === 200, `joining with a code: ${joined.status}`)
    const ask = unharmed(stage, writers)
    const host = new URL(withy.origin).host
    const origins = [
      'https://evil.example',
      'null',
      '',
      `http://${host}.evil.example`,
      `https://${host}`,
      'http://127.0.0.1',
    ]
    for (const origin of origins) {
      const status = await openBot(guest, { headers: { origin } }).status
      holds(status === 403, `from "${origin}": ${status}`)
    }
    const socket = rawSocket(stage)
    socket.write(upgradeOf(guest).replace(/Origin: .*\r\n/, ''))
    const [answer] = (await inTime('it is answered', once(socket, 'data'))) as [Buffer]
    holds(answer.toString().startsWith('HTTP/1.1 403'), 'without an origin it was let in')
    await ask()
    await withy.kill()
    const said = withy.said()
    const secret = guest.cookie.split('=')[1] ?? ''
    for (const word of [secret, invitation.code, invitation.code.replace(/\W/g, ''), 'Unmistakable']) {
      holds(word.length > 3 && !said.includes(word), 'the log holds a secret or a name')
    }
    holds(said.includes('"msg"'), 'the log says nothing at all')
    return { total: { origins: origins.length + 1 } }
  },
}

const BAD_FRAMES = [
  [0xf2, 0x80, 0, 0, 0, 0],
  [0x8f, 0x80, 0, 0, 0, 0],
  [0x82, 0x01, 0],
  [0x82, 0xff, 0x80, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0],
  [0x88, 0x81, 0, 0, 0, 0, 1],
  [0x89, 0xfe, 0, 200, 0, 0, 0, 0],
]

export const D26: Scenario = {
  shows:
    'RST at any moment of an upgrade, and broken websocket frames before and after it: the process lives, nobody else notices.',
  seeds: 1,
  async run(stage) {
    const { chance, isShort } = stage
    const writers = await stage.open(2)
    const ask = unharmed(stage, writers)
    const resets = isShort ? 50 : 500
    for (let i = 0; i < resets; i++) {
      const socket = rawSocket(stage)
      await once(socket, 'connect')
      const request = upgradeOf(stage.anna())
      socket.write(chance.share() < 0.2 ? request.slice(0, chance.below(request.length)) : request)
      await delay(chance.of([0, 0, 0, 1, 2, 5]))
      socket.resetAndDestroy()
    }
    for (const frame of BAD_FRAMES) {
      for (const isTogether of [true, false]) {
        const socket = rawSocket(stage)
        socket.resume()
        const closed = once(socket, 'close')
        socket.write(Buffer.concat([Buffer.from(upgradeOf(stage.anna())), Buffer.from(isTogether ? frame : [])]))
        if (!isTogether) {
          await once(socket, 'data')
          socket.write(Buffer.from(frame))
        }
        await inTime('a broken frame ends its connection', closed)
      }
    }
    await ask()
    await stage.judgeAll()
    return { total: { resets, 'broken frames': BAD_FRAMES.length * 2 } }
  },
}

/** Closed or reset: either way it holds nothing any more. */
const goneOf = (socket: Socket) => new Promise<void>((resolve) => socket.once('close', () => resolve()))

export const D32: Scenario = {
  shows:
    'Thousands of half-open upgrades, headers a byte a second, one person with sockets without end: closed in seconds or refused, others load in 2 s.',
  seeds: 1,
  async run(stage) {
    const { isShort } = stage
    const writers = await stage.open(2)
    const ask = unharmed(stage, writers)
    const before = await memoryOf(stage)
    const count = isShort ? 200 : 5_000
    const idle = Array.from({ length: count }, () => {
      const socket = rawSocket(stage)
      socket.write(upgradeOf(stage.anna()).slice(0, -2))
      return { socket, closed: goneOf(socket) }
    })
    const slow = rawSocket(stage)
    const slowClosed = goneOf(slow)
    slow.resume()
    const drip = setInterval(() => slow.write('x'), 1_000)
    slow.write('GET / HTTP/1.1\r\nHost: a\r\nX: ')

    const fresh = openBot(await stage.guest('viewer'))
    const load = await within('an honest page loads', () => fresh.isSynced(), 2_000)
    fresh.close()
    for (const { socket } of idle) socket.resume()
    const began = performance.now()
    await inTime('half-open upgrades are closed', Promise.all(idle.map(({ closed }) => closed)), 12_000)
    await inTime('slow headers are closed', slowClosed, 12_000).finally(() => clearInterval(drip))
    const closed = performance.now() - began

    const greedy = await stage.guest('viewer', 'Greedy')
    let refused = 0
    let kept: Bot[] = []
    // A hundred at once, again and again; nobody closes them.
    for (let tried = 0; tried < (isShort ? 100 : 5_000); tried += 100) {
      const many = Array.from({ length: 100 }, () => openBot(greedy))
      refused += (await Promise.all(many.map(({ status }) => status))).filter((status) => status === 503).length
      kept = [...kept, ...many].filter(({ ws }) => ws.readyState === ws.OPEN)
      holds(kept.length <= 40, `one person has ${kept.length} sockets`)
    }
    holds(refused > 0, 'nobody was refused')
    for (const bot of kept) bot.ws.terminate()
    await ask()
    const grew = (await memoryOf(stage)) - before
    holds(grew < 300, `memory grew by ${grew} MB`)
    await stage.judgeAll()
    return {
      total: { 'half-open': count, 'sockets refused': refused },
      worst: { 'an honest page (ms)': load, 'closed (ms)': closed, 'memory (MB)': grew },
    }
  },
}
