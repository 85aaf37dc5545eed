import { LIMIT } from '@withy/shared/api'
import { actionsOf } from '@withy/shared/plan'
import type { Budgets } from '../http/budgets.ts'
import { planWords } from '../http/plan-words.ts'
import type { Live } from '../live/live.ts'
import type { Log } from '../log.ts'
import type { FollowUpStore } from '../storage/follow-ups.ts'
import type { PlanStore } from '../storage/plans.ts'
import { dueDayAfter } from './due-day.ts'

export type AskAfterNeeds = {
  readonly store: FollowUpStore & Pick<PlanStore, 'find'>
  readonly live: Pick<Live, 'tell' | 'current'>
  readonly budgets: Budgets
  readonly log: Log
}

/**
 * Sets "did it happen?" about each action of a plan for every workshop of it that has closed and asks nothing yet. Called when
 * one closes, for `me`, and again whenever somebody looks: what could not be read, or was cut off, is asked all the same, on the
 * same day (SPEC WORK-110). Throws nothing: a workshop closes whatever becomes of this.
 */
export const createAskAfter =
  ({ store, live, budgets, log }: AskAfterNeeds) =>
  async (id: string, me: string): Promise<void> => {
    try {
      const closed = await store.workshopsNotAsking(id)
      const row = closed.length > 0 && (await store.find(id))
      if (!row) return
      const plan = await planWords({ live, budgets }, me, row)
      const items = actionsOf(plan).slice(0, LIMIT.followUpsPerWorkshop)
      for (const { id: workshop, closedAt } of closed) {
        const asking = { workshop, askedAt: closedAt, dueOn: dueDayAfter(closedAt) }
        await store.askAfter(id, { ...asking, items: items.map(({ id }) => id) })
      }
      live.tell(id, { type: 'follow-ups' })
    } catch (err) {
      log.warn({ plan: id, err }, 'what a workshop asks six weeks later could not be set; it is tried again')
    }
  }
