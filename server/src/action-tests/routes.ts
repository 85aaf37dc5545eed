import { answerTests, LIMIT, listTests } from '@withy/shared/api'
import { actionsOf } from '@withy/shared/plan'
import { planWords } from '../http/plan-words.ts'
import { refuse } from '../http/refused.ts'
import { type Routes, serve } from '../http/route.ts'
import type { Live } from '../live/live.ts'
import type { TestStore } from '../storage/action-tests.ts'
import type { PeopleStore } from '../storage/people.ts'
import type { PlanStore } from '../storage/plans.ts'
import { type Answered, allVisibleTo, visibleTo } from './visible.ts'

export type TestsNeeds = {
  readonly store: TestStore & Pick<PeopleStore, 'peopleOf'> & Pick<PlanStore, 'find'>
  readonly live: Pick<Live, 'tell' | 'current'>
  readonly now?: () => number
}

/** Answers to the collaboration and connection tests: one a person for each action, kept here and not in the document. */
export function testsRoutes(routes: Routes, { store, live, now = Date.now }: TestsNeeds): void {
  const answered = async (plan: string): Promise<Answered> => {
    const [row, people, rows] = await Promise.all([store.find(plan), store.peopleOf(plan), store.answersOf(plan)])
    if (!row) throw refuse('not-found')
    return { kind: row.kind, people, rows }
  }

  /** Reading the plan takes long: what answers are kept about was found in it before, and keeps taking them (SPEC LIMIT-40). */
  const isAction = async (plan: string, me: string, item: string): Promise<boolean> => {
    const { kind, rows } = await answered(plan)
    if (rows.some((row) => row.item === item)) return true
    const words = await planWords({ live, budgets: routes.budgets }, me, { id: plan, kind })
    return actionsOf(words).some(({ id }) => id === item)
  }

  serve(routes, listTests, async ({ plan, me }) => ({ tests: allVisibleTo(me, await answered(plan)) }))

  serve(routes, answerTests, async ({ plan, me, body, param }) => {
    const item = param('item')
    if (!/^[\w:.-]{1,80}$/.test(item)) throw refuse('bad-request')
    const asker = (await store.peopleOf(plan)).find(({ id }) => id === me)
    if (!asker) throw refuse('not-found')
    if (!(await isAction(plan, me, item))) throw refuse('action-gone')
    const row = { item, person: me, voice: asker.voice, answers: body }
    if (!(await store.answer(plan, row, now(), LIMIT.testedActionsPerPerson))) throw refuse('answers-full')
    live.tell(plan, { type: 'tests' })
    return { tests: visibleTo(me, item, await answered(plan)) }
  })
}
