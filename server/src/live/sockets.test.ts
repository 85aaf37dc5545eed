import { Writable } from 'node:stream'
import { CLOSE } from '@withy/shared/protocol'
import { describe, expect, it, onTestFinished } from 'vitest'
import { WebSocket } from 'ws'
import { WebsocketProvider } from 'y-websocket'
import * as Y from 'yjs'
import { createLog } from '../log.ts'
import { changeRole, type Guest, joinPlan, removePerson, startPlan } from '../testing/guests.ts'
import type { TestServer } from '../testing/start-server.ts'
import { botOf, serverForTest, syncedBot } from '../testing/two-people.ts'
import { until } from '../testing/until.ts'
import { updateOf, wordsOf, writeParagraph } from '../testing/writer.ts'
import { PlanGone } from './plan-on-disk.ts'

const stored = async ({ updates }: TestServer, { plan }: Guest) => (await updates.load(plan))?.updates.length

describe('a stock client', () => {
  function provider({ origin, plan, cookie }: Guest, doc: Y.Doc) {
    class WithHeaders extends WebSocket {
      constructor(url: string, protocols: string[]) {
        super(url, protocols, { headers: { origin, cookie } })
      }
    }
    const opened = new WebsocketProvider(`${origin.replace('http', 'ws')}/plans/${plan}`, 'live', doc, {
      WebSocketPolyfill: WithHeaders as unknown as typeof globalThis.WebSocket,
      disableBc: true,
    })
    onTestFinished(() => opened.destroy())
    return opened
  }

  it('[SYNC-8] of y-websocket 3 syncs two people both ways, presence too', async () => {
    const server = await serverForTest()
    const anna = await startPlan(server.origin)
    const ben = await joinPlan(anna, 'Ben', 'contributor')
    const [annas, bens] = [new Y.Doc(), new Y.Doc()]
    writeParagraph(annas, 'written before')
    const one = provider(anna, annas)
    const two = provider(ben, bens)
    await until(() => expect(wordsOf(bens)).toContain('written before'))
    writeParagraph(bens, 'from Ben')
    writeParagraph(annas, 'from Anna')
    await until(() => {
      expect(wordsOf(annas)).toContain('from Ben')
      expect(wordsOf(bens)).toBe(wordsOf(annas))
    })
    one.awareness.setLocalState({ section: 'living-map', user: { name: 'somebody else' } })
    await until(() =>
      expect(two.awareness.getStates().get(annas.clientID)).toEqual({ section: 'living-map', person: anna.person }),
    )
    one.destroy()
    await until(() => expect(two.awareness.getStates().has(annas.clientID)).toBe(false))
  })

  it('[SYNC-8] that was away brings what it wrote, also when it types on at once', async () => {
    const server = await serverForTest()
    const anna = await startPlan(server.origin)
    const doc = new Y.Doc()
    writeParagraph(doc, 'while away')
    const away = provider(anna, doc)
    away.on('status', ({ status }: { status: string }) => {
      if (status === 'connected') writeParagraph(doc, 'at once')
    })
    await until(async () => {
      const words = wordsOf(await server.live.current(anna.plan))
      expect(words).toContain('while away')
      expect(words).toContain('at once')
    })
    expect(away.wsconnected).toBe(true)
  })
})

describe('the door', () => {
  it('[SYNC-29] refuses another website, a look-alike, null and no origin before anything else, with 403', async () => {
    const server = await serverForTest()
    const anna = await startPlan(server.origin)
    const port = new URL(anna.origin).port
    const evil = [
      'https://evil.example',
      'null',
      `${anna.origin}.evil.example`,
      `https://127.0.0.1:${port}`,
      'http://127.0.0.1',
      '',
    ]
    for (const origin of evil) {
      expect(await botOf(anna, { headers: { origin } }).status, origin).toBe(403)
    }
    const { plan, cookie } = anna
    const none = new WebSocket(`${anna.origin.replace('http', 'ws')}/plans/${plan}/live`, { headers: { cookie } })
    const status = await new Promise((resolve) => {
      none.on('error', () => {})
      none.on('unexpected-response', (_, response) => resolve(response.statusCode))
    })
    none.terminate()
    expect(status).toBe(403)
    expect(await botOf(anna).status).toBe(101)
  })

  it('[SYNC-30] answers 401 without a session and 404 without a place in the plan', async () => {
    const server = await serverForTest()
    const anna = await startPlan(server.origin)
    const zoe = await startPlan(server.origin, 'Zoe')
    expect(await botOf({ ...anna, cookie: '' }).status).toBe(401)
    expect(await botOf({ ...anna, cookie: 'withy=forged' }).status).toBe(401)
    expect(await botOf({ ...anna, cookie: zoe.cookie }).status).toBe(404)
    expect(await botOf({ ...anna, plan: 'no-such-plan' }).status).toBe(404)
    expect(server.live.open().rooms).toBe(0)
  })

  it('[SYNC-22] closes a client of another schema version with 4426, and reads nothing from it', async () => {
    const server = await serverForTest()
    const anna = await startPlan(server.origin)
    const old = botOf(anna, { query: '?schema=0' })
    expect(await old.closed).toEqual({ code: CLOSE.updateNeeded, reason: 'schema' })
    expect(old.heard).toEqual([])
    await syncedBot(anna, { query: '?schema=1' })
  })

  it('[SYNC-23] closes a client that knows another epoch with 4409', async () => {
    const server = await serverForTest()
    const anna = await startPlan(server.origin)
    const epoch = (await server.store.find(anna.plan))?.epoch
    expect(await botOf(anna, { query: '?epoch=older' }).closed).toEqual({ code: CLOSE.epoch, reason: 'epoch' })
    await syncedBot(anna, { query: `?epoch=${epoch}` })
  })

  it('[LIMIT-7] takes so many sockets of one person, and others still come in', async () => {
    const server = await serverForTest({ limits: { socketsPerPerson: 2 } })
    const anna = await startPlan(server.origin)
    const ben = await joinPlan(anna, 'Ben', 'viewer')
    const first = await syncedBot(anna)
    await syncedBot(anna)
    expect(await botOf(anna).status).toBe(503)
    await syncedBot(ben)
    first.close()
    await until(async () => expect(await botOf(anna).status).toBe(101))
  })

  it('[LIMIT-8] takes so many sockets in all', async () => {
    const server = await serverForTest({ limits: { sockets: 1 } })
    const anna = await startPlan(server.origin)
    const ben = await joinPlan(anna, 'Ben', 'viewer')
    await syncedBot(anna)
    expect(await botOf(ben).status).toBe(503)
  })
})

