import * as z from 'zod/mini'
import { endpoint } from './endpoint.ts'
import { LIMIT } from './limits.ts'
import { words } from './plans.ts'
import { knownId, lines, madeId } from './workshop-commands.ts'

const meant = z.object({ word: words(LIMIT.title), meaning: lines(LIMIT.why) })

/** A word the plan explains. `isOut`: taken out, and kept so that it can be put back. */
const glossaryWord = z.extend(meant, { id: z.string(), isOut: z.boolean() })
export type GlossaryWord = z.infer<typeof glossaryWord>

const glossary = z.object({ words: z.array(glossaryWord) })

const change = z.discriminatedUnion('do', [
  z.extend(meant, { do: z.literal('add'), id: madeId }),
  /** `was`: what stood there when it was begun. Where another has changed it since, nothing is written over. */
  z.extend(meant, { do: z.literal('change'), id: knownId, was: meant }),
  z.object({ do: z.literal('take-out'), id: knownId }),
  z.object({ do: z.literal('put-back'), id: knownId }),
])
export type GlossaryChange = z.infer<typeof change>

export const readGlossary = endpoint({
  method: 'GET',
  path: '/api/plans/:plan/glossary',
  does: 'Gives the words a plan explains, with those that were taken out.',
  needs: 'read',
  answer: glossary,
  refusals: ['sign-in', 'not-found'],
})

export const changeGlossary = endpoint({
  method: 'POST',
  path: '/api/plans/:plan/glossary',
  does: 'Explains a word of a plan, changes that, takes it out, or puts it back.',
  needs: 'write',
  body: change,
  answer: glossary,
  refusals: ['sign-in', 'not-found', 'not-allowed', 'bad-request', 'word-there', 'word-changed', 'glossary-full'],
})
