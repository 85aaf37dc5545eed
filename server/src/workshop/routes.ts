import { can, type Role } from '@withy/shared/access'
import {
  agendaFor,
  LIMIT,
  listWorkshops,
  prepareWorkshop,
  readRecord,
  seeWorkshop,
  seeWorkshopOwn,
  seeWorkshopShared,
  steerWorkshop,
  takePart as takePartIn,
  type WorkshopOwn,
  type WorkshopSeen,
} from '@withy/shared/api'
import { refuse } from '../http/refused.ts'
import { type Routes, serve } from '../http/route.ts'
import { newId } from '../random.ts'
import type { GlossaryStore } from '../storage/glossary.ts'
import type { PlanStore } from '../storage/plans.ts'
import type { WorkshopStore } from '../storage/workshops.ts'
import { knownWords } from './known-words.ts'
import { mayLead } from './people-are.ts'
import { recordOf } from './record.ts'
import type { Room } from './room.ts'
import type { WorkshopRooms } from './rooms.ts'
import { deskOf, mineOf } from './seen.ts'
import { ABOUT, type Change, NOTHING_YET } from './state.ts'
import { steer } from './steer.ts'
import { takePart } from './take-part.ts'

export type WorkshopNeeds = {
  readonly store: WorkshopStore & Pick<PlanStore, 'find'> & Pick<GlossaryStore, 'glossaryOf'>
  readonly workshops: WorkshopRooms
  /** A workshop of the plan was closed by `me`, and that is on disk. */
  readonly closed: (plan: string, me: string) => Promise<void>
  readonly now?: () => number
}

/** Workshops of a plan: preparing one, running its room, and taking part. */
export function workshopRoutes(routes: Routes, { store, workshops, closed, now = Date.now }: WorkshopNeeds): void {
  const ownOf = (room: Room, me: string, role: Role): WorkshopOwn => ({
    mine: mineOf(room.state, me),
    desk: can(role, 'run-workshop') ? deskOf(room.state, me) : null,
  })
  const seenBy = (room: Room, me: string, role: Role): WorkshopSeen => ({ ...room.shared(), ...ownOf(room, me, role) })
  const noOtherIsOpen = async (plan: string, workshop: string) => {
    const open = await store.openWorkshopOf(plan)
    if (open && open.id !== workshop) throw refuse('workshop-open')
  }

  serve(routes, listWorkshops, async ({ plan, me }) => {
    const counts = [store.ideasUnanswered(plan), store.wordingsOffered(plan, me)] as const
    const [cards, unanswered, offered] = await Promise.all([store.workshopsOf(plan), ...counts])
    const countsOf = (id: string) => ({ unanswered: unanswered.get(id) ?? 0, offered: offered.get(id) ?? 0 })
    return { workshops: cards.map((card) => ({ ...card, ...countsOf(card.id) })) }
  })

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
    workshops.use(plan, param('workshop'), (room) => seenBy(room, me, role)),
  )

  serve(routes, seeWorkshopShared, async ({ plan, param }) =>
    workshops.use(plan, param('workshop'), (room) => room.shared()),
  )

  serve(routes, seeWorkshopOwn, async ({ plan, me, role, param }) =>
    workshops.use(plan, param('workshop'), (room) => ownOf(room, me, role)),
  )

  serve(routes, readRecord, async ({ plan, me, param }) =>
    workshops.use(plan, param('workshop'), ({ state }) => {
      if (state.card.stage !== 'closed') throw refuse('workshop-not-over')
      return { record: recordOf(state), neverShown: mineOf(state, me).ideas.filter(({ shown }) => !shown) }
    }),
  )

  serve(routes, steerWorkshop, async ({ plan, me, role, body, param }) =>
    workshops.use(plan, param('workshop'), async (room) => {
      if (body.do === 'open') await noOtherIsOpen(plan, room.state.card.id)
      const steered = room.act((state, at, people) => {
        if (!mayLead(people.get(me)) || (body.do === 'chair' && !mayLead(people.get(body.person))))
          throw refuse('not-allowed')
        // Facilitators do not put each other out: who leads is the plan's to say.
        const out = body.do === 'out' ? state.participant.get(body.who) : undefined
        if (out?.own && mayLead(people.get(out.device))) throw refuse('not-allowed')
        return steer(state, me, body, at)
      }, true)
      await steered.catch(async (problem: unknown) => {
        // Two that are opened at the same time: the database lets one of them.
        if (body.do === 'open') await noOtherIsOpen(plan, room.state.card.id)
        throw problem
      })
      if (body.do !== 'note') room.sayPrepared(me)
      // Before anything else is waited for: the room may have gone on to what is not on disk yet.
      const seen = seenBy(room, me, role)
      if (body.do === 'close') await closed(plan, me)
      return seen
    }),
  )

  serve(routes, takePartIn, async ({ plan, me, body, param }) =>
    workshops.use(plan, param('workshop'), async (room) => {
      const meaningOf = await knownWords(store, plan, room.state, body)
      await room.act((state, at, people) => {
        // As they are called, and allowed, in this moment: they may have been taken out since they asked.
        const found = people.get(me)
        if (!found || !can(found.role, 'take-part')) throw refuse('not-found')
        // Whoever is in the plan comes in themselves: nobody writes or votes under their id before they do (SPEC WORK-150).
        if (body.do === 'bring' && people.has(body.id)) throw refuse('not-allowed')
        const taker = { person: me, name: found.name, voice: found.voice, steers: mayLead(found), meaningOf }
        return takePart(state, taker, body, at)
      })
      return mineOf(room.state, me)
    }),
  )
}
