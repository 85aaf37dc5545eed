import * as z from 'zod/mini'
import { FATES, LIGHTS, PAIR_STAGES, STEP_KINDS, TURNS } from '../protocol/workshop.ts'
import { collaborationAnswers } from './action-tests.ts'
import { MET, NEEDS } from './card-lists.ts'
import { LIMIT } from './limits.ts'
import { voice, words } from './plans.ts'
import { READY } from './workshop-lists.ts'

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

/** The card "How I communicate": shown to the facilitators and nobody else. What was kept before there was more of it has only two. */
export const needs = z.object({
  ticks: z.array(z.enum(NEEDS)).check(z.maxLength(NEEDS.length)),
  /** Where and when they are reached. */
  reach: z.optional(lines(LIMIT.needs, 0)),
  /** Who helps them, and how that person is reached. */
  helper: z.optional(lines(LIMIT.needs, 0)),
  /** Anything else that helps. */
  words: lines(LIMIT.needs, 0),
})
export type Needs = z.infer<typeof needs>

/** Whether somebody got what they needed, in their own words too. */
export const needsMet = z.object({ answer: z.enum(MET), words: lines(LIMIT.why, 0) })
export type NeedsMet = z.infer<typeof needsMet>

const place = z.object({ box: knownId, item: z.nullable(knownId) })

/** What a facilitator does with a workshop and its room. */
export const steering = z.discriminatedUnion('do', [
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
  /** Somebody's light goes down, where it is still the one that was set at `since`. */
  z.object({ do: z.literal('answered'), who: knownId, since: z.int() }),
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
export const taking = z.discriminatedUnion('do', [
  z.object({ do: z.literal('come-in'), needs: z.optional(z.nullable(needs)) }),
  /** Asked once it is over: whether somebody got what they needed; null takes it back. */
  z.object({ do: z.literal('needs-met'), met: z.nullable(needsMet) }),
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
