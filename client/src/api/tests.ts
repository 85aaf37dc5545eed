import type { answerTests, listTests, TestAnswers } from '@withy/shared/api'
import { planPath } from './plans.ts'
import { type AnswerOf, send } from './send.ts'

const path = (plan: string) => `${planPath(plan)}/tests`

/** The test answers of a plan's actions, as the asker may see them. */
export const fetchTests = (plan: string) => send<AnswerOf<typeof listTests>>('GET', path(plan))

/** Keeps the asker's own answers about one action. */
export const sendTestAnswers = (plan: string, item: string, answers: TestAnswers) =>
  send<AnswerOf<typeof answerTests>>('PUT', `${path(plan)}/${encodeURIComponent(item)}`, answers)
