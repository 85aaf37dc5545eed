import * as z from 'zod/mini'
import { LANGUAGES } from '../plan/our-languages.ts'
import { agendaStep, groupShown, ideaShown, LIGHTS, workshopNow } from '../protocol/workshop.ts'
import { collaborationAnswers } from './action-tests.ts'
import { endpoint } from './endpoint.ts'
import { LIMIT } from './limits.ts'
import { voice, words } from './plans.ts'
import { needs, needsMet, steering, taking } from './workshop-commands.ts'
import { READY, WORKSHOP_SHAPES } from './workshop-lists.ts'

/** Somebody at the asker's device: themselves (`own`), or another at their table. */
const atMyDevice = z.object({ id: z.string(), name: z.string(), voice, own: z.boolean(), waiting: z.boolean() })

/** An idea of the asker's device, with what nobody else sees. */
export const myIdea = z.extend(ideaShown, {
  /** Whether the room has seen it. */
  shown: z.boolean(),
  /** Whether a facilitator has put it out of everybody else's sight since. */
  hidden: z.boolean(),
  /** A rewording somebody offers; '' none. */
  offered: z.string(),
})
export type MyIdea = z.infer<typeof myIdea>

/** What only the asker's device may see. */
const mine = z.object({
  people: z.array(atMyDevice),
  ideas: z.array(myIdea),
  /** By step, then by person at this device: dots by idea or group, a hand of 0 to 5 with why, or the collaboration test. */
  votes: z.array(
    z.object({
      step: z.string(),
      as: z.string(),
      dots: z.nullable(z.record(z.string(), z.int())),
      fingers: z.nullable(z.int()),
      test: z.nullable(collaborationAnswers),
      why: z.string(),
    }),
  ),
  lights: z.record(z.string(), z.enum(LIGHTS)),
  needs: z.nullable(needs),
  /** What the asker said, once it was over, of whether they got what they needed. */
  met: z.nullable(needsMet),
})
export type Mine = z.infer<typeof mine>

/** What only facilitators see. */
const desk = z.object({
  people: z.array(
    z.object({
      id: z.string(),
      /** Of the plan; two of one device are one table. */
      person: z.string(),
      /** Whether the device is their own: others at it were brought to its table. */
      own: z.boolean(),
      name: z.string(),
      voice,
      waiting: z.boolean(),
      light: z.nullable(z.enum(LIGHTS)),
      /** When the light was set (ms since 1970); 0 without one. */
      lightAt: z.int(),
      needs: z.nullable(needs),
    }),
  ),
  /** Who leads now: a person of the plan; '' nobody. */
  chair: z.string(),
  /** Authors of shown ideas who are people of the plan, by idea: what is put in the plan is said to be theirs. */
  authors: z.record(z.string(), z.string()),
  /** Ideas that were put out of sight, to put back. */
  hidden: z.array(ideaShown),
  /** Steps that were taken out, to put back: `after` the step they would follow, null as the first. */
  goneSteps: z.array(z.object({ step: agendaStep, after: z.nullable(z.string()) })),
  ready: z.array(z.enum(READY)),
  lobby: z.boolean(),
  /** Who got what they needed: a person of the plan each, once it is over. */
  met: z.array(z.extend(needsMet, { person: z.string() })),
  /** The asker's own notes. */
  note: z.string(),
})
export type Desk = z.infer<typeof desk>

const everything = z.object({
  now: workshopNow,
  ideas: z.array(ideaShown),
  groups: z.array(groupShown),
  mine,
  /** null for those who may not steer. */
  desk: z.nullable(desk),
})
/** A workshop as the asker may see it. */
export type WorkshopSeen = z.infer<typeof everything>

const workshopCard = z.object({
  id: z.string(),
  title: z.string(),
  stage: z.enum(['preparing', 'open', 'closed']),
  madeAt: z.int(),
  closedAt: z.nullable(z.int()),
})
export type WorkshopCard = z.infer<typeof workshopCard>

export const listWorkshops = endpoint({
  method: 'GET',
  path: '/api/plans/:plan/workshops',
  does: 'Lists the workshops of a plan, newest first.',
  needs: 'read',
  answer: z.object({
    /** `unanswered`: ideas people were shown that have no answer yet; `offered`: ideas of the asker’s that other words are offered for. */
    workshops: z.array(z.extend(workshopCard, { unanswered: z.int(), offered: z.int() })),
  }),
  refusals: ['sign-in', 'not-found'],
})

export const prepareWorkshop = endpoint({
  method: 'POST',
  path: '/api/plans/:plan/workshops',
  does: 'Prepares a workshop, with the steps of a ready-made shape.',
  needs: 'run-workshop',
  body: z.object({ shape: z.enum(WORKSHOP_SHAPES), title: words(LIMIT.title), lang: z.enum(LANGUAGES) }),
  answer: z.object({ workshop: z.string() }),
  refusals: ['sign-in', 'not-found', 'not-allowed', 'bad-request', 'workshops-full'],
})

export const seeWorkshop = endpoint({
  method: 'GET',
  path: '/api/plans/:plan/workshops/:workshop',
  does: 'Gives a workshop as the asker may see it.',
  needs: 'read',
  answer: everything,
  refusals: ['sign-in', 'not-found'],
})

/** For the room screen: nothing private can reach a page that never asks for it. */
export const seeWorkshopShared = endpoint({
  method: 'GET',
  path: '/api/plans/:plan/workshops/:workshop/shared',
  does: 'Gives what everybody may see of a workshop, and nothing else.',
  needs: 'read',
  answer: z.pick(everything, { now: true, ideas: true, groups: true }),
  refusals: ['sign-in', 'not-found'],
})
export type WorkshopShared = z.infer<typeof seeWorkshopShared.answer>

/** For a page that follows what everybody may see: a hall that is shown ideas does not ask for all of them again. */
export const seeWorkshopOwn = endpoint({
  method: 'GET',
  path: '/api/plans/:plan/workshops/:workshop/own',
  does: 'Gives what only the asker may see of a workshop.',
  needs: 'read',
  answer: z.pick(everything, { mine: true, desk: true }),
  refusals: ['sign-in', 'not-found'],
})
export type WorkshopOwn = z.infer<typeof seeWorkshopOwn.answer>

export const steerWorkshop = endpoint({
  method: 'POST',
  path: '/api/plans/:plan/workshops/:workshop/steer',
  does: 'Prepares a workshop further, or moves its room.',
  needs: 'run-workshop',
  body: steering,
  answer: everything,
  refusals: [
    'sign-in',
    'not-found',
    'not-allowed',
    'bad-request',
    'workshop-open',
    'workshop-over',
    'workshop-full',
    'step-gone',
    'step-used',
    'dots-given',
    'why-needed',
    'answer-changed',
    'written-meanwhile',
    'idea-gone',
    'too-busy',
  ],
})

export const takePart = endpoint({
  method: 'POST',
  path: '/api/plans/:plan/workshops/:workshop/take-part',
  does: 'Comes into a workshop, says something in it, or votes.',
  needs: 'take-part',
  body: taking,
  answer: mine,
  refusals: [
    'sign-in',
    'not-found',
    'not-allowed',
    'bad-request',
    'workshop-not-open',
    'workshop-over',
    'workshop-full',
    'in-lobby',
    'turn-of-others',
    'not-in-room',
    'step-gone',
    'idea-gone',
    'idea-too-long',
    'already-shown',
    'room-went-on',
    'wording-changed',
    'dots-used',
    'word-there',
    'glossary-full',
    'too-busy',
  ],
})
