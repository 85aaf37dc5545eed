import { CLOSE, FRAME } from '@withy/shared/protocol'
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { type BotNeeds, presenceFrame } from '../testing/bot.ts'
import { changeRole, type Guest, joinPlan } from '../testing/guests.ts'
import { WAYS } from '../testing/request-socket.ts'
import { botOf, syncedBot, twoPeople } from '../testing/two-people.ts'
import { until } from '../testing/until.ts'
import { updateOf, wordsOf, writeParagraph } from '../testing/writer.ts'

const WHO_IS_HERE = new Uint8Array([FRAME.queryAwareness])

/** What people are promised, whatever carries their words. */
describe.each(WAYS)('over %s', (over) => {
  const bot = (guest: Guest, needs?: BotNeeds) => botOf(guest, { ...needs, over })
  const synced = (guest: Guest, needs?: BotNeeds) => syncedBot(guest, { ...needs, over })

  it('[SYNC-1] [SYNC-90] a change is on disk before anybody sees it, and acked', async () => {
    const [underWay, disk] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()]
    let isSlow = false
    const { server, anna, ben } = await twoPeople({
      around: (log) => ({
        ...log,
        async append(...batch) {
          if (isSlow) underWay.resolve()
          if (isSlow) await disk.promise
          await log.append(...batch)
        },
      }),
    })
    const [annas, bens] = [await synced(anna), await synced(ben)]
    isSlow = true
    writeParagraph(annas.doc, 'on disk')
    await underWay.promise
    const heard = bens.heard.length
    bens.send(WHO_IS_HERE)
    await until(() => expect(bens.heard.length).toBeGreaterThan(heard))
    expect(wordsOf(bens.doc)).toBe('')
    expect(annas.acked()).toBe(annas.sent() - 1)
    disk.resolve()
    await until(() => expect(wordsOf(bens.doc).trim()).toBe('on disk'))
    await until(() => expect(annas.acked()).toBe(annas.sent()))
    expect(wordsOf(await server.live.current(anna.plan)).trim()).toBe('on disk')
  })

  it('[SYNC-11] [SYNC-12] [SYNC-90] who may not write, and who writes as somebody else, is closed with the same words', async () => {
    const { server, anna, ben } = await twoPeople()
    const annas = await synced(anna)
    writeParagraph(annas.doc, 'mine')
    await until(() => expect(annas.acked()).toBe(annas.sent()))
    const viewer = await synced(await joinPlan(anna, 'Vera', 'viewer'))
    writeParagraph(viewer.doc, 'smuggled')
    expect(await viewer.closed).toEqual({ code: CLOSE.role, reason: 'role' })
    const forger = await synced(ben)
    const doc = new Y.Doc()
    Y.applyUpdate(doc, Y.encodeStateAsUpdate(annas.doc))
    doc.clientID = annas.doc.clientID
    forger.sync(
      'update',
      updateOf(doc, () => void writeParagraph(doc, 'forged')),
    )
    expect((await forger.closed).code).toBe(CLOSE.badMessage)
    expect(wordsOf(await server.live.current(anna.plan)).trim()).toBe('mine')
  })

  it('[SYNC-21] [SYNC-90] a role that changes and a session that ends close it at once', async () => {
    const { anna, ben } = await twoPeople()
    const [annas, bens] = [await synced(anna), await synced(ben)]
    await changeRole(anna, ben, 'viewer')
    expect(await bens.closed).toEqual({ code: CLOSE.role, reason: 'role' })
    const { origin, cookie } = anna
    await fetch(`${origin}/api/me/forget`, { method: 'POST', headers: { origin, cookie } })
    expect(await annas.closed).toEqual({ code: CLOSE.signIn, reason: 'session' })
    expect(await bot(anna).status).toBe(401)
  })

  it('[SYNC-22] [SYNC-23] [SYNC-29] [SYNC-30] [SYNC-90] the door is the same', async () => {
    const { anna } = await twoPeople()
    expect((await bot(anna, { query: '?schema=0' }).closed).code).toBe(CLOSE.updateNeeded)
    expect((await bot(anna, { query: '?epoch=older' }).closed).code).toBe(CLOSE.epoch)
    expect(await bot({ ...anna, plan: 'none' }).status).toBe(404)
    expect(await bot(anna, { headers: { origin: 'https://evil.example' } }).status).toBe(403)
  })

  it('[LIMIT-5] [LIMIT-66] says too much: is closed, so that it comes back, and no other', async () => {
    const { server, anna, ben } = await twoPeople({ limits: { messagesAtOnce: 50, messagesPerSecond: 5 } })
    await synced(anna)
    const hostile = bot(ben, { mute: true })
    await hostile.status
    for (let i = 0; i < 60; i++) hostile.send(WHO_IS_HERE)
    expect(await hostile.closed).toEqual({ code: CLOSE.tooMuch, reason: 'rate' })
    expect(server.live.open().sockets).toBe(1)
  })

  it('[LIMIT-6] [LIMIT-66] does not read: is let go, and others hear everything', async () => {
    const limits = { bufferedBytes: 256 * 1024, bytesAtOnce: 1e9, messagesAtOnce: 1e6 }
    const { server, anna, ben } = await twoPeople({ limits })
    const [annas, slow, reader] = [await syncedBot(anna), await synced(ben), await synced(ben)]
    slow.ws.pause()
    const text = writeParagraph(annas.doc, 'x')
    while (server.live.open().sockets === 3) {
      text.insert(0, 'y'.repeat(200_000))
      await until(() => expect(annas.acked()).toBe(annas.sent()))
    }
    slow.ws.resume()
    expect((await slow.closed).code).toBe(1006)
    await until(() => expect(Y.encodeStateVector(reader.doc)).toEqual(Y.encodeStateVector(annas.doc)))
  })

  it('[LIMIT-7] [LIMIT-66] [SYNC-95] counts as one of a person’s sockets, and is free again when it has gone', async () => {
    const { anna } = await twoPeople({ limits: { socketsPerPerson: 1 } })
    const first = await synced(anna)
    expect(await bot(anna).status).toBe(503)
    first.close()
    await until(async () => expect(await bot(anna).status).not.toBe(503))
  })

  it('[SYNC-35] [SYNC-36] [SYNC-95] says something now and then, and lets go of who gives no sign of life', async () => {
    const { server, anna, ben } = await twoPeople({ limits: { tickMs: 20, quietMs: 60, pingMs: 50, deadMs: 400 } })
    const [annas, gone] = [await synced(anna), await synced(ben)]
    gone.send(presenceFrame([[gone.doc.clientID, 1, '{}']]))
    await until(() => expect(annas.presence.size).toBe(1))
    gone.ws.pause()
    await until(() => expect(annas.presence.size).toBe(0))
    expect(server.live.open().sockets).toBe(1)
    expect(annas.ws.readyState).toBe(annas.ws.OPEN)
  })
})
