import { join } from 'node:path'
import SqliteFile from 'better-sqlite3'
import { describe, expect, it, onTestFinished } from 'vitest'
import * as Y from 'yjs'
import { createLog } from '../log.ts'
import type { MomentName, MomentStore } from '../storage/moments.ts'
import type { Bot } from '../testing/bot.ts'
import { startPlan } from '../testing/guests.ts'
import { spawnServer } from '../testing/spawn-server.ts'
import type { TestServer } from '../testing/start-server.ts'
import { tempDir } from '../testing/temp-dir.ts'
import { syncedBot, twoPeople } from '../testing/two-people.ts'
import { until } from '../testing/until.ts'
import { TEXT_BOX, wordsOf, writeParagraph } from '../testing/writer.ts'
import { folded } from './folded.ts'
import { createMoments } from './moments.ts'

const PAUSE = { limits: { momentPauseMs: 100 } }

const allSaved = (bot: Bot) => until(() => expect(bot.acked()).toBe(bot.sent()))

const momentsOf = ({ store }: TestServer, plan: string, count: number) =>
  until(async () => {
    const found = await store.momentsOf(plan)
    expect(found).toHaveLength(count)
    return found
  })

async function wordsAt({ store }: TestServer, plan: string, seq: number) {
  const [found] = (await store.momentsOf(plan)).filter((one) => one.seq === seq)
  const bytes = found ? await store.momentBytes(plan, found) : null
  const doc = new Y.Doc()
  if (bytes) Y.applyUpdate(doc, bytes)
  return wordsOf(doc).trim()
}

describe('moments', () => {
  it('[STORE-53] are kept at each pause, with who wrote since the one before', async () => {
    const { server, anna, ben } = await twoPeople(PAUSE)
    const { plan } = anna
    const [annas, bens] = [await syncedBot(anna), await syncedBot(ben)]
    writeParagraph(annas.doc, 'before lunch')
    const [first] = await momentsOf(server, plan, 1)
    writeParagraph(bens.doc, 'after it')
    const [, second] = await momentsOf(server, plan, 2)
    if (!first || !second) throw new Error('there are two')
    expect(await wordsAt(server, plan, first.seq)).toBe('before lunch')
    expect(await wordsAt(server, plan, second.seq)).toMatch(/before lunch\s+after it/)
    const wrote = async (after: number, { epoch, seq: upTo }: MomentName) =>
      (await server.store.writersBetween(plan, { epoch, after, upTo })).map(({ person }) => person)
    expect(await wrote(0, first)).toEqual([anna.person])
    expect(await wrote(first.seq, second)).toEqual([ben.person])
    expect(second.at).toBeGreaterThan(first.at)
    // A third one so soon takes the place of the second, and the first stays.
    writeParagraph(annas.doc, 'and tea')
    await until(async () => expect((await server.store.momentsOf(plan)).map(({ seq }) => seq)).toEqual([first.seq, 3]))
  })

  it('[STORE-53] are kept when the last one leaves, where something was written, and before the log forgets it', async () => {
    const { server, anna, ben } = await twoPeople()
    const { plan } = anna
    const annas = await syncedBot(anna)
    for (let n = 0; n < 60; n++) writeParagraph(annas.doc, `word-${n}`)
    await allSaved(annas)
    annas.ws.close()
    const [first] = await momentsOf(server, plan, 1)
    expect(first?.seq).toBe(60)
    const bens = await syncedBot(ben)
    bens.ws.close()
    await until(() => expect(server.live.open().rooms).toBe(0))
    const again = await syncedBot(ben)
    again.doc.transact(() => again.doc.getXmlFragment(TEXT_BOX).delete(0, 59))
    for (let n = 0; n < 60; n++) writeParagraph(again.doc, `new-${n}`)
    await allSaved(again)
    again.ws.close()
    await until(async () => expect((await server.updates.load(plan))?.compacted).toBe(121))
    expect((await momentsOf(server, plan, 2)).map(({ seq }) => seq)).toEqual([60, 121])
    expect(await wordsAt(server, plan, 60)).toContain('word-30')
    expect(await wordsAt(server, plan, 121)).not.toContain('word-30')
  })

  it('[STORE-53] are kept by the server that people start', async () => {
    const dataDir = tempDir()
    const server = await spawnServer(dataDir)
    onTestFinished(server.kill)
    const anna = await startPlan(server.origin)
    const annas = await syncedBot(anna)
    writeParagraph(annas.doc, 'words')
    await allSaved(annas)
    annas.ws.close()
    const file = new SqliteFile(join(dataDir, 'withy.db'), { readonly: true })
    onTestFinished(() => void file.close())
    const rows = file.prepare(
      'select m.seq, a.person from moment m join authorship a on a.plan = m.plan where m.plan = ?',
    )
    await until(() => expect(rows.all(anna.plan)).toEqual([{ seq: 1, person: anna.person }]))
  })

  it('[STORE-53] are kept now and then where nobody ever pauses', async () => {
    const { server, anna } = await twoPeople({ limits: { momentPauseMs: 60_000, momentAtMostMs: 200 } })
    const annas = await syncedBot(anna)
    await until(async () => {
      writeParagraph(annas.doc, 'on and on')
      expect(await server.store.momentsOf(anna.plan)).not.toEqual([])
    })
    expect(annas.ws.readyState).toBe(annas.ws.OPEN)
  })

  it('[STORE-53] that cannot be kept hold up nothing, and the next one is', async () => {
    const { server, anna } = await twoPeople()
    const annas = await syncedBot(anna)
    writeParagraph(annas.doc, 'words')
    await allSaved(annas)
    let isFull = true
    const store: MomentStore = {
      ...server.store,
      keepMoment: (plan, moment) =>
        isFull ? Promise.reject(new Error('the disk is full')) : server.store.keepMoment(plan, moment),
    }
    const limits = { momentPauseMs: 10, momentAtMostMs: 10, momentsBytes: 1 }
    const moments = createMoments({
      ...{ updates: server.updates, store, limits, log: createLog('silent'), now: Date.now },
      fold: async (parts) => folded(parts),
    })
    const { epoch = '' } = (await server.updates.load(anna.plan)) ?? {}
    moments.of(anna.plan).rest({ epoch, seq: 1 })
    await moments.drained()
    expect(await server.store.momentsOf(anna.plan)).toEqual([])
    isFull = false
    moments.of(anna.plan).rest({ epoch, seq: 1 })
    await moments.drained()
    expect(await server.store.momentsOf(anna.plan)).toHaveLength(1)
  })
})
