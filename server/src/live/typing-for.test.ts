import { encodeTypeFor, FRAME, type Presence } from '@withy/shared/protocol'
import * as decoding from 'lib0/decoding'
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { authorOf } from '../storage/authors.ts'
import type { Bot } from '../testing/bot.ts'
import { joinPlan, removePerson } from '../testing/guests.ts'
import type { TestServer } from '../testing/start-server.ts'
import { botOf, syncedBot, twoPeople } from '../testing/two-people.ts'
import { until } from '../testing/until.ts'
import { updateOf, writeParagraph } from '../testing/writer.ts'
import { LIVE_LIMITS } from './limits.ts'
import { readPresence } from './presence.ts'

const allSaved = (bot: Bot) => until(() => expect(bot.acked()).toBe(bot.sent()))

/** What a frame of presence says. */
const saidIn = (frame: Uint8Array) =>
  readPresence(decoding.readVarUint8Array(decoding.createDecoder(frame.subarray(1))), LIVE_LIMITS) ?? []

/** Whom each text was typed for, as it is stored. */
async function saidFor({ store }: TestServer, plan: string, ...texts: Y.XmlText[]) {
  const all = await store.authorsOf(plan)
  return texts.map((text) => {
    const { client, clock } = text._start?.id ?? { client: 0, clock: 0 }
    const row = authorOf(all, 'inserted', client, clock)
    return row ? row.saidFor : 'not stored'
  })
}

