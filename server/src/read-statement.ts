import type { Statement } from '@withy/shared/api'

const LONGEST_NAME = 120
const MOST_DAYS = 60

/** A statement that cannot be used: a sentence for whoever starts the server. */
export type StatementProblem = { readonly problem: string }

/**
 * Reads STATEMENT_ORGANISATION, STATEMENT_DAY and STATEMENT_ANSWER_DAYS: all three or none, since half a statement
 * promises nothing (SPEC A11Y-124).
 */
export function readStatement(env: NodeJS.ProcessEnv): Statement | null | StatementProblem {
  const organisation = env.STATEMENT_ORGANISATION?.trim() ?? ''
  const day = env.STATEMENT_DAY ?? ''
  const days = env.STATEMENT_ANSWER_DAYS ?? ''
  if (organisation === '' && day === '' && days === '') return null
  if (organisation === '' || organisation.length > LONGEST_NAME)
    return no(
      'STATEMENT_ORGANISATION',
      organisation,
      `the name of whoever runs this Withy, at most ${LONGEST_NAME} letters`,
    )
  if (!isDay(day)) return no('STATEMENT_DAY', day, 'the day the statement was last looked at, as year, month and day')
  if (!/^\d{1,2}$/.test(days) || Number(days) < 1 || Number(days) > MOST_DAYS)
    return no('STATEMENT_ANSWER_DAYS', days, `in how many days you answer, from 1 to ${MOST_DAYS}`)
  return { organisation, day, answerDays: Number(days) }
}

const EXAMPLE = 'STATEMENT_ORGANISATION="Mill Lane Trust" STATEMENT_DAY=2026-11-23 STATEMENT_ANSWER_DAYS=5'

const no = (setting: string, value: string, what: string): StatementProblem => ({
  problem: `${setting} is "${value}", and it has to be ${what}. The three go together. For example: ${EXAMPLE}.`,
})

/** A day there is: 30 February is none. */
const isDay = (text: string): boolean =>
  /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text)) && new Date(text).toISOString().startsWith(text)
