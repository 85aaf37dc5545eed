import * as z from 'zod/mini'
import { endpoint } from './endpoint.ts'
import { LIMIT } from './limits.ts'

/** Words of one line or item that somebody said and another typed. `item` null: a line of a text box. */
const passage = z.object({
  id: z.string(),
  box: z.string(),
  item: z.nullable(z.string()),
  /** As they stand, cut where they are many. Empty: choices alone. */
  words: z.string(),
  person: z.string(),
  for: z.string(),
})
export type SaidPassage = z.infer<typeof passage>

/** Words that `for` says they did not say, as they stood then; `at`: ms since 1970. */
const unsaid = z.extend(passage, { at: z.int() })
export type Unsaid = z.infer<typeof unsaid>

/** Passages of a box that are not told: there are too many. */
const more = z.object({ box: z.string(), count: z.int() })
export type MoreSaid = z.infer<typeof more>

const said = z.object({
  /** In the order of the page. */
  said: z.array(passage),
  more: z.array(more),
  /** The newest first: one's own, of words one typed, and all for those who lead the plan; as long as any of those words stand. */
  unsaid: z.array(unsaid),
})
export type Said = z.infer<typeof said>

const SAID = ['sign-in', 'not-found'] as const
const READING = [...SAID, 'plan-unreadable', 'too-busy'] as const

export const listSaid = endpoint({
  method: 'GET',
  path: '/api/plans/:plan/said',
  does: 'Says of each line and item of a plan who said it, where another typed it, by the server’s own record.',
  needs: 'read',
  answer: said,
  refusals: READING,
})

export const unsay = endpoint({
  method: 'POST',
  path: '/api/plans/:plan/unsaid',
  does: 'The asker did not say words that are kept as typed for them: they are the typist’s alone from then on.',
  needs: 'read',
  body: z.object({ passage: z.string().check(z.maxLength(LIMIT.secret)) }),
  answer: said,
  refusals: [...READING, 'bad-request', 'words-changed'],
})

export const sayAgain = endpoint({
  method: 'DELETE',
  path: '/api/plans/:plan/unsaid/:unsaid',
  does: 'The asker takes back that they did not say some words.',
  needs: 'read',
  answer: said,
  refusals: READING,
})
