import { CLOSE } from '@withy/shared/protocol'
import { describe, expect, it } from 'vitest'
import { createLog } from '../log.ts'
import { presenceFrame } from '../testing/bot.ts'
import { changeRole, type Guest, joinPlan, startPlan } from '../testing/guests.ts'
import { serverForTest, syncedBot } from '../testing/two-people.ts'
import { until } from '../testing/until.ts'
import { writeParagraph } from '../testing/writer.ts'

async function setUp(names: readonly string[] = ['Ben']) {
  const server = await serverForTest()
  const anna = await startPlan(server.origin)
  const others = await Promise.all(names.map((name) => joinPlan(anna, name, 'contributor')))
  return { server, anna, others: others as [Guest, ...Guest[]] }
}

describe('presence', () => {
  it('[SYNC-24] shows whom the server knows, whatever the client says of itself', async () => {
    const { anna, others } = await setUp()
    const [annas, bens] = [await syncedBot(anna), await syncedBot(others[0])]
    annas.say(1, { section: 'living-map', person: others[0].person, user: { name: 'Ben', color: 'red' } })
    await until(() =>
      expect(bens.presence).toEqual(new Map([[annas.doc.clientID, { section: 'living-map', person: anna.person }]])),
    )
  })

  it('[SYNC-157] [SYNC-158] shows who follows whom and which section somebody keeps, where that is said as agreed', async () => {
    const { anna, others } = await setUp()
    const [annas, bens] = [await syncedBot(anna), await syncedBot(others[0])]
    annas.say(1, { alone: 'living-map', follows: others[0].person })
    const shown = () => bens.presence.get(annas.doc.clientID)
    await until(() => expect(shown()).toEqual({ alone: 'living-map', follows: others[0].person, person: anna.person }))
    annas.say(2, { alone: 'x'.repeat(121) })
    await until(() => expect(shown()).toEqual({ person: anna.person }))
  })

  it('[SYNC-24] neither sets nor clears the presence of another person’s client, nor of another tab', async () => {
    const { anna, others } = await setUp()
    const [annas, bens, tab] = [await syncedBot(anna), await syncedBot(others[0]), await syncedBot(anna)]
    annas.say(5, { section: 'living-map' })
    await until(() => expect(bens.presence.size).toBe(1))
    const { clientID } = annas.doc
    bens.say(6, { section: 'forged' }, clientID)
    bens.say(6, null, clientID)
    tab.say(5, null, clientID)
    bens.say(1, { section: 'bens' })
    tab.say(1, { section: 'tabs' })
    await until(() => expect(annas.presence.size).toBe(3))
    for (const { presence } of [annas, bens, tab]) {
      expect(presence.get(clientID)).toEqual({ section: 'living-map', person: anna.person })
    }
    expect(bens.ws.readyState).toBe(bens.ws.OPEN)
  })

  it('[SYNC-24] follows a client that comes back before its old socket was given up', async () => {
    const { anna, others } = await setUp()
    const [before, bens] = [await syncedBot(anna), await syncedBot(others[0])]
    before.say(3, { section: 'living-map' })
    await until(() => expect(bens.presence.size).toBe(1))
    const after = await syncedBot(anna)
    after.say(4, { section: 'shared-power' }, before.doc.clientID)
    const here = { section: 'shared-power', person: anna.person }
    await until(() => expect(bens.presence.get(before.doc.clientID)).toEqual(here))
    before.close()
    await before.closed
    bens.say(1, {})
    await until(() => expect(after.presence.size).toBe(2))
    expect(bens.presence.get(before.doc.clientID)).toEqual(here)
  })

  it('[SYNC-25] binds the client id on disk before anyone is shown it', async () => {
    const { server, anna, others } = await setUp()
    const [annas, bens] = [await syncedBot(anna), await syncedBot(others[0])]
    annas.say(1, {})
    await until(() => expect(bens.presence.has(annas.doc.clientID)).toBe(true))
    expect((await server.updates.load(anna.plan))?.clients.get(annas.doc.clientID)).toBe(anna.person)
    bens.say(1, {}, annas.doc.clientID)
    bens.sync('update', new Uint8Array([1, 1, ...varint(annas.doc.clientID), 0, 0, 1, 0]))
    expect(await bens.closed).toEqual({ code: CLOSE.badMessage, reason: 'client-of-another' })
  })

  it('[SYNC-26] sends the newest state of each person, a frame for all, and the current ones to who comes', async () => {
    const { anna, others } = await setUp(['Ben', 'Cara'])
    const [annas, bens] = [await syncedBot(anna), await syncedBot(others[0])]
    const frames = () => annas.heard.filter(([type]) => type === 1).length
    const before = frames()
    for (let clock = 1; clock <= 100; clock++) bens.say(clock, { section: `s${clock}` })
    await until(() => expect(annas.presence.get(bens.doc.clientID)).toMatchObject({ section: 's100' }))
    expect(frames() - before).toBeLessThan(30)
    const caras = await syncedBot(others[1] as Guest)
    await until(() => expect(caras.presence.get(bens.doc.clientID)).toMatchObject({ section: 's100' }))
    caras.heard.length = 0
    caras.send(new Uint8Array([3]))
    await until(() => expect(caras.heard.length).toBeGreaterThan(0))
  })

  it('[SYNC-27] takes someone away when their socket closes, however it closes', async () => {
    const { anna, others } = await setUp(['Ben', 'Cara'])
    const annas = await syncedBot(anna)
    const bots = await Promise.all(others.map((guest) => syncedBot(guest)))
    for (const bot of bots) bot.say(1, {})
    await until(() => expect(annas.presence.size).toBe(2))
    bots[0]?.close()
    bots[1]?.ws.terminate()
    await until(() => expect(annas.presence.size).toBe(0))
  })

  it('[SYNC-27] shows one client of a socket, the last it said', async () => {
    const { anna, others } = await setUp()
    const [annas, bens] = [await syncedBot(anna), await syncedBot(others[0])]
    for (const client of [71, 72, 73]) bens.say(1, {}, client)
    await until(() => expect([...annas.presence.keys()]).toEqual([73]))
    bens.say(2, null, 73)
    await until(() => expect(annas.presence.size).toBe(0))
  })

  it.each([
    ['of the wrong kind', '{"section":5,"caret":"x"}'],
    ['that is no object', '"here"'],
    ['that is no JSON', '{'],
  ])('[SYNC-28] shows a state %s as nothing but the person', async (_, json) => {
    const { anna, others } = await setUp()
    const [annas, bens] = [await syncedBot(anna), await syncedBot(others[0])]
    bens.send(presenceFrame([[bens.doc.clientID, 1, json]]))
    await until(() => expect(annas.presence.get(bens.doc.clientID)).toEqual({ person: others[0].person }))
  })

  it('[LIMIT-4] closes a socket whose state is larger than 4 kB', async () => {
    const { anna } = await setUp([])
    const annas = await syncedBot(anna)
    annas.say(1, { section: 'x'.repeat(5_000) })
    expect(await annas.closed).toEqual({ code: CLOSE.tooLarge, reason: 'presence' })
  })

  it('[LIMIT-4] takes so many client ids of a person in a plan, however often they come back', async () => {
    const server = await serverForTest({ limits: { claimsPerDay: 20 } })
    const anna = await startPlan(server.origin)
    const clients = async () => (await server.updates.load(anna.plan))?.clients.size
    for (const first of [1, 11]) {
      const annas = await syncedBot(anna)
      for (let client = first; client < first + 10; client++) annas.say(1, {}, client)
      await until(async () => expect(await clients()).toBe(first + 9))
      annas.close()
      await until(() => expect(server.live.open().rooms).toBe(0))
    }
    const again = await syncedBot(anna)
    again.say(1, {}, 21)
    expect(await again.closed).toEqual({ code: CLOSE.tooMuch, reason: 'claims' })
    const writer = await syncedBot(anna)
    writeParagraph(writer.doc, 'of a new client')
    expect(await writer.closed).toEqual({ code: CLOSE.tooMuch, reason: 'claims' })
    expect(await clients()).toBe(20)
    const another = await startPlan(server.origin, 'Ben')
    const bens = await syncedBot(another)
    bens.say(1, {})
    await until(async () => expect((await server.updates.load(another.plan))?.clients.size).toBe(1))
  })

  it('[LIMIT-4] takes nothing of a frame after the client id that is one too many', async () => {
    const lines: string[] = []
    const log = createLog('info', { write: (line) => void lines.push(line) })
    const server = await serverForTest({ limits: { claimsPerDay: 20 }, log })
    const anna = await startPlan(server.origin)
    const annas = await syncedBot(anna)
    const entries = Array.from({ length: 900 }, (_, i) => [i + 1, 1, '{}'] as const)
    annas.send(presenceFrame(entries))
    expect(await annas.closed).toEqual({ code: CLOSE.tooMuch, reason: 'claims' })
    await until(() => expect(server.live.open().rooms).toBe(0))
    expect((await server.updates.load(anna.plan))?.clients.size).toBe(20)
    expect(lines.filter((line) => line.includes('claims'))).toHaveLength(1)
  })

  it('[SYNC-25] leaves nothing of a reader on disk, and binds their client id there when they begin to write', async () => {
    const { server, anna } = await setUp([])
    const vera = await joinPlan(anna, 'Vera', 'viewer')
    const [annas, veras] = [await syncedBot(anna), await syncedBot(vera)]
    veras.say(1, { section: 'living-map' })
    const { clientID } = veras.doc
    await until(() => expect(annas.presence.get(clientID)).toMatchObject({ person: vera.person }))
    expect((await server.updates.load(anna.plan))?.clients.size).toBe(0)
    annas.say(1, {}, clientID)
    annas.say(2, {}, 7)
    await until(() => expect(veras.presence.has(7)).toBe(true))
    expect(veras.presence.get(clientID)).toMatchObject({ person: vera.person })
    await changeRole(anna, vera, 'contributor')
    await veras.closed
    const writer = await syncedBot(vera, { doc: veras.doc })
    writeParagraph(writer.doc, 'now I write')
    await until(() => expect(writer.acked()).toBe(writer.sent()))
    expect((await server.updates.load(anna.plan))?.clients.get(clientID)).toBe(vera.person)
  })
})

function varint(number: number): number[] {
  return number < 128 ? [number] : [(number % 128) | 128, ...varint(Math.floor(number / 128))]
}
