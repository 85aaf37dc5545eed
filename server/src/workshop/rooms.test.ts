import { setTimeout as wait } from 'node:timers/promises'
import type { Steering, Taking } from '@withy/shared/api'
import type { RoomMessage } from '@withy/shared/protocol'
import { afterAll, beforeAll, describe, expect, it, onTestFinished, vi } from 'vitest'
import { createLog } from '../log.ts'
import type { WorkshopChange } from '../storage/workshops.ts'
import { openWithy, type Withy } from '../testing/open-withy.ts'
import { starts } from '../testing/people.ts'
import { until } from '../testing/until.ts'
import { stepOf } from '../testing/workshop-room.ts'
import { createWorkshopRooms } from './rooms.ts'
import { mineOf } from './seen.ts'
import { ABOUT, NOTHING_YET } from './state.ts'
import { steer } from './steer.ts'
import { takePart } from './take-part.ts'

let withy: Withy
beforeAll(async () => {
  withy = await openWithy()
})
afterAll(() => withy.close())

/** An open workshop on the real database, which does with a change what the test says. */
async function opened() {
  const { plan, id: anna } = await starts(withy)
  const workshop = `workshop of ${plan}`
  const card = { id: workshop, title: 'May', stage: 'preparing' as const, madeAt: 0, closedAt: null }
  await withy.store.addWorkshop(plan, card, [{ kind: 'about', id: ABOUT, value: NOTHING_YET }], 1)
  const disk: { does: (keep: () => Promise<void>, change: WorkshopChange) => Promise<void> } = {
    does: (keep) => keep(),
  }
  const told: RoomMessage[] = []
  const wires = { does: () => {} }
  const rooms = createWorkshopRooms({
    store: {
      ...withy.store,
      changeWorkshop: (change) => disk.does(() => withy.store.changeWorkshop(change), change),
    },
    tell(_, message) {
      told.push(message)
      wires.does()
    },
    isListened: () => false,
    log: createLog('silent'),
  })
  const steers = (said: Steering) =>
    rooms.use(plan, workshop, (room) => room.act((state, at) => steer(state, anna, said, at), true))
  const me = { person: anna, name: 'Anna', voice: 'resident' as const, steers: true }
  const takes = (said: Taking) =>
    rooms.use(plan, workshop, (room) => room.act((state, at) => takePart(state, me, said, at)))
  const writes = (words: string) => takes({ do: 'idea', id: `${words}-idea`, step: 'parking', words, saidBy: anna })
  const ideas = () => rooms.use(plan, workshop, ({ state }) => mineOf(state, anna).ideas.map(({ words }) => words))
  await steers({ do: 'add-step', id: 'parking', step: stepOf('parking'), after: null })
  await steers({ do: 'open' })
  await takes({ do: 'come-in' })
  const said = () => JSON.stringify(told)
  return { plan, workshop, rooms, disk, wires, told, said, steers, takes, writes, ideas }
}