describe('roles', () => {
  it('[SYNC-11] closes a viewer who writes by raw protocol with 4403; nothing is stored or shown', async () => {
    const server = await serverForTest()
    const anna = await startPlan(server.origin)
    const vera = await joinPlan(anna, 'Vera', 'viewer')
    const writer = await syncedBot(anna)
    for (const kind of ['update', 'step2'] as const) {
      const viewer = await syncedBot(vera)
      const doc = new Y.Doc()
      viewer.sync(
        kind,
        updateOf(doc, () => void writeParagraph(doc, 'smuggled')),
      )
      expect(await viewer.closed).toEqual({ code: CLOSE.role, reason: 'role' })
    }
    expect(await stored(server, anna)).toBe(0)
    expect(wordsOf(writer.doc)).toBe('')
  })

  it('[SYNC-4] acks an honest viewer’s answer, which brings nothing new', async () => {
    const server = await serverForTest()
    const anna = await startPlan(server.origin)
    const writer = await syncedBot(anna)
    writeParagraph(writer.doc, 'to be read')
    await until(() => expect(writer.acked()).toBe(writer.sent()))
    const viewer = await syncedBot(await joinPlan(anna, 'Vera', 'viewer'))
    expect(wordsOf(viewer.doc)).toContain('to be read')
    await until(() => expect(viewer.acked()).toBe(viewer.sent()))
  })

  it('[SYNC-21] ends writing at once when a role changes or a person is removed, and others stay', async () => {
    const server = await serverForTest()
    const anna = await startPlan(server.origin)
    const ben = await joinPlan(anna, 'Ben', 'contributor')
    const cara = await joinPlan(anna, 'Cara', 'contributor')
    const [annas, bens, second, caras] = [
      await syncedBot(anna),
      await syncedBot(ben),
      await syncedBot(ben),
      await syncedBot(cara),
    ]
    await changeRole(anna, ben, 'viewer')
    expect(await bens.closed).toEqual({ code: CLOSE.role, reason: 'role' })
    expect(await second.closed).toEqual({ code: CLOSE.role, reason: 'role' })
    await removePerson(anna, cara)
    expect((await caras.closed).code).toBe(CLOSE.role)
    expect(await botOf(cara).status).toBe(404)
    const again = await syncedBot(ben)
    writeParagraph(again.doc, 'not allowed any more')
    expect((await again.closed).code).toBe(CLOSE.role)
    expect(annas.ws.readyState).toBe(WebSocket.OPEN)
    expect(await stored(server, anna)).toBe(0)
  })
})

describe('what others are told', () => {
  it('[SYNC-37] gives features a copy of the plan as it is on disk, open or not', async () => {
    const server = await serverForTest()
    const anna = await startPlan(server.origin)
    const annas = await syncedBot(anna)
    writeParagraph(annas.doc, 'on disk')
    await until(() => expect(annas.acked()).toBe(annas.sent()))
    const copy = await server.live.current(anna.plan)
    expect(wordsOf(copy).trim()).toBe('on disk')
    writeParagraph(copy, 'in the copy only')
    expect(wordsOf(await server.live.current(anna.plan)).trim()).toBe('on disk')
    annas.close()
    await until(() => expect(server.live.open()).toEqual({ rooms: 0, sockets: 0 }))
    expect(wordsOf(await server.live.current(anna.plan)).trim()).toBe('on disk')
    await expect(server.live.current('no-such-plan')).rejects.toThrow(PlanGone)
  })

  it('[SYNC-39] logs why a connection was closed, without a word, a name, a cookie or who it was', async () => {
    const lines: string[] = []
    const to = new Writable({
      write(line, _encoding, done) {
        lines.push(String(line))
        done()
      },
    })
    const server = await serverForTest({ log: createLog('info', to) })
    const anna = await startPlan(server.origin, 'Anna Canary')
    const vera = await joinPlan(anna, 'Vera Canary', 'viewer')
    const viewer = await syncedBot(vera)
    viewer.say(1, { section: 'canary-section' })
    writeParagraph(viewer.doc, 'canary words')
    await viewer.closed
    const logged = lines.join('')
    expect(logged).toContain(`"why":"role"`)
    for (const secret of ['anary', vera.cookie.split('=')[1] ?? '', vera.person, anna.person]) {
      expect(logged).not.toContain(secret)
    }
  })
})
