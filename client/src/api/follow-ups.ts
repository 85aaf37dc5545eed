import type * as api from '@withy/shared/api'
import { planPath } from './plans.ts'
import { type AnswerOf, type BodyOf, send } from './send.ts'

const path = (plan: string) => `${planPath(plan)}/did-it-happen`

/** "Did it happen?" about each action of a plan that is asked about, as the asker may see it. */
export const fetchFollowUps = (plan: string) => send<AnswerOf<typeof api.listFollowUps>>('GET', path(plan))

/** Keeps the asker's own answer to one of them. */
export const sendFollowUpAnswer = (
  plan: string,
  { workshop, item }: Pick<api.FollowUp, 'workshop' | 'item'>,
  said: BodyOf<typeof api.answerFollowUp>,
) =>
  send<AnswerOf<typeof api.answerFollowUp>>(
    'PUT',
    `${path(plan)}/${encodeURIComponent(workshop)}/${encodeURIComponent(item)}`,
    said,
  )

/** Where the calendar file of a workshop that has closed is. */
export const calendarPath = (plan: string, workshop: string, lang: string): string =>
  `${planPath(plan)}/workshops/${encodeURIComponent(workshop)}/calendar?lang=${lang}`
