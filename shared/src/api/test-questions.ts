// Without a schema, so that the page of a plan does not bring what checks one.

/**
 * The collaboration test (does this leave people better informed, more confident, better connected?) and the
 * connection test (can we show it?), answered per action, one answer per person (SPEC PLAN, tests).
 */
export const TEST_QUESTIONS = ['informed', 'confident', 'connected', 'shows'] as const
export type TestQuestion = (typeof TEST_QUESTIONS)[number]

/** Which questions each test asks. An action fails while either test does (SPEC ACCESS-73). */
export const TESTS = {
  collaboration: ['informed', 'confident', 'connected'],
  connection: ['shows'],
} as const satisfies Record<string, readonly TestQuestion[]>

export const TEST_ANSWERS = ['helps', 'no-change', 'harms', 'not-sure'] as const
export type TestAnswer = (typeof TEST_ANSWERS)[number]
