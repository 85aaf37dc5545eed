import * as z from 'zod/mini'
import {
  FATES,
  groupShown,
  ideaShown,
  LIGHTS,
  PAIR_STAGES,
  STEP_KINDS,
  TURNS,
  workshopNow,
} from '../protocol/workshop.ts'
import { collaborationAnswers } from './action-tests.ts'
import { endpoint } from './endpoint.ts'
import { LIMIT } from './limits.ts'
import { voice, words } from './plans.ts'
import { NEEDS, READY, WORKSHOP_SHAPES } from './workshop-lists.ts'

/** Words of some lines, e.g. an idea. Trimmed; `least` 0 lets them be nothing. */
export const lines = (max: number, least = 1) =>
  z.string().check(
    z.overwrite((said) => said.toWellFormed().replace(/\r\n?/g, '\n').trim().normalize('NFC')),
    z.minLength(least),
    z.maxLength(max),
  )

/** Made by who sends it, so that sending it twice is doing it once. */
export const madeId = z.string().check(
  z.regex(/^[\w-]{8,40}$/),
  // By such a name every object has something already.
  z.refine((id) => !(id in Object.prototype)),
)
export const knownId = z.string().check(z.maxLength(80))

/** A step as it is prepared. */
const stepWords = z.object({
  kind: z.enum(STEP_KINDS),
  title: lines(LIMIT.title, 0),
  question: lines(LIMIT.question, 0),
  minutes: z.int().check(z.minimum(1), z.maximum(LIMIT.stepMinutes)),
  section: z.nullable(knownId),
  dots: z.int().check(z.minimum(1), z.maximum(LIMIT.dots)),
})
export type StepWords = z.infer<typeof stepWords>

const ground = z.partial(
  z.object({
    decide: lines(LIMIT.ground, 0),
    advise: lines(LIMIT.ground, 0),
    cannot: lines(LIMIT.ground, 0),
    decided: lines(LIMIT.ground, 0),
    rules: lines(LIMIT.ground, 0),
    pay: lines(LIMIT.ground, 0),
  }),
)

/** Shown to the facilitators and nobody else. */
const needs = z.object({ ticks: z.array(z.enum(NEEDS)).check(z.maxLength(NEEDS.length)), words: lines(LIMIT.needs, 0) })
export type Needs = z.infer<typeof needs>

const place = z.object({ box: knownId, item: z.nullable(knownId) })

/** What a facilitator does with a workshop and its room. */
const steering = z.discriminatedUnion('do', [
  /** `was`, here and below: the words the facilitator saw. Where another has changed those since, nothing is done. */
  z.object({ do: z.literal('rename'), title: words(LIMIT.title), was: z.optional(words(LIMIT.title)) }),
  z.object({ do: z.literal('ground'), ground, was: z.optional(ground) }),
  z.object({ do: z.literal('ready'), what: z.enum(READY), on: z.boolean() }),
  z.object({ do: z.literal('lobby'), on: z.boolean() }),
  /** The id of a step that was taken out brings that one back, with all that was said in it. */
  z.object({ do: z.literal('add-step'), id: madeId, step: stepWords, after: z.nullable(knownId) }),
  z.object({
    do: z.literal('change-step'),
    id: knownId,
    step: z.partial(stepWords),
    was: z.optional(z.partial(stepWords)),
  }),
  z.object({ do: z.literal('move-step'), id: knownId, way: z.enum(['up', 'down']) }),
  z.object({ do: z.literal('remove-step'), id: knownId }),
  z.object({ do: z.literal('open') }),
  z.object({ do: z.literal('close') }),
  /** `from`: the step the facilitator saw. Two who press at once move the room one step. */
  z.object({ do: z.literal('go'), from: z.nullable(knownId), to: knownId }),
  z.object({ do: z.literal('show'), step: knownId }),
  z.object({ do: z.literal('more-time'), step: knownId, minutes: z.int().check(z.minimum(1), z.maximum(60)) }),
  z.object({ do: z.literal('freeze'), on: z.boolean() }),
  z.object({
    do: z.literal('caption'),
    words: lines(LIMIT.caption, 0),
    was: z.optional(lines(LIMIT.caption, 0)),
  }),
  z.object({ do: z.literal('call'), section: z.nullable(knownId) }),
  z.object({ do: z.literal('chair'), person: knownId }),
  z.object({ do: z.literal('turn'), step: knownId, voice, turn: z.enum(TURNS) }),
  /** Of a step in which people work alone, in twos, in fours, all. */
  z.object({ do: z.literal('stage'), step: knownId, stage: z.enum(PAIR_STAGES) }),
  z.object({ do: z.literal('let-in'), who: knownId }),
  /** Somebody goes out of the room, with their table where it is their device; who comes again waits to be let in. */
  z.object({ do: z.literal('out'), who: knownId }),
  z.object({
    do: z.literal('group'),
    id: madeId,
    step: knownId,
    name: lines(LIMIT.title, 0),
    ideas: z.array(knownId).check(z.maxLength(200)),
  }),
  z.object({ do: z.literal('name-group'), id: knownId, name: lines(LIMIT.title, 0) }),
  z.object({ do: z.literal('put-in-group'), idea: knownId, group: z.nullable(knownId) }),
  z.object({ do: z.literal('park'), idea: knownId, on: z.boolean() }),
  /** Of an idea the room has seen: out of everybody's sight but its author's, or back. */
  z.object({ do: z.literal('hide-idea'), idea: knownId, on: z.boolean() }),
  z.object({
    do: z.literal('fate'),
    idea: knownId,
    fate: z.nullable(z.enum(FATES)),
    why: lines(LIMIT.why, 0),
    place: z.nullable(place),
    /** The answer the facilitator saw when they began. Where another stands there now, theirs is refused. */
    was: z.optional(z.object({ fate: z.nullable(z.enum(FATES)), why: z.string().check(z.maxLength(LIMIT.why)) })),
  }),
  z.object({ do: z.literal('note'), words: lines(LIMIT.notes, 0), was: z.optional(lines(LIMIT.notes, 0)) }),
])
export type Steering = z.infer<typeof steering>

