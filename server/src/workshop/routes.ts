import { can, type Role } from '@withy/shared/access'
import {
  agendaFor,
  LIMIT,
  listWorkshops,
  prepareWorkshop,
  readRecord,
  seeWorkshop,
  seeWorkshopShared,
  steerWorkshop,
  takePart as takePartIn,
  type WorkshopSeen,
} from '@withy/shared/api'
import { refuse } from '../http/refused.ts'
import { type Routes, serve } from '../http/route.ts'
import { newId } from '../random.ts'
import type { PeopleStore } from '../storage/people.ts'
import type { PlanStore } from '../storage/plans.ts'
import type { WorkshopStore } from '../storage/workshops.ts'
import { recordOf } from './record.ts'
import type { WorkshopRoom, WorkshopRooms } from './rooms.ts'
import { deskOf, mineOf } from './seen.ts'
import { ABOUT, type Change, NOTHING_YET } from './state.ts'
import { steer } from './steer.ts'
import { takePart } from './take-part.ts'

export type WorkshopNeeds = {
  readonly store: WorkshopStore & Pick<PeopleStore, 'peopleOf'> & Pick<PlanStore, 'find'>
  readonly workshops: WorkshopRooms
  readonly now?: () => number
}

/** Workshops of a plan: preparing one, running its room, and taking part. */
export function workshopRoutes(routes: Routes, { store, workshops, now = Date.now }: WorkshopNeeds): void {
  const seenBy = (room: WorkshopRoom, me: string, role: Role): WorkshopSeen => ({
    ...room.shared(),
    mine: mineOf(room.state, me),
    desk: can(role, 'run-workshop') ? deskOf(room.state, me) : null,
  })
  const roomOf = async (plan: string, workshop: string) => {
    const room = await workshops.of(plan, workshop)
    room.call(await store.peopleOf(plan))
    return room
  }

  serve(routes, listWorkshops, async ({ plan }) => ({ workshops: await store.workshopsOf(plan) }))

  serve(routes, prepareWorkshop, async ({ plan, body }) => {
    const row = await store.find(plan)
    if (!row) throw refuse('not-found')
    const id = newId()
    const card = { id, title: body.title, stage: 'preparing' as const, madeAt: now(), closedAt: null }
    const about: Change = { kind: 'about', id: ABOUT, value: NOTHING_YET }
    const steps = agendaFor(body.shape, body.lang).map(
      (step, place): Change => ({
        kind: 'step',
        id: newId(),
        value: { ...step, place, shown: false, isGone: false, turns: {}, stage: 'alone' },
      }),
    )
    if (!(await store.addWorkshop(plan, card, [about, ...steps], LIMIT.workshopsPerPlan)))
      throw refuse('workshops-full')
    return { workshop: id }
  })

  serve(routes, seeWorkshop, async ({ plan, me, role, param }) =>
    seenBy(await roomOf(plan, param('workshop')), me, role),
  )

  serve(routes, seeWorkshopShared, async ({ plan, param }) => (await roomOf(plan, param('workshop'))).shared())

  serve(routes, readRecord, async ({ plan, me, param }) => {
    const { state } = await roomOf(plan, param('workshop'))
    if (state.card.stage !== 'closed') throw refuse('workshop-not-over')
    return { record: recordOf(state), neverShown: mineOf(state, me).ideas.filter(({ shown }) => !shown) }
  })

  serve(routes, steerWorkshop, async ({ plan, me, role, body, param }) => {
    const room = await roomOf(plan, param('workshop'))
    if (body.do === 'open') {
      const open = await store.openWorkshopOf(plan)
      if (open && open.id !== param('workshop')) throw refuse('workshop-open')
    }
    await room.act((state, at) => steer(state, me, body, at), true)
    room.sayPrepared(me)
    return seenBy(room, me, role)
  })

  serve(routes, takePartIn, async ({ plan, me, role, body, param }) => {
    const room = await workshops.of(plan, param('workshop'))
    const people = await store.peopleOf(plan)
    const found = people.find(({ id }) => id === me)
    if (!found) throw refuse('not-found')
    room.call(people)
    const taker = { person: me, name: found.name, voice: found.voice, steers: can(role, 'run-workshop') }
    await room.act((state, at) => takePart(state, taker, body, at))
    return mineOf(room.state, me)
  })
}
