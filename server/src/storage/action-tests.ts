import type { Voice } from '@withy/shared/access'
import type { TestAnswers } from '@withy/shared/api'

/** One person's answers to the tests of one action, with the voice they had then. */
export type AnswerRow = {
  readonly item: string
  readonly person: string
  readonly voice: Voice
  readonly answers: TestAnswers
}

/** What the tests feature needs of storage. */
export interface TestStore {
  answersOf(plan: string): Promise<AnswerRow[]>
  /**
   * Replaces what the person answered about that action; nothing but null takes it away. False, and nothing kept, when
   * they have answers about `most` other actions of the plan.
   */
  answer(plan: string, row: AnswerRow, at: number, most: number): Promise<boolean>
}
