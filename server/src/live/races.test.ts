import { CLOSE } from '@withy/shared/protocol'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { createLog } from '../log.ts'
import { createMemoryLog, createMemoryRoles } from '../testing/memory-log.ts'
import { paperSocket } from '../testing/paper-socket.ts'
import { until } from '../testing/until.ts'
import { wordsOf, writeParagraph } from '../testing/writer.ts'
import { LIVE_LIMITS } from './limits.ts'
import { createLive } from './live.ts'

const turns = async (count: number) => {
  for (let i = 0; i < count; i++) await new Promise((resolve) => setImmediate(resolve))
}

/** Rooms on a log in memory, as slow as the test says (in turns of the event loop, or until `disk`), that counts what is open at once. */
function setUp({ slow = () => 0, disk }: { slow?: () => number; disk?: Promise<void> } = {}) {
  const log = createMemoryLog()
  const roles = createMemoryRoles()
  log.addPlan('plan')
  for (const person of ['anna', 'ben', 'cara']) roles.set('plan', person, 'contributor')
  const commits = { open: 0, most: 0, loads: 0 }
  const live = createLive({
    updates: {
      ...log,
      async load(plan) {
        commits.loads += 1
        await turns(slow())
        return log.load(plan)
      },
      async append(plan, epoch, batch) {
        commits.open += 1
        commits.most = Math.max(commits.most, commits.open)
        await turns(slow())
        await disk
        await log.append(plan, epoch, batch).finally(() => {
          commits.open -= 1
        })
      },
    },
    roles,
    facts: { current: async () => [] },
    log: createLog('silent'),
    limits: { ...LIVE_LIMITS, socketsPerPerson: 1_000 },
  })
  return { log, roles, live, commits }
}

