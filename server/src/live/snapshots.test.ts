import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import type { Bot } from '../testing/bot.ts'
import { joinPlan } from '../testing/guests.ts'
import { botOf, syncedBot, twoPeople } from '../testing/two-people.ts'
import { until } from '../testing/until.ts'
import { wordsOf, writeParagraph } from '../testing/writer.ts'

const WORDS = Array.from({ length: 130 }, (_, i) => `word-${i}`)

describe('snapshots', () => {
  it('[STORE-41] when the last one leaves the log is compacted, and who comes next gets every word', async () => {
    const { server, anna, ben } = await twoPeople()
    const annas = await syncedBot(anna)
    for (const word of WORDS) writeParagraph(annas.doc, word)
    await until(() => expect(annas.acked()).toBe(annas.sent()))
    expect((await server.updates.load(anna.plan))?.compacted).toBe(0)
    annas.ws.close()
    await until(async () => expect((await server.updates.load(anna.plan))?.compacted).not.toBe(0))
    const compacted = await server.updates.load(anna.plan)
    expect([compacted?.snapshot?.seq, compacted?.updates]).toEqual([compacted?.seq, []])

    const bens = await syncedBot(ben)
    expect(wordsOf(bens.doc)).toBe(wordsOf(annas.doc))
    expect(Y.encodeStateVector(bens.doc)).toEqual(Y.encodeStateVector(annas.doc))
    writeParagraph(bens.doc, 'and after it')
    await until(() => expect(bens.acked()).toBe(bens.sent()))
    bens.ws.close()
    await until(() => expect(server.live.open().rooms).toBe(0))
    expect(wordsOf(await server.live.current(anna.plan))).toBe(wordsOf(bens.doc))
    // A few more changes are read faster than a snapshot is written.
    expect((await server.updates.load(anna.plan))?.compacted).toBe(compacted?.seq)
  })

  it('[STORE-119] which letters were moved is kept before the log that tells it is made shorter', async () => {
    const { server, anna } = await twoPeople()
    const annas = await syncedBot(anna)
    writeParagraph(annas.doc, 'by the sea')
    const box = annas.doc.getXmlFragment('place.where')
    annas.doc.transact(() => {
      const heading = new Y.XmlElement('heading')
      heading.insert(0, [new Y.XmlText('by the sea')])
      box.delete(0, 1)
      box.insert(0, [heading])
    })
    for (const word of WORDS.slice(0, 60)) writeParagraph(annas.doc, word)
    await until(() => expect(annas.acked()).toBe(annas.sent()))
    annas.ws.close()
    await until(async () => expect((await server.updates.load(anna.plan))?.compacted).not.toBe(0))
    expect(await server.store.movedOf(anna.plan)).toHaveLength(1)
  })

  it('[STORE-6] what came is folded while people write; who joins in the midst of it misses nothing', async () => {
    const { server, anna, ben } = await twoPeople()
    const annas = await syncedBot(anna)
    const late: Bot[] = []
    for (const [i, word] of WORDS.entries()) {
      writeParagraph(annas.doc, word)
      if (i % 20 !== 0) continue
      late.push(botOf(ben))
      await new Promise((resolve) => setTimeout(resolve, 10))
    }
    const cara = await syncedBot(await joinPlan(anna, 'Cara', 'viewer'))
    await until(() => {
      for (const one of [...late, cara]) expect(wordsOf(one.doc)).toBe(wordsOf(annas.doc))
    })
    expect(wordsOf(await server.live.current(anna.plan))).toBe(wordsOf(annas.doc))
  })

  it('[STORE-41] a plan goes on where its log cannot be compacted', async () => {
    const { server, anna, ben } = await twoPeople({
      around: (real) => ({ ...real, compact: () => Promise.reject(new Error('the disk is full')) }),
    })
    const annas = await syncedBot(anna)
    for (const word of WORDS) writeParagraph(annas.doc, word)
    await until(() => expect(annas.acked()).toBe(annas.sent()))
    annas.ws.close()
    await until(() => expect(server.live.open().rooms).toBe(0))
    expect(wordsOf((await syncedBot(ben)).doc)).toBe(wordsOf(annas.doc))
  })

  it('[STORE-41] of a plan that is damaged below its snapshot nothing is forgotten', async () => {
    const compacted: string[] = []
    const { server, anna } = await twoPeople({
      around: (real) => ({
        ...real,
        async load(plan, from) {
          const loaded = await real.load(plan, from)
          // Its last change cannot be read any more; the snapshot that was kept while people wrote hides that.
          return loaded && from === 'base' ? { ...loaded, updates: loaded.updates.slice(0, -1) } : loaded
        },
        compact(plan, ...rest) {
          compacted.push(plan)
          return real.compact(plan, ...rest)
        },
      }),
    })
    const annas = await syncedBot(anna)
    for (const word of WORDS) writeParagraph(annas.doc, word)
    await until(() => expect(annas.acked()).toBe(annas.sent()))
    annas.ws.close()
    await until(() => expect(server.live.open().rooms).toBe(0))
    await server.live.stop()
    expect(compacted).toEqual([])
    expect((await server.updates.load(anna.plan))?.updates).toHaveLength(WORDS.length)
  })
})
