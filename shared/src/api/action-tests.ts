import * as z from 'zod/mini'
import { endpoint } from './endpoint.ts'
import { voice } from './plans.ts'
import { TEST_ANSWERS, TEST_QUESTIONS } from './test-questions.ts'

const answer = z.enum(TEST_ANSWERS)

const testAnswers = z.object({
  informed: z.nullable(answer),
  confident: z.nullable(answer),
  connected: z.nullable(answer),
  shows: z.nullable(answer),
})
export type TestAnswers = z.infer<typeof testAnswers>

/** Of one person, to the collaboration test alone: what the closing round of a workshop asks of the workshop itself. */
export const collaborationAnswers = z.pick(testAnswers, { informed: true, confident: true, connected: true })
export type CollaborationAnswers = z.infer<typeof collaborationAnswers>

/** One action's answers as the asker may see them: others' only to questions those affected have answered. */
const actionTests = z.object({
  item: z.string(),
  mine: z.nullable(testAnswers),
  others: z.array(z.object({ voice, answers: testAnswers })),
  /** How many others have answered, shown or not. */
  answered: z.int(),
  /** Questions whose other answers are not shown yet, each with how many others have answered it. */
  waiting: z.array(z.object({ question: z.enum(TEST_QUESTIONS), answered: z.int() })),
  /** Of a test somebody says that it harms, or nobody affected that it helps: listed as still failing. */
  failing: z.boolean(),
})
export type ActionTests = z.infer<typeof actionTests>

export const listTests = endpoint({
  method: 'GET',
  path: '/api/plans/:plan/tests',
  does: 'Gives the test answers of every action that has any, as the asker may see them.',
  needs: 'read',
  answer: z.object({ tests: z.array(actionTests) }),
  refusals: ['sign-in', 'not-found'],
})

export const answerTests = endpoint({
  method: 'PUT',
  path: '/api/plans/:plan/tests/:item',
  does: 'Keeps the asker’s own answers to the tests of one action; all null takes them back.',
  needs: 'answer-tests',
  body: testAnswers,
  answer: z.object({ tests: actionTests }),
  refusals: [
    'sign-in',
    'not-found',
    'not-allowed',
    'bad-request',
    'action-gone',
    'answers-full',
    'plan-unreadable',
    'too-busy',
  ],
})