describe('rooms that come and go', () => {
  it('[SYNC-7] loses nothing and opens no second document when the last leaves as another joins', {
    timeout: 60_000,
  }, async () => {
    let savedInAll = 0
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.record({ stay: fc.nat({ max: 6 }), after: fc.nat({ max: 6 }) }), { minLength: 2, maxLength: 8 }),
        fc.array(fc.nat({ max: 5 }), { minLength: 1, maxLength: 20 }),
        async (visits, slowness) => {
          let next = 0
          const { live, log, commits } = setUp({ slow: () => slowness[next++ % slowness.length] ?? 0 })
          const saved: string[] = []
          await Promise.all(
            visits.map(async ({ stay, after }, i) => {
              await turns(after * i)
              const doc = new Y.Doc()
              const visitor = paperSocket(live, 'plan', ['anna', 'ben', 'cara'][i % 3] ?? 'anna', doc)
              await visitor.enter()
              expect(visitor.closed()).toBeNull()
              writeParagraph(doc, `token-${i};`)
              await turns(stay)
              if (visitor.allSaved()) saved.push(`token-${i};`)
              visitor.leave()
            }),
          )
          // Every turn and not every 50 ms: there are hundreds of runs.
          while (live.open().rooms > 0) await turns(1)
          const words = wordsOf(await live.current('plan'))
          savedInAll += saved.length
          for (const token of saved) expect(words.split(token)).toHaveLength(2)
          expect(commits.most).toBeLessThanOrEqual(1)
          expect(log.entries('plan').map(({ seq }) => seq)).toEqual(log.entries('plan').map((_, i) => i + 1))
        },
      ),
      { numRuns: 200 },
    )
    expect(savedInAll).toBeGreaterThan(100)
  })

  it('[SYNC-7] keeps the room for someone who comes in the very moment the last one leaves', async () => {
    const { live, commits } = setUp()
    const anna = paperSocket(live, 'plan', 'anna')
    const ben = paperSocket(live, 'plan', 'ben')
    const cara = paperSocket(live, 'plan', 'cara')
    await anna.enter()
    await until(() => expect(anna.allSaved()).toBe(true))
    anna.leave()
    await ben.enter()
    await cara.enter()
    expect(commits.loads).toBe(1)
    writeParagraph(ben.doc, 'to everyone')
    await until(() => expect(wordsOf(cara.doc)).toContain('to everyone'))
  })

  it('[SYNC-7] keeps the room until what was written is on disk, also when someone is turned away meanwhile', async () => {
    const disk = Promise.withResolvers<void>()
    const { live, commits } = setUp({ disk: disk.promise })
    const anna = paperSocket(live, 'plan', 'anna')
    const ben = paperSocket(live, 'plan', 'ben')
    const zoe = paperSocket(live, 'plan', 'zoe')
    await anna.enter()
    await until(() => expect(anna.allSaved()).toBe(true))
    writeParagraph(anna.doc, 'last words')
    await until(() => expect(commits.open).toBe(1))
    anna.leave()
    await zoe.enter()
    expect(zoe.closed()?.code).toBe(CLOSE.role)
    await ben.enter()
    expect(commits).toMatchObject({ open: 1, loads: 1 })
    disk.resolve()
    await until(() => expect(wordsOf(ben.doc)).toContain('last words'))
    expect(ben.closed()).toBeNull()
  })

  it('[SYNC-5] shares one load, and lets the room go when the last has left', async () => {
    const { live, commits } = setUp({ slow: () => 3 })
    const visitors = ['anna', 'ben', 'cara'].map((person) => paperSocket(live, 'plan', person))
    await Promise.all(visitors.map((visitor) => visitor.enter()))
    expect(commits.loads).toBe(1)
    expect(live.open()).toEqual({ rooms: 1, sockets: 3 })
    for (const visitor of visitors) visitor.leave()
    await until(() => expect(live.open()).toEqual({ rooms: 0, sockets: 0 }))
  })

  it('[SYNC-21] lets nobody in whose role changed while they were on their way', async () => {
    const { live, roles } = setUp({ slow: () => 5 })
    const anna = paperSocket(live, 'plan', 'anna')
    const entering = anna.enter()
    roles.set('plan', 'anna', null)
    live.setRole('plan', 'anna', null)
    await entering
    expect(anna.closed()).toEqual({ code: CLOSE.role, why: 'role' })
    expect(live.open()).toEqual({ rooms: 0, sockets: 0 })
  })

  it('[SYNC-21] lets nobody in whose role changes while it is being read', async () => {
    const { live, roles } = setUp()
    const read = Promise.withResolvers<void>()
    const roleOf = roles.roleOf
    roles.roleOf = async (plan, person) => {
      const role = await roleOf(plan, person)
      await read.promise
      return role
    }
    const anna = paperSocket(live, 'plan', 'anna')
    const entering = anna.enter()
    await turns(3)
    live.setRole('plan', 'anna', 'viewer')
    read.resolve()
    await entering
    expect(anna.closed()).toEqual({ code: CLOSE.role, why: 'role' })
    await until(() => expect(live.open()).toEqual({ rooms: 0, sockets: 0 }))
  })

  it('[SYNC-6] says a plan is gone when there is none, and come back when its roles cannot be read', async () => {
    const { live, roles } = setUp()
    const lost = paperSocket(live, 'no-such-plan', 'anna')
    await lost.enter()
    expect(lost.closed()).toEqual({ code: CLOSE.gone, why: 'gone' })
    roles.roleOf = () => Promise.reject(new Error('SQLITE_BUSY'))
    const anna = paperSocket(live, 'plan', 'anna')
    await anna.enter()
    expect(anna.closed()?.code).toBe(CLOSE.tryLater)
    await until(() => expect(live.open()).toEqual({ rooms: 0, sockets: 0 }))
  })
})