describe('typing for somebody', () => {
  it('[SYNC-130] counts from there on, until it ends, on that socket and no other', async () => {
    const { server, anna, ben } = await twoPeople()
    const annas = await syncedBot(anna)
    const own = writeParagraph(annas.doc, 'my own')
    annas.send(encodeTypeFor(ben.person))
    const his = [writeParagraph(annas.doc, 'what Ben'), writeParagraph(annas.doc, 'says')]
    annas.send(encodeTypeFor(null))
    const after = writeParagraph(annas.doc, 'my own again')
    annas.send(encodeTypeFor(ben.person))
    annas.doc.transact(() => own.delete(0, 2))
    await allSaved(annas)
    const other = await syncedBot(anna)
    const elsewhere = writeParagraph(other.doc, 'on another socket')
    await allSaved(other)

    const [b] = [ben.person]
    expect(await saidFor(server, anna.plan, own, ...his, after, elsewhere)).toEqual([null, b, b, null, null])
    const [taken] = (await server.store.authorsOf(anna.plan)).filter(({ did }) => did === 'deleted')
    expect(taken).toMatchObject({ person: anna.person, saidFor: b })
  })

  it('[SYNC-130] keeps its place among changes that have to wait for others', async () => {
    const { server, anna, ben } = await twoPeople()
    const doc = new Y.Doc()
    const first = writeParagraph(doc, 'typed before')
    const before = Y.encodeStateAsUpdate(doc)
    let second = first
    const later = updateOf(doc, () => {
      second = writeParagraph(doc, 'typed after')
    })
    const bot = botOf(anna, { mute: true })
    await bot.status
    bot.sync('update', later)
    bot.send(encodeTypeFor(ben.person))
    bot.sync('step2', before)
    await until(() => expect(bot.acked()).toBe(2))
    expect(await saidFor(server, anna.plan, first, second)).toEqual([ben.person, null])
  })

  it('[SYNC-132] tells who names somebody who is not in the plan, and keeps every word', async () => {
    const { server, anna, ben } = await twoPeople()
    const annas = await syncedBot(anna)
    annas.send(encodeTypeFor('nobody-we-know'))
    const first = writeParagraph(annas.doc, 'for a stranger')
    await until(() => expect(annas.messages).toContainEqual({ type: 'not-typing-for', person: 'nobody-we-know' }))
    annas.send(encodeTypeFor(anna.person))
    const second = writeParagraph(annas.doc, 'for oneself')
    annas.send(encodeTypeFor(ben.person))
    const third = writeParagraph(annas.doc, 'for Ben')
    await allSaved(annas)
    await removePerson(anna, ben)
    const fourth = writeParagraph(annas.doc, 'for Ben, who has gone')
    await allSaved(annas)
    expect(await saidFor(server, anna.plan, first, second, third, fourth)).toEqual([null, null, ben.person, null])
    expect(annas.ws.readyState).toBe(annas.ws.OPEN)
    const told = annas.messages.filter((message) => (message as { type: string }).type === 'not-typing-for')
    expect(told.map((message) => (message as { person: string }).person)).toEqual(['nobody-we-know', ben.person])
  })

  it('[SYNC-164] is seen by all from what the server keeps, whatever the page shows of itself', async () => {
    const { server, anna, ben } = await twoPeople()
    const [tom, vera] = [await joinPlan(anna, 'Tom', 'contributor'), await joinPlan(anna, 'Vera', 'viewer')]
    const [bens, veras] = [await syncedBot(ben), await syncedBot(vera)]
    const typers = (bot: Bot) =>
      [...bot.presence].flatMap(([client, state]) => ((state as Presence).typesFor ? [{ client, state }] : []))
    // A page that shows nothing of itself.
    bens.send(encodeTypeFor(tom.person))
    writeParagraph(bens.doc, 'in secret')
    const state = { person: ben.person, typesFor: tom.person }
    await until(() => expect(typers(veras)).toEqual([{ client: expect.any(Number), state }]))
    // Who comes later sees it too.
    const toms = await syncedBot(tom)
    await until(() => expect(typers(toms)).toEqual(typers(veras)))
    // A page that says another thing of itself, and one that would take that away or put it elsewhere.
    bens.say(1, { section: 'living-map', typesFor: vera.person })
    await until(() =>
      expect(veras.presence.get(bens.doc.clientID)).toEqual({ section: 'living-map', person: ben.person }),
    )
    const [shown] = typers(veras)
    for (const json of [null, { section: 'elsewhere' }]) bens.say(9, json, shown?.client)
    toms.say(9, { section: 'elsewhere' }, shown?.client)
    toms.say(1, { section: 'toms' })
    await until(() => expect(veras.presence.get(toms.doc.clientID)).toBeDefined())
    expect(typers(veras)).toEqual([{ client: shown?.client, state }])
    // For another; nobody is shown for whom nothing would be kept.
    bens.send(encodeTypeFor(vera.person))
    await until(() => expect(typers(toms)).toMatchObject([{ state: { typesFor: vera.person } }]))
    bens.send(encodeTypeFor('nobody-we-know'))
    await until(() => expect(typers(toms)).toEqual([]))
    bens.send(encodeTypeFor(tom.person))
    await until(() => expect(typers(veras)).toHaveLength(1))
    bens.send(encodeTypeFor(null))
    await until(() => expect(typers(veras)).toEqual([]))
    // Who is out of the plan, and who has left.
    bens.send(encodeTypeFor(tom.person))
    await until(() => expect(typers(veras)).toHaveLength(1))
    await removePerson(anna, tom)
    await until(() => expect(typers(veras)).toEqual([]))
    bens.send(encodeTypeFor(vera.person))
    await until(() => expect(typers(veras)).toHaveLength(1))
    bens.close()
    await until(() => expect(veras.presence.size).toBe(0))
    await until(() => expect(server.live.open().rooms).toBe(1))
  })

  it('[SYNC-164] is shown anew as long as it lasts: clients forget in 30 s what is not, and what is no newer is no news', async () => {
    const { anna, ben } = await twoPeople({ limits: { pingMs: 60, tickMs: 20 } })
    const [annas, bens] = [await syncedBot(anna), await syncedBot(ben)]
    const told = () => annas.heard.filter(([type]) => type === FRAME.awareness).flatMap((frame) => saidIn(frame))
    bens.send(encodeTypeFor(anna.person))
    await until(() => expect(told().length).toBeGreaterThan(3))
    const [first, ...more] = told()
    // Two that come close together are told as one.
    const clocks = told().map(({ clock }) => clock)
    expect(clocks).toEqual([...new Set(clocks)].toSorted((one, other) => one - other))
    expect(new Set(more.map(({ client, json }) => `${client} ${json}`))).toEqual(
      new Set([`${first?.client} ${first?.json}`]),
    )
    bens.send(encodeTypeFor(null))
    await until(() => expect(told().at(-1)?.json).toBe('null'))
    expect(annas.presence.size).toBe(0)
    expect(LIVE_LIMITS.pingMs + LIVE_LIMITS.tickMs).toBeLessThan(30_000)
  })

  it('[SYNC-132] closes the socket of who may not write, and one that says it in no known way', async () => {
    const { anna } = await twoPeople()
    const vera = await syncedBot(await joinPlan(anna, 'Vera', 'viewer'))
    vera.send(encodeTypeFor(anna.person))
    expect(await vera.closed).toMatchObject({ code: 4403, reason: 'role' })
    const cutOff = encodeTypeFor('somebody').subarray(0, 4)
    const withMore = new Uint8Array([...encodeTypeFor('somebody'), 0])
    const notText = new Uint8Array([FRAME.typeFor, 2, 0xc3, 0x28])
    for (const frame of [cutOff, withMore, notText, encodeTypeFor('x'.repeat(65))]) {
      const bot = await syncedBot(anna)
      bot.send(frame)
      expect((await bot.closed).code).toBe(4400)
    }
  })

  it('[LIMIT-5] counts saying it as 20 frames: each is looked up', async () => {
    const { anna, ben } = await twoPeople({ limits: { messagesPerSecond: 0, messagesAtOnce: 110 } })
    const annas = await syncedBot(anna)
    for (let n = 0; n < 4; n++) annas.send(encodeTypeFor(ben.person))
    writeParagraph(annas.doc, 'still here')
    await allSaved(annas)
    annas.send(encodeTypeFor(ben.person))
    expect((await annas.closed).code).toBe(4503)
  })
})
