import type { TestStore } from '../storage/action-tests.ts'
import type { PeopleStore } from '../storage/people.ts'
import type { PlanStore } from '../storage/plans.ts'
import { allVisibleTo } from './visible.ts'

export type FailingNeeds = {
  readonly store: Pick<TestStore, 'answersOf'> & Pick<PeopleStore, 'peopleOf'> & Pick<PlanStore, 'find'>
}

/** Which actions of a plan do not pass their tests, by those answers everybody may see (SPEC ACCESS-73). */
export const createFailing =
  ({ store }: FailingNeeds) =>
  async (plan: string): Promise<string[]> => {
    const [row, people, rows] = await Promise.all([store.find(plan), store.peopleOf(plan), store.answersOf(plan)])
    if (!row) return []
    const all = allVisibleTo('', { kind: row.kind, people, rows })
    return all.filter(({ failing }) => failing).map(({ item }) => item)
  }
