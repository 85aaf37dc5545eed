import { textRoot } from '@withy/shared/plan'
import { describe, expect, it, onTestFinished } from 'vitest'
import * as Y from 'yjs'
import { type Guest, startPlan } from '../testing/guests.ts'
import type { TestServer } from '../testing/start-server.ts'
import { botOf, serverForTest, syncedBot } from '../testing/two-people.ts'
import { until } from '../testing/until.ts'
import { TEXT_BOX, wordsOf, writeParagraph } from '../testing/writer.ts'
import { createAnswers } from './answers.ts'
import { createFolding } from './fold.ts'
import { folded } from './folded.ts'

/** A plan that is slow to compare: many small pieces of writing. */
function much(pieces: number): Y.Doc {
  const doc = new Y.Doc()
  const text = writeParagraph(doc, 'begin')
  doc.transact(() => {
    for (let i = 0; i < pieces; i++) text.insert((i * 7) % 40, 'ab')
  })
  return doc
}

/** As though it had been written long ago. */
async function store({ updates }: TestServer, { plan, person }: Guest, doc: Y.Doc) {
  const { epoch = '' } = (await updates.load(plan)) ?? {}
  const bytes = Y.encodeStateAsUpdate(doc)
  const entry = { seq: 1, person, connection: 'before', at: 0, bytes }
  await updates.append(plan, epoch, { claims: [{ client: doc.clientID, person }], entries: [entry], authored: [] })
  await updates.keepSnapshot(plan, epoch, { seq: 1, ...folded([bytes]) })
}

const short = (doc: Y.Doc, by: number) => {
  const [[client = 0, clock = 0] = []] = Y.decodeStateVector(Y.encodeStateVector(doc))
  return Y.encodeStateVector(new Map([[client, clock - by]]))
}

/** How long it takes to compare it once, at best. */
function comparing(doc: Y.Doc): number {
  const update = Y.encodeStateAsUpdate(doc)
  const times = [1, 2, 3].map((by) => {
    const from = performance.now()
    Y.diffUpdate(update, short(doc, by))
    return performance.now() - from
  })
  return Math.min(...times)
}

describe('asking again and again', () => {
  it('[LIMIT-87] with other clocks each time, of a large plan, keeps nobody who types in another waiting', {
    timeout: 30_000,
  }, async () => {
    const server = await serverForTest({ limits: { messagesPerSecond: 1e6, messagesAtOnce: 1e6 } })
    const [anna, zoe] = [await startPlan(server.origin), await startPlan(server.origin, 'Zoe')]
    const doc = much(30_000)
    await store(server, anna, doc)
    const quiet = await syncedBot(zoe)
    const hostile = botOf(anna, { mute: true })
    await new Promise((resolve) => hostile.ws.once('message', resolve))
    hostile.ws.removeAllListeners('message')

    for (let i = 1; i <= 40; i++) hostile.sync('step1', short(doc, i))
    let waited = 0
    const edits = 5
    for (let n = 0; n < edits; n++) {
      const from = performance.now()
      writeParagraph(quiet.doc, 'q')
      await until(() => expect(quiet.acked()).toBe(quiet.sent()))
      waited += performance.now() - from
    }
    expect(waited / edits).toBeLessThan(3 * comparing(doc))
  })

  it('[LIMIT-5] costs the more the more clocks are asked with', async () => {
    const server = await serverForTest()
    const anna = await startPlan(server.origin)
    const many = Y.encodeStateVector(new Map(Array.from({ length: 150_000 }, (_, i) => [i, 1])))
    const hostile = botOf(anna, { mute: true })
    await hostile.status
    for (let i = 0; i < 3; i++) hostile.sync('step1', many)
    expect(await hostile.closed).toEqual({ code: 4503, reason: 'rate' })
  })

  it('[LIMIT-5] costs the more the larger the plan is', async () => {
    const limits = { messagesPerSecond: 0, messagesAtOnce: 100, askCost: 1, askCostBytes: 1_000 }
    const server = await serverForTest({ limits })
    const [anna, zoe] = [await startPlan(server.origin), await startPlan(server.origin, 'Zoe')]
    const doc = much(2_000)
    await store(server, anna, doc)
    const [large, small] = [botOf(anna, { mute: true }), botOf(zoe, { mute: true })]
    for (const bot of [large, small]) {
      await bot.status
      for (let i = 0; i < 40; i++) bot.sync('step1', short(doc, i))
    }
    expect(await large.closed).toEqual({ code: 4503, reason: 'rate' })
    small.say(1, null)
    await until(() => expect(small.isSynced()).toBe(true))
    expect(small.ws.readyState).toBe(small.ws.OPEN)
  })
})

describe('who comes back to a large plan', () => {
  it('[LIMIT-87] [STORE-6] gets what is missing, and what others wrote while that was worked out', async () => {
    const server = await serverForTest()
    const anna = await startPlan(server.origin)
    const away = much(8_000)
    const whole = Y.encodeStateAsUpdate(away)
    textRoot(away, TEXT_BOX).delete(0, 1)
    writeParagraph(away, 'since')
    await store(server, anna, away)
    const old = new Y.Doc()
    Y.applyUpdate(old, whole)
    const here = await syncedBot(anna)
    const back = botOf(anna, { doc: old })
    await back.status
    for (let i = 0; i < 150; i++) writeParagraph(here.doc, `w${i}`)
    await until(() => {
      expect(wordsOf(old)).toContain('w149')
      expect(wordsOf(old)).toBe(wordsOf(here.doc))
    })
    expect(wordsOf(old)).toContain('since')
    const answer = back.heard.find((frame) => frame[0] === 0 && frame[1] === 1)
    expect(answer?.byteLength).toBeLessThan(whole.byteLength / 2)
  })

  it('[SYNC-84] [SYNC-105] hears a sign of life at once, and no ack before the answer that takes a while', async () => {
    const server = await serverForTest()
    const anna = await startPlan(server.origin)
    const doc = much(30_000)
    await store(server, anna, doc)
    const back = botOf(anna, { mute: true })
    await until(() => expect(back.heard.some((frame) => frame[0] === 0)).toBe(true))
    await until(() => expect(back.messages.length).toBeGreaterThan(0))
    const asked = back.heard.length
    back.sync('step1', short(doc, 100))
    back.sync('step2', Y.encodeStateAsUpdate(new Y.Doc()))
    await until(() => expect(back.acked()).toBe(1))
    const kinds = back.heard.slice(asked).map(([is, kind]) => (is === 0 ? `sync ${kind}` : is))
    expect(kinds.filter((kind) => kind !== 101)).toEqual([1, 'sync 1', 1, 100])
  })

  it('[LIMIT-87] [STORE-6] gets all of it where too much is asked at once, or the thread has died', async () => {
    const folding = createFolding()
    onTestFinished(() => folding.stop())
    const large = new Uint8Array(9 * 1024 * 1024)
    const nothing = new Uint8Array([0])
    const first = folding.difference(large, nothing)
    expect(await folding.difference(large, nothing)).toBeNull()
    expect(await first).toBeInstanceOf(Uint8Array)
    expect(await folding.difference(large, nothing)).toBeInstanceOf(Uint8Array)
    const plan = folded([Y.encodeStateAsUpdate(much(8_000))])
    const answer = createAnswers(plan, folding.difference)
    const lost = answer(Y.encodeStateVector(new Y.Doc()))
    await folding.stop()
    expect(await lost).toBeNull()
    expect(await answer(Y.encodeStateVector(new Y.Doc()))).toBeInstanceOf(Uint8Array)
  })
})
