import { afterAll, beforeAll, expect, it } from 'vitest'
import { createLog } from '../log.ts'
import { openWithy, type Withy } from '../testing/open-withy.ts'
import { starts } from '../testing/people.ts'
import { createWorkshopRooms, IDLE_MS } from './rooms.ts'
import { ABOUT, NOTHING_YET } from './state.ts'
import { steer } from './steer.ts'

let withy: Withy
beforeAll(async () => {
  withy = await openWithy()
})
afterAll(() => withy.close())

/** Workshops of two plans on the real database, in rooms with a clock and listeners of their own. */
async function workshopsOf(many: number) {
  const [quiet, followed] = [await starts(withy), await starts(withy)]
  const ids = Array.from({ length: many }, (_, n) => `workshop ${n} of ${quiet.plan}`)
  const add = (plan: string, id: string) => {
    const card = { id, title: id, stage: 'preparing' as const, madeAt: 0, closedAt: null }
    return withy.store.addWorkshop(plan, card, [{ kind: 'about', id: ABOUT, value: NOTHING_YET }], 60)
  }
  for (const id of ids) await add(quiet.plan, id)
  await add(followed.plan, `followed by ${followed.plan}`)
  const clock = { now: 0 }
  const read: string[] = []
  const rooms = createWorkshopRooms({
    store: {
      ...withy.store,
      readWorkshop: (plan, workshop) => {
        read.push(workshop)
        return withy.store.readWorkshop(plan, workshop)
      },
    },
    tell: () => {},
    isListened: (plan) => plan === followed.plan,
    log: createLog('silent'),
    now: () => clock.now,
  })
  const titleOf = (id: string) => rooms.use(quiet.plan, id, ({ state }) => state.card.title)
  const rename = (id: string, title: string) =>
    rooms.use(quiet.plan, id, (room) => room.act((state, at) => steer(state, 'anna', { do: 'rename', title }, at)))
  return {
    rooms,
    plan: quiet.plan,
    clock,
    read,
    ids,
    titleOf,
    rename,
    follow: () => rooms.use(followed.plan, `followed by ${followed.plan}`, () => {}),
  }
}

it('[WORK-130] workshops that nobody uses or follows any more go from memory, and come back as they were', async () => {
  const { rooms, clock, read, ids, titleOf, rename, follow } = await workshopsOf(40)
  const [last, ...others] = ids as [string, ...string[]]
  await Promise.all([follow(), ...others.map((id) => rename(id, `${id}, renamed`))])
  expect(rooms.size()).toBe(40)
  clock.now += IDLE_MS
  await titleOf(last)
  // The followed one, and the one that was read now.
  expect(rooms.size()).toBe(2)
  read.length = 0
  const [first] = others as [string]
  // Many come at once to one that has gone: it is read once, for all of them.
  const titles = await Promise.all(Array.from({ length: 20 }, () => titleOf(first)))
  expect(new Set(titles)).toEqual(new Set([`${first}, renamed`]))
  expect(read).toEqual([first])
})

it('[WORK-130] a workshop in which something is still being done does not go', async () => {
  const { rooms, plan, clock, ids, read, titleOf } = await workshopsOf(2)
  const [busy, other] = ids as [string, string]
  let goOn = () => {}
  const slowly = rooms.use(plan, busy, async (room) => {
    await new Promise<void>((go) => {
      goOn = go
    })
    await room.act((state, at) => steer(state, 'anna', { do: 'rename', title: 'June' }, at))
  })
  await titleOf(busy)
  clock.now += IDLE_MS
  await titleOf(other)
  expect(await titleOf(busy)).toBe(busy)
  goOn()
  await slowly
  expect(await titleOf(busy)).toBe('June')
  expect(read.filter((id) => id === busy)).toHaveLength(1)
})
