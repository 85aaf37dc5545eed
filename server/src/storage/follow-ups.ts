import type { Voice } from '@withy/shared/access'
import type { FollowUpAnswer } from '@withy/shared/api'

/** What a workshop that has closed asks about one action. `dueOn`: YYYY-MM-DD. */
export type FollowUpRow = {
  readonly workshop: string
  readonly item: string
  readonly askedAt: number
  readonly dueOn: string
}

/** One person's answer to that, with the voice they had then. */
export type FollowUpAnswerRow = Pick<FollowUpRow, 'workshop' | 'item'> & {
  readonly person: string
  readonly voice: Voice
  readonly answer: FollowUpAnswer
  readonly words: string
}

/** What the follow-up feature, and the copies of a plan, need of storage. */
export interface FollowUpStore {
  /** Workshops of the plan that have closed and ask nothing yet, the first to close first. */
  workshopsNotAsking(plan: string): Promise<{ readonly id: string; readonly closedAt: number }[]>
  /** Keeps about which actions a workshop asks, and from which day on. The first time counts. */
  askAfter(plan: string, asking: Omit<FollowUpRow, 'item'> & { readonly items: readonly string[] }): Promise<void>
  /** The newest about each action of the plan. */
  followUpsOf(plan: string): Promise<FollowUpRow[]>
  /** All that one workshop of the plan asks. */
  followUpsAfter(plan: string, workshop: string): Promise<FollowUpRow[]>
  /** About one action after one workshop of the plan. */
  followUpAt(plan: string, workshop: string, item: string): Promise<FollowUpRow | null>
  /** To all that was ever asked in the plan. */
  followUpAnswersOf(plan: string): Promise<FollowUpAnswerRow[]>
  /** Replaces what the person answered to that; null takes it away. It has to have been asked. */
  answerFollowUp(
    row: Omit<FollowUpAnswerRow, 'answer'> & { readonly answer: FollowUpAnswer | null },
    at: number,
  ): Promise<void>
}
