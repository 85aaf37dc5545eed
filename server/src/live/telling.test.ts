import type { RoomMessage } from '@withy/shared/protocol'
import { describe, expect, it } from 'vitest'
import { joinPlan, startPlan } from '../testing/guests.ts'
import { botOf, syncedBot, twoPeople } from '../testing/two-people.ts'
import { until } from '../testing/until.ts'
import { writeParagraph } from '../testing/writer.ts'
import { createTelling } from './telling.ts'

const renamed = (title: string): RoomMessage => ({ type: 'renamed', title })
const isPeople = (message: unknown) => (message as RoomMessage).type === 'people'
const namesIn = (message: unknown) => {
  const said = message as RoomMessage
  return said.type === 'people' ? said.people.map(({ name }) => name) : []
}

describe('what a room says', () => {
  it('[SYNC-32] reaches everyone in that plan as a frame of its own, and nobody else', async () => {
    const { server, anna, ben } = await twoPeople()
    const zoe = await startPlan(server.origin, 'Zoe')
    const [annas, bens, zoes] = [await syncedBot(anna), await syncedBot(ben), await syncedBot(zoe)]
    server.live.tell(anna.plan, renamed('Another title'))
    await until(() => {
      for (const { messages } of [annas, bens]) expect(messages).toContainEqual(renamed('Another title'))
    })
    writeParagraph(zoes.doc, 'words')
    await until(() => expect(zoes.acked()).toBe(zoes.sent()))
    expect(zoes.messages).not.toContainEqual(renamed('Another title'))
  })

  it('[SYNC-53] begins with people, title and shown section as they are when the socket opens', async () => {
    const { server, anna } = await twoPeople()
    // After a page has asked what the plan is, and before its socket: nobody is there to be told.
    await server.store.rename(anna.plan, 'Since then')
    await server.store.show(anna.plan, 'living-map')
    const annas = botOf(anna)
    await until(() => {
      expect(annas.messages).toContainEqual(renamed('Since then'))
      expect(annas.messages).toContainEqual({ type: 'shown', section: 'living-map' })
      expect(annas.messages.map(namesIn)).toContainEqual(['Anna', 'Ben'])
    })
  })

  it('[SYNC-53] brings what changed while the connection was lost', async () => {
    const { server, anna } = await twoPeople()
    const before = await syncedBot(anna)
    before.ws.terminate()
    await until(() => expect(server.live.open().rooms).toBe(0))
    await joinPlan(anna, 'Cara', 'viewer')
    await server.store.rename(anna.plan, 'Meanwhile')
    const after = botOf(anna, { doc: before.doc })
    await until(() => {
      expect(after.messages).toContainEqual(renamed('Meanwhile'))
      expect(after.messages.map(namesIn)).toContainEqual(['Anna', 'Ben', 'Cara'])
    })
  })

  it('[SYNC-54] says who is in the plan at most every 250 ms, the newest', async () => {
    const { server, anna, ben } = await twoPeople()
    const annas = await syncedBot(anna)
    await until(() => expect(annas.messages.filter(isPeople)).toHaveLength(1))
    const people = await server.store.peopleOf(anna.plan)
    for (let i = 1; i <= 100; i++) {
      const named = people.map((one) => (one.id === ben.person ? { ...one, name: `Ben ${i}` } : one))
      server.live.tell(anna.plan, { type: 'people', people: named })
    }
    await until(() => expect(annas.messages.map(namesIn)).toContainEqual(['Anna', 'Ben 100']))
    expect(annas.messages.filter(isPeople)).toHaveLength(3)
  })

  it('[ACCESS-74] says that test answers changed once for all changes of a while', async () => {
    const { server, anna } = await twoPeople({ limits: { testsMs: 300 } })
    const annas = await syncedBot(anna)
    const changed: RoomMessage = { type: 'tests' }
    const told = () => annas.messages.filter((message) => (message as RoomMessage).type === 'tests')
    for (let i = 0; i < 200; i++) server.live.tell(anna.plan, changed)
    // The first of them, and one for the others.
    await until(() => expect(told()).toHaveLength(2))
    server.live.tell(anna.plan, renamed('after them all'))
    await until(() => expect(annas.messages).toContainEqual(renamed('after them all')))
    expect(told()).toHaveLength(2)
  })
})

describe('telling', () => {
  /** A plan's facts that take until the test gives them. */
  function setUp() {
    const reads: PromiseWithResolvers<readonly RoomMessage[]>[] = []
    const heard: string[] = []
    const said = (message: RoomMessage) => (message.type === 'renamed' ? message.title : message.type)
    const telling = createTelling<string>({
      read: () => {
        const next = Promise.withResolvers<readonly RoomMessage[]>()
        reads.push(next)
        return next.promise
      },
      everyone: (message) => heard.push(`all: ${said(message)}`),
      some: (seats, messages) => {
        for (const seat of seats) for (const message of messages) heard.push(`${seat}: ${said(message)}`)
      },
      failed: (seats) => heard.push(`failed: ${seats}`),
      everyMs: { people: 1, tests: 60_000, greeting: 1 },
    })
    return { telling, reads, heard }
  }

  it('[SYNC-53] never brings older facts after newer ones', async () => {
    const { telling, reads, heard } = setUp()
    telling.greet('anna')
    telling.tell(renamed('new'))
    reads[0]?.resolve([renamed('old'), { type: 'shown', section: null }])
    await until(() => expect(heard).toEqual(['all: new', 'anna: shown']))
  })

  it('[ACCESS-74] says the first change of test answers at once', () => {
    const { telling, heard } = setUp()
    telling.tell({ type: 'tests' })
    telling.tell({ type: 'tests' })
    expect(heard).toEqual(['all: tests'])
    telling.stop()
  })

  it('[AGREE-25] says at once that people have answered, and then the newest of a while; that a plan was sealed, each time', () => {
    const { telling, heard } = setUp()
    for (let n = 0; n < 3; n++) telling.tell({ type: 'agreement' })
    for (const number of [1, 2]) telling.tell({ type: 'sealed', number })
    expect(heard).toEqual(['all: agreement', 'all: sealed', 'all: sealed'])
    telling.stop()
  })

  it('[SYNC-53] reads once for all who come meanwhile, and again for who comes later', async () => {
    const { telling, reads, heard } = setUp()
    telling.greet('anna')
    for (const seat of ['ben', 'cara']) telling.greet(seat)
    reads[0]?.resolve([renamed('A')])
    await until(() => expect(reads).toHaveLength(2))
    reads[1]?.reject(new Error('not read'))
    await until(() => expect(heard).toEqual(['anna: A', 'failed: ben,cara']))
    telling.greet('dan')
    reads[2]?.resolve([renamed('B')])
    await until(() => expect(heard).toContain('dan: B'))
  })
})