describe('what joins on later', () => {
  const update = (doc: Y.Doc, words: string) => {
    const before = Y.encodeStateVector(doc)
    writeParagraph(doc, words)
    return Y.encodeStateAsUpdate(doc, before)
  }

  it('[SYNC-13] holds changes that came before the answer they join on to, and acks them with it', async () => {
    const { live } = setUp()
    const doc = new Y.Doc()
    update(doc, 'while away')
    const mute = paperSocket(live, 'plan', 'anna')
    await mute.enter()
    await until(() => expect(mute.allSaved()).toBe(true))
    const early = paperSocket(live, 'plan', 'anna')
    const late = [update(doc, 'typed at once'), update(doc, 'and on')]
    early.holdAnswer()
    await early.enter()
    for (const bytes of late) early.say({ is: 'update', bytes })
    await turns(5)
    expect(early.acks).toEqual([])
    early.say({ is: 'answer', bytes: Y.encodeStateAsUpdate(doc) })
    await until(() => expect(early.allSaved()).toBe(true))
    expect(wordsOf(await live.current('plan'))).toMatch(/while away +typed at once +and on/)
    expect(early.closed()).toBeNull()
  })

  it('[SYNC-13] closes a socket whose answer does not fill the gap, or that makes one after it', async () => {
    const { live } = setUp()
    const doc = new Y.Doc()
    update(doc, 'never sent')
    const gapped = update(doc, 'sent')
    for (const order of ['before the answer', 'after the answer']) {
      const anna = paperSocket(live, 'plan', 'anna')
      anna.holdAnswer()
      await anna.enter()
      const answer = { is: 'answer', bytes: Y.encodeStateAsUpdate(new Y.Doc()) } as const
      if (order === 'after the answer') anna.say(answer)
      anna.say({ is: 'update', bytes: gapped })
      if (order === 'before the answer') anna.say(answer)
      expect(anna.closed(), order).toEqual({ code: CLOSE.badMessage, why: 'gap' })
    }
    expect(wordsOf(await live.current('plan'))).toBe('')
  })

  it('[SYNC-13] does not hold more than 256 kB', async () => {
    const { live } = setUp()
    const doc = new Y.Doc()
    update(doc, 'never sent')
    const anna = paperSocket(live, 'plan', 'anna')
    anna.holdAnswer()
    await anna.enter()
    anna.say({ is: 'update', bytes: update(doc, 'x'.repeat(200_000)) })
    expect(anna.closed()).toBeNull()
    anna.say({ is: 'update', bytes: update(doc, 'x'.repeat(200_000)) })
    expect(anna.closed()).toEqual({ code: CLOSE.badMessage, why: 'gap' })
  })

  it('[SYNC-12] binds a client id on disk with the change it came with, for ever', async () => {
    const { live, log } = setUp()
    const annas = new Y.Doc()
    const anna = paperSocket(live, 'plan', 'anna', annas)
    await anna.enter()
    writeParagraph(annas, 'hers')
    await until(() => expect(anna.allSaved()).toBe(true))
    expect((await log.load('plan'))?.clients).toEqual(new Map([[annas.clientID, 'anna']]))
    anna.leave()
    await until(() => expect(live.open().rooms).toBe(0))
    const ben = paperSocket(live, 'plan', 'ben')
    await ben.enter()
    ben.say({ is: 'update', bytes: update(annas, 'in her name') })
    expect(ben.closed()).toEqual({ code: CLOSE.badMessage, why: 'client-of-another' })
    expect(wordsOf(await live.current('plan'))).not.toContain('in her name')
  })

  it('[SYNC-33] stores every change with the person the server knows, and the server’s time', async () => {
    const { live, log } = setUp()
    const anna = paperSocket(live, 'plan', 'anna')
    await anna.enter()
    const before = Date.now()
    writeParagraph(anna.doc, 'hers')
    await until(() => expect(anna.allSaved()).toBe(true))
    const [entry] = log.entries('plan')
    expect(entry).toMatchObject({ seq: 1, person: 'anna' })
    expect(entry?.at).toBeGreaterThanOrEqual(before)
    expect(entry?.at).toBeLessThanOrEqual(Date.now())
  })
})
