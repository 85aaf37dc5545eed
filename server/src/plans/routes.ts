import { copyExample, getMe, getPlan, LIMIT, renamePlan, showSection, startPlan } from '@withy/shared/api'
import type { Person, RoomMessage } from '@withy/shared/protocol'
import type { Config } from '../config.ts'
import type { Site } from '../http/origin.ts'
import { refuse } from '../http/refused.ts'
import { type Routes, serve } from '../http/route.ts'
import { newId } from '../random.ts'
import type { PeopleStore } from '../storage/people.ts'
import type { NewPlan, PlanStore } from '../storage/plans.ts'

export type PlansNeeds = {
  readonly store: PlanStore & Pick<PeopleStore, 'peopleOf' | 'formerOf'>
  readonly site: Site
  readonly start: Config['start']
  readonly tell: (plan: string, message: RoomMessage) => void
  readonly now?: () => number
}

/** Plans: the list of one's own, starting, reading what a plan is, its title and what the room screen shows. */
export function plansRoutes(routes: Routes, needs: PlansNeeds): void {
  const { store, site, tell, now = Date.now } = needs

  serve(routes, getMe, async ({ me }) => ({
    person: me,
    plans: me === null ? [] : await store.cardsOf(me),
    start: needs.start,
    plainHttp: site.plainHttp,
  }))

  serve(routes, startPlan, async ({ c, me, body }) => {
    const { kind, title, name, voice } = body
    if (voice === 'person' && kind !== 'support') throw refuse('bad-request')
    const owner = starter(me, name, now())
    const plan = { id: newId(), kind, title, epoch: newId(), startedAt: now() }
    await make({ plan, owner: { ...owner, voice, seat: voice === 'person' } })
    if (me === null) await routes.sessions.start(c, owner.id)
    return { plan: plan.id }
  })

  const make = async (plan: NewPlan) => {
    const made = await store.create(plan, LIMIT.plansPerPerson)
    if (made === 'start-link-over') throw refuse('start-by-invitation')
    if (made === 'plans-full') throw refuse('too-busy')
  }

  serve(routes, getPlan, async ({ plan, me }) => {
    const [row, people, former] = await Promise.all([store.find(plan), store.peopleOf(plan), store.formerOf(plan)])
    if (!row) throw refuse('not-found')
    const seated = people.find(({ seat }) => seat)
    return {
      id: row.id,
      kind: row.kind,
      title: row.title,
      epoch: row.epoch,
      startedAt: new Date(row.startedAt).toISOString(),
      me,
      people,
      former: former.map(({ id, name }) => ({ id, name })),
      shown: row.shown,
      seat:
        row.kind === 'support'
          ? { taken: seated !== undefined, startedBy: row.startedBy === seated?.id ? null : row.startedBy }
          : null,
      plainHttp: site.plainHttp,
    }
  })

  serve(routes, renamePlan, async ({ plan, body }) => {
    await store.rename(plan, body.title)
    tell(plan, { type: 'renamed', title: body.title })
    return {}
  })

  serve(routes, showSection, async ({ plan, body }) => {
    await store.show(plan, body.section)
    tell(plan, { type: 'shown', section: body.section })
    return {}
  })
}

const starter = (me: string | null, name: string, at: number): Person => ({
  id: me ?? newId(),
  name,
  voice: 'supporter',
  role: 'owner',
  colour: 0,
  cameBy: 'started',
  joinedAt: new Date(at).toISOString(),
  seat: false,
})
