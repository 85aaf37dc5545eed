import type * as api from '@withy/shared/api'
import { planPath } from './plans.ts'
import { type AnswerOf, type BodyOf, send } from './send.ts'

/** Of each line and item of a plan who said it, where another typed it. */
export const fetchSaid = (plan: string) => send<AnswerOf<typeof api.listSaid>>('GET', `${planPath(plan)}/said`)

/** The asker did not say these words. */
export const sendUnsay = (plan: string, body: BodyOf<typeof api.unsay>) =>
  send<AnswerOf<typeof api.unsay>>('POST', `${planPath(plan)}/unsaid`, body)

/** They did say them after all. */
export const sendSayAgain = (plan: string, unsaid: string) =>
  send<AnswerOf<typeof api.sayAgain>>('DELETE', `${planPath(plan)}/unsaid/${encodeURIComponent(unsaid)}`)
