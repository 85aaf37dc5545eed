import * as z from 'zod/mini'
import {
  groundWords,
  handsShown,
  ideaShown,
  STEP_KINDS,
  saidShown,
  TURNS,
  testCounts,
  testShown,
} from '../protocol/workshop.ts'
import { endpoint } from './endpoint.ts'
import { voice } from './plans.ts'
import { myIdea } from './workshop.ts'

/** A step as it went. */
const recordStep = z.object({
  id: z.string(),
  kind: z.enum(STEP_KINDS),
  title: z.string(),
  question: z.string(),
  section: z.nullable(z.string()),
  /** What was written in it and shown, by group; `name` null: in no group, '' a group without a name. Parked ideas stand apart. */
  groups: z.array(z.object({ name: z.nullable(z.string()), ideas: z.array(ideaShown) })),
  /** What got dots, most first; null where none were shown. `words` '' is a group without a name. */
  dots: z.nullable(z.array(z.object({ words: z.string(), dots: z.int() }))),
  /** How many gave 0, 1, ... 5; null where none were shown. */
  hands: handsShown,
  /** Of hands that were shown: whether none was under three. */
  agreed: z.nullable(z.boolean()),
  said: saidShown,
  /** The collaboration test on the workshop itself; null where none was shown. */
  test: testShown,
  /** The same of each voice of which enough people answered that nobody is known by it; the largest first. */
  testByVoice: z.array(z.object({ voice, people: z.int(), test: testCounts })),
  round: z.array(z.object({ voice, turn: z.enum(TURNS) })),
})
export type RecordStep = z.infer<typeof recordStep>

const record = z.object({
  title: z.string(),
  /** ms since 1970; null where it was closed without being opened. */
  beganAt: z.nullable(z.int()),
  endedAt: z.int(),
  /** Who came: how many of each voice, and nobody's name. */
  came: z.array(z.object({ voice, people: z.int() })),
  ground: groundWords,
  steps: z.array(recordStep),
  parked: z.array(ideaShown),
  /** Words somebody asked the meaning of, and what was said. */
  explained: z.array(z.object({ word: z.string(), meaning: z.nullable(z.string()) })),
  /** How many ideas were shown, and how many of them have no answer yet. */
  ideas: z.int(),
  unanswered: z.int(),
  /** How many a facilitator has put out of sight: none of their words are here. */
  hidden: z.int(),
})
export type WorkshopRecord = z.infer<typeof record>

export const readRecord = endpoint({
  method: 'GET',
  path: '/api/plans/:plan/workshops/:workshop/record',
  does: 'Gives the record of a workshop that is over, and the asker’s own ideas that were never shown.',
  needs: 'read',
  answer: z.object({ record, neverShown: z.array(myIdea) }),
  refusals: ['sign-in', 'not-found', 'workshop-not-over'],
})
