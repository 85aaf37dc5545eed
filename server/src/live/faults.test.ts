import { CLOSE } from '@withy/shared/protocol'
import { describe, expect, it } from 'vitest'
import { WebSocket } from 'ws'
import * as Y from 'yjs'
import type { UpdateLog } from '../storage/update-log.ts'
import { joinPlan, startPlan } from '../testing/guests.ts'
import type { TestServerNeeds } from '../testing/start-server.ts'
import { botOf, serverForTest, syncedBot } from '../testing/two-people.ts'
import { until } from '../testing/until.ts'
import { wordsOf, writeParagraph } from '../testing/writer.ts'

/** The real server with a log that does what the test says. */
async function open(limits: TestServerNeeds['limits'] = {}) {
  const trouble: {
    append: ((real: () => Promise<void>, plan: string) => Promise<void>) | null
    load: (() => Promise<never>) | null
    loads: number
  } = { append: null, load: null, loads: 0 }
  const around = (real: UpdateLog): UpdateLog => ({
    ...real,
    append: (plan, epoch, batch) => {
      const append = () => real.append(plan, epoch, batch)
      return trouble.append ? trouble.append(append, plan) : append()
    },
    load: (plan) => {
      trouble.loads += 1
      return trouble.load ? trouble.load() : real.load(plan)
    },
  })
  return { server: await serverForTest({ limits, around }), trouble }
}

/** A commit that takes until the test finishes it. */
function slowCommit() {
  const underWay = Promise.withResolvers<void>()
  const finished = Promise.withResolvers<void>()
  const append = async (real: () => Promise<void>) => {
    underWay.resolve()
    await finished.promise
    await real()
  }
  return { append, underWay: underWay.promise, finish: () => finished.resolve() }
}

const diskFull = () => Promise.reject(new Error('SQLITE_FULL: database or disk is full'))

describe('a commit that goes wrong', () => {
  it('[SYNC-3] is neither acked nor shown; the room comes back from disk, other plans never notice', async () => {
    const { server, trouble } = await open()
    const anna = await startPlan(server.origin)
    const ben = await joinPlan(anna, 'Ben', 'contributor')
    const zoe = await startPlan(server.origin, 'Zoe')
    const [annas, bens, zoes] = [await syncedBot(anna), await syncedBot(ben), await syncedBot(zoe)]
    writeParagraph(annas.doc, 'kept')
    await until(() => expect(wordsOf(bens.doc)).toContain('kept'))
    const ackedBefore = annas.acked()

    trouble.append = (append, plan) => (plan === anna.plan ? diskFull() : append())
    writeParagraph(annas.doc, 'lost on the way')
    expect(await annas.closed).toEqual({ code: CLOSE.tryLater, reason: 'not-kept' })
    expect((await bens.closed).code).toBe(CLOSE.tryLater)
    expect(annas.acked()).toBe(ackedBefore)
    expect(wordsOf(bens.doc)).not.toContain('lost on the way')
    expect(wordsOf(await server.live.current(anna.plan))).not.toContain('lost on the way')

    writeParagraph(zoes.doc, 'another plan')
    await until(() => expect(zoes.acked()).toBe(zoes.sent()))
    expect(zoes.ws.readyState).toBe(WebSocket.OPEN)

    trouble.append = null
    const back = await syncedBot(anna, { doc: annas.doc })
    await until(() => expect(back.acked()).toBe(back.sent()))
    const again = await syncedBot(ben)
    expect(wordsOf(again.doc).match(/lost on the way/g)).toHaveLength(1)
    expect(wordsOf(again.doc).match(/kept/g)).toHaveLength(1)
  })

  it('[SYNC-3] whose outcome is not known is not acked, and what it did store is there once', async () => {
    const { server, trouble } = await open({ commitMs: 100 })
    const anna = await startPlan(server.origin)
    const annas = await syncedBot(anna)
    await until(() => expect(annas.acked()).toBe(annas.sent()))
    const acked = annas.acked()
    trouble.append = async (append) => {
      await append()
      await new Promise(() => {})
    }
    writeParagraph(annas.doc, 'stored, but nobody was told')
    expect((await annas.closed).code).toBe(CLOSE.tryLater)
    expect(annas.acked()).toBe(acked)
    trouble.append = null
    const back = await syncedBot(anna, { doc: annas.doc })
    await until(() => expect(back.acked()).toBe(back.sent()))
    expect(wordsOf(await server.live.current(anna.plan)).match(/nobody was told/g)).toHaveLength(1)
  })

  it('[SYNC-1] shows nobody a change and acks nothing while its commit is under way', async () => {
    const { server, trouble } = await open()
    const anna = await startPlan(server.origin)
    const ben = await joinPlan(anna, 'Ben', 'contributor')
    const [annas, bens] = [await syncedBot(anna), await syncedBot(ben)]
    await until(() => expect([annas.acked(), bens.acked()]).toEqual([1, 1]))
    const slow = slowCommit()
    trouble.append = slow.append
    writeParagraph(annas.doc, 'one')
    writeParagraph(annas.doc, 'two')
    await slow.underWay
    const late = botOf(ben)
    await until(() => expect(late.isSynced()).toBe(true))
    expect([wordsOf(bens.doc), wordsOf(late.doc), annas.acked()]).toEqual(['', '', 1])
    expect(wordsOf(await server.live.current(anna.plan))).toBe('')
    trouble.append = null
    slow.finish()
    await until(() => expect(wordsOf(late.doc)).toMatch(/one +two/))
    expect(wordsOf(bens.doc)).toMatch(/one +two/)
    await until(() => expect(annas.acked()).toBe(annas.sent()))
  })

  it('[SYNC-2] acks add up: the last one covers every change before it, and names the plan’s sequence and epoch', async () => {
    const { server } = await open()
    const anna = await startPlan(server.origin)
    const annas = await syncedBot(anna)
    for (let i = 0; i < 50; i++) writeParagraph(annas.doc, `line ${i}`)
    await until(() => expect(annas.acked()).toBe(annas.sent()))
    const counts = annas.acks.map(({ count }) => count)
    expect(counts).toEqual([...counts].sort((a, b) => a - b))
    expect(counts.length).toBeLessThan(annas.sent())
    expect(annas.acks.at(-1)).toEqual({
      count: annas.sent(),
      seq: (await server.updates.load(anna.plan))?.seq,
      epoch: (await server.store.find(anna.plan))?.epoch,
    })
  })

  it('[SYNC-2] sends no acks to a client that did not ask for them', async () => {
    const { server } = await open()
    const anna = await startPlan(server.origin)
    const plain = await syncedBot(anna, { protocols: [] })
    writeParagraph(plain.doc, 'words')
    await until(async () => expect(wordsOf(await server.live.current(anna.plan))).toContain('words'))
    expect(plain.acks).toEqual([])
  })
})

