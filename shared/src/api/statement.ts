import * as z from 'zod/mini'
import { endpoint } from './endpoint.ts'

export const getStatement = endpoint({
  method: 'GET',
  path: '/api/statement',
  does: 'Gives what the organisation that runs this Withy says of itself in its accessibility statement.',
  needs: 'nothing',
  answer: z.object({
    /** null: nobody has completed the statement here (STATEMENT_ORGANISATION). */
    statement: z.nullable(
      z.object({
        organisation: z.string(),
        /** The day it was last looked at, `2026-11-23`. */
        day: z.string(),
        /** Who tells of something in their way has an answer within so many days. */
        answerDays: z.number(),
      }),
    ),
  }),
  refusals: [],
})
export type Statement = NonNullable<z.infer<typeof getStatement.answer>['statement']>
