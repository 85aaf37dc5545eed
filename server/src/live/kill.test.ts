import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { textRoot } from '@withy/shared/plan'
import { describe, expect, it, onTestFinished } from 'vitest'
import * as Y from 'yjs'
import { type Bot, openBot } from '../testing/bot.ts'
import { type Guest, joinPlan, startPlan } from '../testing/guests.ts'
import { type SpawnedServer, spawnServer } from '../testing/spawn-server.ts'
import { until } from '../testing/until.ts'
import { TEXT_BOX, wordsOf, writeParagraph } from '../testing/writer.ts'

const tokenOf = (writer: number, n: number) => `⟦c${writer}-${String(n).padStart(6, '0')}⟧`
const tokensIn = (doc: Y.Doc): string[] => wordsOf(doc).match(/⟦c\d-\d{6}⟧/g) ?? []

/** A person who types tokens, one a change, and knows which change carried which. */
function createWriter(writer: number, bot: Bot) {
  const all: string[] = []
  const byFrame = new Map<number, string>()
  return {
    bot,
    type() {
      const text = (textRoot(bot.doc, TEXT_BOX).get(all.length % 2) as Y.XmlElement).get(0) as Y.XmlText
      const token = tokenOf(writer, all.length)
      const before = bot.sent()
      // Always at the front: two people at the same place, and no token is ever split.
      text.insert(0, token)
      all.push(token)
      if (bot.sent() > before) byFrame.set(bot.sent(), token)
    },
    all: (): readonly string[] => all,
    saved: () => [...byFrame].filter(([frame]) => frame <= bot.acked()).map(([, token]) => token),
    seen: () => tokensIn(bot.doc).filter((token) => !token.startsWith(`⟦c${writer}-`)),
  }
}

async function synced(guest: Guest, doc = new Y.Doc()) {
  const bot = openBot(guest, { doc })
  onTestFinished(() => bot.ws.terminate())
  await until(() => expect(bot.isSynced()).toBe(true))
  await until(() => expect(bot.acked()).toBe(bot.sent()))
  return bot
}

/** The same numbers for the same seed (mulberry32). */
function chance(seed: number) {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}

describe('kill -9 while three people type', () => {
  it.each([1, 2, 3])(
    '[SYNC-38] every saved and every seen word is there once afterwards (seed %i)',
    {
      timeout: 120_000,
    },
    async (seed) => {
      const random = chance(seed)
      const dataDir = mkdtempSync(join(tmpdir(), 'withy-kill-'))
      let server: SpawnedServer = await spawnServer(dataDir)
      onTestFinished(async () => {
        await server.kill()
        rmSync(dataDir, { recursive: true })
      })
      const anna = await startPlan(server.origin)
      const guests = [anna, await joinPlan(anna, 'Ben', 'contributor'), await joinPlan(anna, 'Cara', 'facilitator')]
      const first = await synced(anna)
      writeParagraph(first.doc, 'shared')
      writeParagraph(first.doc, 'shared too')
      await until(() => expect(first.acked()).toBe(first.sent()))
      const writers = await Promise.all(guests.map(async (guest, i) => createWriter(i, await synced(guest))))

      const enough = 1 + Math.floor(random() * 300)
      const savedInAll = () => writers.reduce((sum, { saved }) => sum + saved().length, 0)
      while (savedInAll() < enough) {
        for (let burst = random() * 6; burst > 0; burst--) writers[Math.floor(random() * writers.length)]?.type()
        await new Promise((resolve) => setTimeout(resolve, random() * 4))
      }
      const killed = server.kill()
      for (const writer of writers) writer.type()
      await killed
      await Promise.all(writers.map(({ bot }) => bot.closed))

      server = await spawnServer(dataDir)
      const { origin } = server
      const found = tokensIn((await synced({ ...anna, origin })).doc)
      expect(new Set(found).size).toBe(found.length)
      for (const writer of writers) {
        expect(writer.saved().filter((token) => !found.includes(token))).toEqual([])
        expect(writer.seen().filter((token) => !found.includes(token))).toEqual([])
      }

      const back = await Promise.all(guests.map((guest, i) => synced({ ...guest, origin }, writers[i]?.bot.doc)))
      const all = writers.flatMap((writer) => writer.all()).sort()
      for (const { doc } of back) await until(() => expect(tokensIn(doc).sort()).toEqual(all))
    },
  )
})