describe('what cannot be kept', () => {
  it('[WORK-4] is told to nobody and refused, and the room is read again from disk', async () => {
    const { disk, said, writes, ideas } = await opened()
    await writes('Apples')
    disk.does = () => Promise.reject(new Error('the disk is full'))
    const both = await Promise.allSettled([writes('Pears'), writes('Plums')])
    expect(both.map(({ status }) => status)).toEqual(['rejected', 'rejected'])
    disk.does = (keep) => keep()
    expect(await ideas()).toEqual(['Apples'])
    await writes('Pears')
    await until(() => expect(said()).toContain('Pears'))
    expect(said()).not.toContain('Plums')
    expect(await ideas()).toEqual(['Apples', 'Pears'])
  })

  it('[WORK-4] is not seen while it is on its way to the disk, by who asks or by the room', async () => {
    const { disk, told, said, writes, ideas, steers } = await opened()
    await steers({ do: 'go', from: null, to: 'parking' })
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
    onTestFinished(() => void vi.useRealTimers())
    // Told within a quarter of a second: while the next is not on disk yet.
    await writes('Apples')
    let release = () => {}
    const wrote = await new Promise<{ pears: Promise<void> }>((isOnItsWay) => {
      disk.does = (keep) =>
        new Promise<void>((go) => {
          release = go
          isOnItsWay({ pears })
        }).then(keep)
      const pears = writes('Pears')
    })
    await vi.advanceTimersByTimeAsync(300)
    const asked = ideas()
    let isAnswered = false
    void asked.then(() => {
      isAnswered = true
    })
    for (let turn = 0; turn < 5; turn++) await new Promise(setImmediate)
    expect(isAnswered).toBe(false)
    expect(said()).not.toContain('Pears')
    expect(told.map((message) => message.type === 'workshop' && message.now?.ideas)).not.toContain(2)
    release()
    await wrote.pears
    expect(await asked).toEqual(['Apples', 'Pears'])
    await until(() => expect(said()).toContain('Pears'))
  })

  it('[WORK-4] is kept together: a hall that writes at once is one write to the disk', async () => {
    const { disk, takes } = await opened()
    let writesToDisk = 0
    disk.does = (keep) => {
      writesToDisk += 1
      return keep()
    }
    const words = Array.from({ length: 50 }, (_, n) => `word ${n}`)
    await Promise.all(words.map((word, n) => takes({ do: 'ask-meaning', id: `asked-${n}-1234`, word })))
    expect(writesToDisk).toBeLessThan(10)
  })
})

describe('what the room is told', () => {
  it('[WORK-6] is only what changed, since the change it names', async () => {
    const { told, steers, writes } = await opened()
    await writes('Apples')
    await steers({ do: 'caption', words: 'one' })
    await writes('Pears')
    await steers({ do: 'caption', words: 'two' })
    await steers({ do: 'hide-idea', idea: 'Apples-idea', on: true })
    const [one, two, three] = told.slice(-3).map((message) => (message.type === 'workshop' ? message : null))
    expect(one?.changed).toMatchObject({ ideas: [{ words: 'Apples' }], gone: [] })
    expect(two?.changed).toMatchObject({ from: one?.now?.rev, ideas: [{ words: 'Pears' }], gone: [] })
    expect(three?.changed).toEqual({ from: two?.now?.rev, ideas: [], groups: [], gone: ['Apples-idea'] })
  })
})

describe('a workshop that cannot be read', () => {
  it('[WORK-10] does not keep anybody from opening its plan', async () => {
    const { plan, workshop } = await opened()
    await withy.store.changeWorkshop({ workshop, parts: [{ kind: 'about', id: ABOUT, value: null }] })
    const rooms = createWorkshopRooms({
      store: withy.store,
      tell: () => {},
      isListened: () => false,
      log: createLog('silent'),
    })
    expect(await rooms.greeting(plan)).toEqual({ type: 'workshop', now: null, changed: null })
  })
})

it('[WORK-167] what is kept and cannot be told is answered for all the same, and the room goes on', async () => {
  const { wires, told, steers, takes, writes, ideas } = await opened()
  const answered = (all: Promise<void>) => Promise.race([all.then(() => 'kept'), wait(1_000, 'nothing')])
  wires.does = () => {
    throw new Error('no wire')
  }
  expect(await answered(steers({ do: 'caption', words: 'One' }))).toBe('kept')
  expect(await answered(writes('Apples'))).toBe('kept')
  // Told a moment later, by the clock: nothing that throws there may end the server.
  await until(() => expect(JSON.stringify(told)).toContain('Apples'))
  wires.does = () => {}
  expect(await answered(takes({ do: 'ask-meaning', id: 'asked-one', word: 'asset' }))).toBe('kept')
  await until(() => expect(told.at(-1)).toMatchObject({ now: { asked: [{ word: 'asset' }], caption: 'One' } }))
  expect(await ideas()).toEqual(['Apples'])
})
