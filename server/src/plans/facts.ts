import type { Facts } from '../live/live.ts'
import type { PeopleStore } from '../storage/people.ts'
import type { PlanStore } from '../storage/plans.ts'

/** The facts of plans that a room tells whoever comes. */
export const createFacts = (store: Pick<PlanStore, 'find'> & Pick<PeopleStore, 'peopleOf'>): Facts => ({
  async current(plan) {
    const [row, people] = await Promise.all([store.find(plan), store.peopleOf(plan)])
    if (!row) return []
    return [
      { type: 'people', people },
      { type: 'renamed', title: row.title },
      { type: 'shown', section: row.shown },
    ]
  },
})