describe('a plan that cannot be read', () => {
  it('[SYNC-6] is refused so that people come back, never shown blank, and nothing is written over it', async () => {
    const { server, trouble } = await open()
    const anna = await startPlan(server.origin)
    const annas = await syncedBot(anna)
    writeParagraph(annas.doc, 'the plan')
    await until(() => expect(annas.acked()).toBe(annas.sent()))
    annas.close()
    await until(() => expect(server.live.open().rooms).toBe(0))

    trouble.load = () => Promise.reject(new Error('SQLITE_BUSY'))
    const blank = new Y.Doc()
    writeParagraph(blank, 'over it')
    const refused = await Promise.all(Array.from({ length: 5 }, () => botOf(anna, { doc: blank }).closed))
    for (const { code } of refused) expect(code).toBe(CLOSE.tryLater)
    await expect(server.live.current(anna.plan)).rejects.toThrow()
    trouble.load = null
    expect(wordsOf((await syncedBot(anna)).doc).trim()).toBe('the plan')
  })

  it('[SYNC-6] is refused when the log never answers', async () => {
    const { server, trouble } = await open({ loadMs: 50 })
    const anna = await startPlan(server.origin)
    trouble.load = () => new Promise(() => {})
    expect(await botOf(anna).closed).toEqual({ code: CLOSE.tryLater, reason: 'not-readable' })
    expect(server.live.open()).toEqual({ rooms: 0, sockets: 0 })
  })

  it.each([
    ['is garbage', [new Uint8Array([9, 9, 9])]],
    ['joins on to nothing', [new Uint8Array([1, 1, 5, 7, 4, 1, 1, 120, 1, 97, 0])]],
    ['is missing', []],
  ])('[STORE-5] [STORE-40] takes nothing more when a change of it %s, and can be read up to there', async (_, last) => {
    const { server, trouble } = await open()
    const anna = await startPlan(server.origin)
    const epoch = (await server.store.find(anna.plan))?.epoch ?? ''
    const other = await syncedBot(await startPlan(server.origin))
    const before = new Y.Doc()
    writeParagraph(before, 'the sound part')
    const updates = [Y.encodeStateAsUpdate(before), ...last]
    const stored = { epoch, kind: 'area', seq: 2, compacted: 0, fenced: null, clients: new Map() }
    const loaded = { ...stored, snapshot: null, updates }
    trouble.load = () => Promise.resolve(loaded) as Promise<never>
    expect(await botOf(anna).closed).toEqual({ code: CLOSE.damaged, reason: 'damaged' })
    await expect(server.live.current(anna.plan)).rejects.toThrow()
    const { doc, isWhole } = await server.live.readable(anna.plan)
    expect([wordsOf(doc).trim(), isWhole]).toEqual(['the sound part', false])
    writeParagraph(other.doc, 'elsewhere people write on')
    await until(() => expect(other.acked()).toBe(other.sent()))
  })

  it('[SYNC-5] is read once for all who wait for it', async () => {
    const { server, trouble } = await open()
    const anna = await startPlan(server.origin)
    const before = trouble.loads
    const all = await Promise.all(Array.from({ length: 8 }, () => syncedBot(anna)))
    expect(all).toHaveLength(8)
    expect(trouble.loads - before).toBe(1)
  })
})

describe('stopping', () => {
  it('[SYNC-34] commits what came, acks it, and closes everyone so that they come back', async () => {
    const { server, trouble } = await open()
    const anna = await startPlan(server.origin)
    const annas = await syncedBot(anna)
    const slow = slowCommit()
    trouble.append = slow.append
    writeParagraph(annas.doc, 'last words')
    await slow.underWay
    const stopped = server.live.stop()
    trouble.append = null
    slow.finish()
    await stopped
    expect(await annas.closed).toEqual({ code: CLOSE.restarting, reason: 'restarting' })
    expect(annas.acked()).toBe(annas.sent())
    expect((await botOf(anna).closed).code).toBe(CLOSE.restarting)
    expect(wordsOf(await server.live.current(anna.plan))).toContain('last words')
  })
})
