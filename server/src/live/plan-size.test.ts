import { textRoot } from '@withy/shared/plan'
import { CLOSE } from '@withy/shared/protocol'
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import type { Guest } from '../testing/guests.ts'
import type { TestServer } from '../testing/start-server.ts'
import { botOf, syncedBot, twoPeople } from '../testing/two-people.ts'
import { until } from '../testing/until.ts'
import { TEXT_BOX, wordsOf, writeParagraph } from '../testing/writer.ts'
import { LIVE_LIMITS } from './limits.ts'

const FULL = { code: CLOSE.tooLarge, reason: 'plan-full' }

describe('a large plan', () => {
  it('[LIMIT-6] is opened by who comes, though it is more than may wait for a slow reader', {
    timeout: 60_000,
  }, async () => {
    const { server, anna, ben } = await twoPeople()
    const large = withWords('x'.repeat(15_000_000))
    await store(server, anna, large)
    const bens = await syncedBot(ben)
    expect(Y.encodeStateVector(bens.doc)).toEqual(Y.encodeStateVector(large))
    // What is written meanwhile counts again.
    const annas = await syncedBot(anna)
    writeParagraph(annas.doc, 'and more')
    await until(() => expect(wordsOf(bens.doc)).toContain('and more'))
  })

  it('[LIMIT-6] is not sent again and again to someone who asks and does not read', { timeout: 60_000 }, async () => {
    const { server, anna } = await twoPeople()
    await store(server, anna, withWords('x'.repeat(15_000_000)))
    const hostile = botOf(anna, { mute: true })
    await new Promise((resolve) => hostile.ws.once('message', resolve))
    hostile.ws.pause()
    for (let i = 0; i < 10; i++) hostile.sync('step1', new Uint8Array([0]))
    await until(() => expect(server.live.open().sockets).toBe(0))
  })

  it('[LIMIT-9] takes no more words when it is full, kindly; reading and taking words out go on', async () => {
    const { server, anna, ben } = await twoPeople({ limits: { planBytes: 2_000, measureMs: 0 } })
    const [annas, bens] = [await syncedBot(anna), await syncedBot(ben)]
    writeParagraph(annas.doc, 'fits'.repeat(400))
    await until(() => expect(annas.acked()).toBe(annas.sent()))
    writeParagraph(bens.doc, 'too much'.repeat(100))
    expect(await bens.closed).toEqual(FULL)
    expect(wordsOf(await server.live.current(anna.plan))).not.toContain('too much')
    const reader = await syncedBot(ben)
    expect(wordsOf(reader.doc)).toContain('fits')
    textRoot(annas.doc, TEXT_BOX).delete(0, 1)
    await until(() => expect(wordsOf(reader.doc)).not.toContain('fits'))
    writeParagraph(reader.doc, 'room again')
    await until(() => expect(reader.acked()).toBe(reader.sent()))
  })

  it('[LIMIT-9] measures what is there, not what was typed on the way there', async () => {
    const { server, anna } = await twoPeople({ limits: { planBytes: 1_000, measureMs: 0 } })
    const annas = await syncedBot(anna)
    const text = writeParagraph(annas.doc, 'x')
    for (let i = 0; i < 60; i++) {
      text.insert(text.length, 'y')
      await until(() => expect(annas.acked()).toBe(annas.sent()))
    }
    const log = (await server.updates.load(anna.plan))?.updates ?? []
    expect(log.reduce((sum, { byteLength }) => sum + byteLength, 0)).toBeGreaterThan(1_000)
  })

  it('[LIMIT-9] with all the deleted stretches there can be takes no more words, but still lets them be taken out, and that has an end too', async () => {
    const { server, anna } = await twoPeople({
      limits: { rangesPerPlan: 20, takingOutRanges: 10, measureMs: 0 },
    })
    const writer = await syncedBot(anna)
    const words = writeParagraph(writer.doc, 'x'.repeat(200))
    for (let at = 190; at > 0; at -= 2) {
      if (writer.ws.readyState !== writer.ws.OPEN) break
      words.delete(at, 1)
      words.insert(at, 'y')
      await Promise.race([writer.closed, until(() => expect(writer.acked()).toBe(writer.sent()))])
    }
    expect(await writer.closed).toEqual(FULL)

    const taker = await syncedBot(anna)
    const left = wordsOf(taker.doc).length
    const text = firstText(taker.doc)
    for (let n = 0; n < 5; n++) {
      text.delete(2 * n, 1)
      await until(() => expect(taker.acked()).toBe(taker.sent()))
    }
    expect(wordsOf(await server.live.current(anna.plan))).toHaveLength(left - 5)
    text.insert(0, 'more')
    expect(await taker.closed).toEqual(FULL)

    const greedy = await syncedBot(anna)
    const rest = firstText(greedy.doc)
    for (let at = 20; at < 100 && greedy.ws.readyState === greedy.ws.OPEN; at++) rest.delete(at, 1)
    expect(await greedy.closed).toEqual(FULL)
    expect(wordsOf((await syncedBot(anna)).doc)).toBe(wordsOf(await server.live.current(anna.plan)))
  })

  it('[LIMIT-9] lets words be taken out that make few deleted stretches of many, and then has room again', async () => {
    const { server, anna } = await twoPeople({ limits: { rangesPerPlan: 10, takingOutRanges: 0, measureMs: 0 } })
    const annas = await syncedBot(anna)
    const text = writeParagraph(annas.doc, 'x'.repeat(100))
    for (let at = 40; at > 20; at -= 2) text.delete(at, 1)
    await until(() => expect(annas.acked()).toBe(annas.sent()))
    // Eleven stretches that are left between the ten, and beside them.
    text.delete(15, 20)
    await until(() => expect(annas.acked()).toBe(annas.sent()))
    text.delete(3, 1)
    text.insert(0, 'room again')
    await until(() => expect(annas.acked()).toBe(annas.sent()))
    expect(wordsOf(await server.live.current(anna.plan))).toContain('room again')
  })

  it('[LIMIT-9] even then names all its deleted stretches in one frame, as an honest client does', () => {
    const { rangesPerPlan, takingOutRanges, rangesPerUpdate, frameBytes } = LIVE_LIMITS
    expect(rangesPerPlan + takingOutRanges).toBeLessThanOrEqual(rangesPerUpdate)
    expect((rangesPerPlan + takingOutRanges) * 6).toBeLessThan(frameBytes)
  })
})

/** As though it had been written long ago. */
async function store({ updates }: TestServer, { plan, person }: Guest, doc: Y.Doc) {
  const found = await updates.load(plan)
  const entry = { seq: 1, person, connection: 'before', at: 0, bytes: Y.encodeStateAsUpdate(doc) }
  const claims = [{ client: doc.clientID, person }]
  await updates.append(plan, found?.epoch ?? '', { claims, entries: [entry], authored: [] })
}

/** The words of the first paragraph. */
const firstText = (doc: Y.Doc): Y.XmlText => {
  const [text] = textRoot(doc, TEXT_BOX).createTreeWalker((type) => type instanceof Y.XmlText)
  if (!(text instanceof Y.XmlText)) throw new Error('there is no paragraph')
  return text
}

const withWords = (words: string) => {
  const doc = new Y.Doc()
  writeParagraph(doc, words)
  return doc
}
