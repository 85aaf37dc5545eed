import type { RoomMessage } from '@withy/shared/protocol'
import type { Facts } from '../live/live.ts'
import type { PeopleStore } from '../storage/people.ts'
import type { PlanStore } from '../storage/plans.ts'
import type { TalkStore } from '../storage/talk.ts'

/** The facts of plans that a room tells whoever comes. `workshop`: the message that tells of the one that is open. */
export const createFacts = (
  store: Pick<PlanStore, 'find'> & Pick<PeopleStore, 'peopleOf'> & Pick<TalkStore, 'talkSeqOf'>,
  workshop: (plan: string) => Promise<RoomMessage>,
): Facts => ({
  async current(plan) {
    const [row, people, workshopNow, seq] = await Promise.all([
      store.find(plan),
      store.peopleOf(plan),
      workshop(plan),
      store.talkSeqOf(plan),
    ])
    if (!row) return []
    return [
      { type: 'people', people },
      { type: 'renamed', title: row.title },
      { type: 'language', lang: row.lang },
      { type: 'shown', section: row.shown },
      workshopNow,
      { type: 'talk', seq },
    ]
  },
})
