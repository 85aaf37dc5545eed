import { answerFollowUp, followUpCalendar, listFollowUps } from '@withy/shared/api'
import { actionsOf } from '@withy/shared/plan'
import { downloadNamed } from '../http/file-name.ts'
import { ourLanguage } from '../http/language.ts'
import type { Site } from '../http/origin.ts'
import { planWords } from '../http/plan-words.ts'
import { refuse } from '../http/refused.ts'
import { type Routes, serve } from '../http/route.ts'
import type { Live } from '../live/live.ts'
import type { FollowUpRow, FollowUpStore } from '../storage/follow-ups.ts'
import type { PeopleStore } from '../storage/people.ts'
import type { PlanStore } from '../storage/plans.ts'
import type { WorkshopStore } from '../storage/workshops.ts'
import { dayAt } from '../uk-day.ts'
import { calendarOf } from './calendar.ts'
import { followUpsFor } from './visible.ts'

export type FollowUpNeeds = {
  readonly store: FollowUpStore &
    Pick<PeopleStore, 'peopleOf'> &
    Pick<PlanStore, 'find'> &
    Pick<WorkshopStore, 'workshopsOf'>
  readonly live: Pick<Live, 'tell' | 'current'>
  readonly site: Pick<Site, 'origin'>
  /** Sets what is still to be set. */
  readonly askAfter: (plan: string, me: string) => Promise<void>
  readonly now?: () => number
}

/** "Did it happen?", asked six weeks after a workshop about each action of its plan. */
export function followUpRoutes(routes: Routes, { store, live, site, askAfter, now = Date.now }: FollowUpNeeds): void {
  const seenBy = async (plan: string, me: string, asked: readonly FollowUpRow[]) => {
    const [row, people, answers] = await Promise.all([
      store.find(plan),
      store.peopleOf(plan),
      store.followUpAnswersOf(plan),
    ])
    if (!row) throw refuse('not-found')
    return followUpsFor(me, asked, { kind: row.kind, people, answers, today: dayAt(now()) })
  }

  serve(routes, listFollowUps, async ({ plan, me }) => {
    await askAfter(plan, me)
    return { followUps: await seenBy(plan, me, await store.followUpsOf(plan)) }
  })

  serve(routes, answerFollowUp, async ({ plan, me, body, param }) => {
    const asker = (await store.peopleOf(plan)).find(({ id }) => id === me)
    if (!asker) throw refuse('not-found')
    const asked = await store.followUpAt(plan, param('workshop'), param('item'))
    if (!asked) throw refuse('action-gone')
    if (asked.dueOn > dayAt(now())) throw refuse('not-asked-yet')
    const { workshop, item } = asked
    await store.answerFollowUp({ workshop, item, person: me, voice: asker.voice, ...body }, now())
    live.tell(plan, { type: 'follow-ups' })
    const [followUp] = await seenBy(plan, me, [asked])
    if (!followUp) throw refuse('action-gone')
    return { followUp }
  })

  serve(routes, followUpCalendar, async ({ c, plan: id, me, param }) => {
    const [row, workshops] = await Promise.all([store.find(id), store.workshopsOf(id)])
    const workshop = workshops.find(({ id }) => id === param('workshop'))
    if (!row || !workshop) throw refuse('not-found')
    if (workshop.stage !== 'closed') throw refuse('workshop-not-over')
    await askAfter(id, me)
    const [asked, plan] = await Promise.all([
      store.followUpsAfter(id, workshop.id),
      planWords({ live, budgets: routes.budgets }, me, row),
    ])
    const [first] = asked
    if (!first) throw refuse('not-found')
    const items = new Set(asked.map(({ item }) => item))
    const lang = ourLanguage(c.req.query('lang')) ?? 'en'
    const file = calendarOf({
      ...{ workshop: workshop.id, dueOn: first.dueOn, askedAt: first.askedAt, title: row.title, lang },
      actions: actionsOf(plan).filter(({ id }) => items.has(id)),
      address: `${site.origin}/plans/${id}/did-it-happen`,
    })
    c.header('content-disposition', downloadNamed(row.title, 'ics'))
    c.header('content-type', 'text/calendar; charset=utf-8')
    return c.body(file)
  })
}
