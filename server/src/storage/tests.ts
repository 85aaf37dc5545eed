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
  /** Replaces what the person answered before. False, and nothing kept, when the plan has answers for `most` actions. */
  answer(plan: string, row: AnswerRow, at: number, most: number): Promise<boolean>
}
