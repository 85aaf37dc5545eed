import { deviceKey, getMe, getPlan, getWords, renamePlan, sayPlanLanguage, showSection } from '@withy/shared/api'
import { type PlanKind, sectionsOf, TEMPLATES } from '@withy/shared/plan'
import type { Config } from '../config.ts'
import type { Site } from '../http/origin.ts'
import { planWords, readableWords } from '../http/plan-words.ts'
import { refuse } from '../http/refused.ts'
import { type Routes, serve } from '../http/route.ts'
import type { Secrets } from '../http/secrets.ts'
import type { Live } from '../live/live.ts'
import type { PeopleStore } from '../storage/people.ts'
import type { PlanStore } from '../storage/plans.ts'
import type { WorkshopStore } from '../storage/workshops.ts'

export type PlansNeeds = {
  readonly store: PlanStore &
    Pick<PeopleStore, 'peopleOf' | 'formerOf'> &
    Pick<WorkshopStore, 'openWorkshopOf' | 'lastWorkshopOf'>
  readonly live: Pick<Live, 'tell' | 'current' | 'readable'>
  readonly secrets: Pick<Secrets, 'deviceKey'>
  readonly site: Site
  readonly start: Config['start']
  readonly contact?: Config['contact']
  readonly dictation?: Config['dictation']
}

/** Plans: the list of one's own, what a plan is and says, its title and what the room screen shows. */
export function plansRoutes(routes: Routes, needs: PlansNeeds): void {
  const { store, live, secrets, site, start, contact = null, dictation = false } = needs
  /** Whether a plan has a section now: one of its template, or one of the group's own. */
  const hasSection = async (me: string, row: { id: string; kind: PlanKind }, section: string): Promise<boolean> => {
    if (sectionsOf(TEMPLATES[row.kind]).some(({ id }) => id === section)) return true
    if (!section.startsWith('own:')) return false
    const { own } = await planWords({ live, budgets: routes.budgets }, me, row)
    return own.some(({ id }) => `own:${id}` === section)
  }

  serve(routes, getMe, async ({ me }) => ({
    person: me,
    plans: me === null ? [] : await store.cardsOf(me),
    start,
    contact,
    plainHttp: site.plainHttp,
    dictation,
  }))

  serve(routes, getPlan, async ({ plan, me }) => {
    const [row, people, former, workshop, lastWorkshop] = await Promise.all([
      store.find(plan),
      store.peopleOf(plan),
      store.formerOf(plan),
      store.openWorkshopOf(plan),
      store.lastWorkshopOf(plan),
    ])
    if (!row) throw refuse('not-found')
    const seated = people.find(({ seat }) => seat)
    const seat = { taken: seated !== undefined, startedBy: row.startedBy === seated?.id ? null : row.startedBy }
    return {
      id: row.id,
      kind: row.kind,
      title: row.title,
      lang: row.lang,
      epoch: row.epoch,
      startedAt: new Date(row.startedAt).toISOString(),
      me,
      people,
      former: former.map(({ id, name }) => ({ id, name })),
      shown: row.shown,
      workshop,
      lastWorkshop,
      seat: row.kind === 'support' ? seat : null,
      plainHttp: site.plainHttp,
    }
  })

  serve(routes, getWords, async ({ plan, me }) => {
    const row = await store.find(plan)
    if (!row) throw refuse('not-found')
    return readableWords({ live, budgets: routes.budgets }, me, row)
  })

  // Of any epoch: what was kept before the plan was put back from a copy is read once more, as a draft.
  serve(routes, deviceKey, ({ plan, me, param }) => {
    const epoch = param('epoch')
    if (!/^[\w-]{1,64}$/.test(epoch)) throw refuse('bad-request')
    return { key: secrets.deviceKey(me, plan, epoch) }
  })

  serve(routes, renamePlan, async ({ plan, body }) => {
    await store.rename(plan, body.title)
    live.tell(plan, { type: 'renamed', title: body.title })
    return {}
  })

  serve(routes, sayPlanLanguage, async ({ plan, body }) => {
    await store.sayLanguage(plan, body.lang)
    live.tell(plan, { type: 'language', lang: body.lang })
    return {}
  })

  serve(routes, showSection, async ({ plan, me, body }) => {
    const row = await store.find(plan)
    if (!row) throw refuse('not-found')
    if (body.section !== null && !(await hasSection(me, row, body.section))) throw refuse('bad-request')
    await store.show(plan, body.section)
    live.tell(plan, { type: 'shown', section: body.section })
    return {}
  })
}