/** Of a vote that found no connection when it was given: it is taken only while the room is in its step. */
const late = z.optional(z.boolean())

/** What somebody in the room does. `as`: one of the people at their device. */
const taking = z.discriminatedUnion('do', [
  z.object({ do: z.literal('come-in'), needs: z.optional(z.nullable(needs)) }),
  z.object({ do: z.literal('bring'), id: madeId, name: words(LIMIT.name), voice }),
  z.object({ do: z.literal('leave'), as: knownId }),
  z.object({ do: z.literal('idea'), id: madeId, step: knownId, words: lines(LIMIT.idea), saidBy: knownId }),
  z.object({ do: z.literal('change-idea'), id: knownId, words: lines(LIMIT.idea) }),
  z.object({ do: z.literal('take-back'), id: knownId }),
  z.object({
    do: z.literal('dots'),
    step: knownId,
    as: knownId,
    on: z.record(knownId, z.int().check(z.minimum(1), z.maximum(LIMIT.dots))),
    late,
  }),
  z.object({
    do: z.literal('hand'),
    step: knownId,
    as: knownId,
    fingers: z.int().check(z.minimum(0), z.maximum(5)),
    late,
  }),
  z.object({ do: z.literal('say-why'), step: knownId, as: knownId, words: lines(LIMIT.why, 0) }),
  /** The collaboration test on the workshop itself; all null takes it back. */
  z.object({ do: z.literal('test'), step: knownId, as: knownId, answers: collaborationAnswers, late }),
  /** In a round: the voice of that person passes, or would like to speak later. */
  z.object({ do: z.literal('turn'), step: knownId, as: knownId, turn: z.enum(['passed', 'not-yet']) }),
  z.object({ do: z.literal('light'), as: knownId, light: z.nullable(z.enum(LIGHTS)) }),
  z.object({ do: z.literal('ask-meaning'), id: madeId, word: words(LIMIT.title) }),
  z.object({ do: z.literal('explain'), id: knownId, meaning: lines(LIMIT.why) }),
  z.object({ do: z.literal('offer-wording'), idea: knownId, words: lines(LIMIT.idea) }),
  /** `was`: the words its author saw. Where others are offered by now, nothing is answered. */
  z.object({ do: z.literal('answer-wording'), idea: knownId, yes: z.boolean(), was: lines(LIMIT.idea) }),
])
export type Taking = z.infer<typeof taking>

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
  ready: z.array(z.enum(READY)),
  lobby: z.boolean(),
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
  answer: z.object({ workshops: z.array(workshopCard) }),
  refusals: ['sign-in', 'not-found'],
})

export const prepareWorkshop = endpoint({
  method: 'POST',
  path: '/api/plans/:plan/workshops',
  does: 'Prepares a workshop, with the steps of a ready-made shape.',
  needs: 'run-workshop',
  body: z.object({ shape: z.enum(WORKSHOP_SHAPES), title: words(LIMIT.title), lang: z.enum(['en', 'cy']) }),
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
