import * as z from 'zod/mini'
import { endpoint } from './endpoint.ts'
import { FOLLOW_UP_ANSWERS } from './follow-up-answers.ts'
import { LIMIT } from './limits.ts'
import { voice } from './plans.ts'
import { lines } from './workshop-commands.ts'

const answer = z.enum(FOLLOW_UP_ANSWERS)

/** "Did it happen?" about one action of the plan, as the asker may see it. */
const followUp = z.object({
  item: z.string(),
  workshop: z.string(),
  /** From this day on it is asked: YYYY-MM-DD, in the UK. */
  dueOn: z.string(),
  /** Whether that day has come, as the server knows it. */
  isDue: z.boolean(),
  mine: z.nullable(z.object({ answer, words: z.string() })),
  /** Nobody's while `isWaiting`: for those who live with what is decided. */
  others: z.array(z.object({ voice, answer, words: z.string() })),
  /** How many others have answered, shown or not. */
  answered: z.int(),
  isWaiting: z.boolean(),
})
export type FollowUp = z.infer<typeof followUp>

export const listFollowUps = endpoint({
  method: 'GET',
  path: '/api/plans/:plan/did-it-happen',
  does: 'Gives the newest “did it happen?” about each action that has one, as the asker may see it.',
  needs: 'read',
  answer: z.object({ followUps: z.array(followUp) }),
  refusals: ['sign-in', 'not-found'],
})

export const answerFollowUp = endpoint({
  method: 'PUT',
  path: '/api/plans/:plan/did-it-happen/:workshop/:item',
  does: 'Keeps the asker’s own answer about one action after one workshop; null takes it back.',
  needs: 'answer-tests',
  body: z.object({ answer: z.nullable(answer), words: lines(LIMIT.why, 0) }),
  answer: z.object({ followUp }),
  refusals: ['sign-in', 'not-found', 'not-allowed', 'bad-request', 'action-gone', 'not-asked-yet'],
})

/** `?lang=en|cy` chooses the language of our words. */
export const followUpCalendar = endpoint({
  method: 'GET',
  path: '/api/plans/:plan/workshops/:workshop/calendar',
  does: 'Gives a calendar file with the day on which “did it happen?” is asked after a workshop.',
  needs: 'take-away',
  refusals: ['sign-in', 'not-found', 'not-allowed', 'workshop-not-over', 'plan-unreadable', 'too-busy'],
})
