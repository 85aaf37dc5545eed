import * as z from 'zod/mini'
import { VOICES } from '../access/roles.ts'

/**
 * What a step of a workshop is. `silent`: everyone writes ideas, unseen; `gather`: they are shown and grouped; `round`: each voice in
 * turn; `pairs`: alone, in twos, in fours, all; `dots`: dots on ideas; `fist`: nought to five on one proposal.
 */
export const STEP_KINDS = [
  'welcome',
  'look',
  'silent',
  'gather',
  'round',
  'pairs',
  'dots',
  'fist',
  'write',
  'parking',
  'break',
  'closing',
] as const
export type StepKind = (typeof STEP_KINDS)[number]

/** Steps in which people write ideas that nobody else sees before they are shown. */
export const WRITING_STEPS: readonly StepKind[] = ['silent', 'pairs']

/** Traffic lights: stop, I have a question; slow down; I agree. */
export const LIGHTS = ['stop', 'slow', 'agree'] as const
export type TrafficLight = (typeof LIGHTS)[number]

/** What became of an idea. `none` is no fate: it has no answer yet, and is null everywhere. */
export const FATES = ['in-plan', 'changed', 'not-yet', 'not-possible'] as const
export type Fate = (typeof FATES)[number]

/** How a `pairs` step goes: alone, then in twos, in fours, all together. A facilitator moves it on, or back. */
export const PAIR_STAGES = ['alone', 'twos', 'fours', 'all'] as const
export type PairStage = (typeof PAIR_STAGES)[number]

/** Of a voice in a round. */
export const TURNS = ['not-yet', 'now', 'heard', 'passed'] as const
export type Turn = (typeof TURNS)[number]

/** One step of an agenda as it was prepared, and how far it has come. */
export const agendaStep = z.object({
  id: z.string(),
  kind: z.enum(STEP_KINDS),
  /** The group's own words; '' shows the name of the kind. */
  title: z.string(),
  /** What is asked of the room; '' asks nothing. In `fist` it is the proposal. */
  question: z.string(),
  /** The language of a question that is one of ours, as it was made; absent: the group's own words. */
  questionIn: z.exactOptional(z.string()),
  /** How long it is meant to take: a guide, never a limit. */
  minutes: z.int(),
  /** Of the plan; null: the step is about none. */
  section: z.nullable(z.string()),
  /** How many each person has, in `dots`. */
  dots: z.int(),
  /** Ideas, dots or answers of it have been shown to the room. */
  shown: z.boolean(),
  /** How far it has come, in `pairs`. */
  stage: z.enum(PAIR_STAGES),
})
export type AgendaStep = z.infer<typeof agendaStep>

/** What the group can decide, and how it works: shown all the time. Each '' where nothing was said. */
export const groundWords = z.object({
  decide: z.string(),
  advise: z.string(),
  cannot: z.string(),
  decided: z.string(),
  rules: z.string(),
  pay: z.string(),
})
export type GroundWords = z.infer<typeof groundWords>

/**
 * The step whose ideas a step is about: itself where ideas are written or parked, else the writing step before it.
 * @param steps the agenda in order
 */
export function ideasStepOf(steps: readonly Pick<AgendaStep, 'id' | 'kind'>[], id: string): string | null {
  const at = steps.findIndex((step) => step.id === id)
  if (steps[at]?.kind === 'parking') return id
  return steps.slice(0, at + 1).findLast(({ kind }) => WRITING_STEPS.includes(kind))?.id ?? null
}

// Each by itself, as the record has them too: reading them off the whole would keep the schemas in what phones fetch.
export const handsShown = z.nullable(z.array(z.int()))
export const testCounts = z.record(z.string(), z.record(z.string(), z.int()))
export const testShown = z.nullable(testCounts)
/** Words of those who gave less than three, as they said them. */
export const saidShown = z.array(z.object({ by: z.string(), words: z.string() }))

/**
 * What a step shows once it is shown. `dots` by id of an idea or a group; `hands`: how many gave 0, 1, ... 5; `test`: how many gave
 * each answer, by question and answer of the collaboration test (api/action-tests.ts).
 */
const results = z.object({
  dots: z.nullable(z.record(z.string(), z.int())),
  hands: handsShown,
  test: testShown,
  said: saidShown,
})

/** An idea everybody may see. */
export const ideaShown = z.object({
  id: z.string(),
  step: z.string(),
  words: z.string(),
  /** Names, not ids: of the one who said it, and of the one who typed it where that is another. */
  by: z.string(),
  typedBy: z.nullable(z.string()),
  group: z.nullable(z.string()),
  parked: z.boolean(),
  fate: z.nullable(z.enum(FATES)),
  why: z.string(),
  /** Where it went in the plan. */
  places: z.array(z.object({ box: z.string(), item: z.nullable(z.string()) })),
  /** The wording its author has accepted instead; '' none. Their own words always stand beside it. */
  reworded: z.string(),
  /** Somebody offers its author another wording; they have not answered yet. */
  isOffered: z.boolean(),
})
export type IdeaShown = z.infer<typeof ideaShown>

export const groupShown = z.object({ id: z.string(), step: z.string(), name: z.string() })
export type GroupShown = z.infer<typeof groupShown>

/** A workshop as everybody in the room, and the room screen, may see it: nothing that is hidden, nothing of one person. */
export const workshopNow = z.object({
  id: z.string(),
  /** Counts changes; ideas are told as what changed since an earlier one. */
  rev: z.int(),
  stage: z.enum(['preparing', 'open', 'closed']),
  title: z.string(),
  /** Who leads now, by name; '' nobody. */
  chair: z.string(),
  ground: groundWords,
  steps: z.array(agendaStep),
  /** The step the room is in; null before the first. */
  step: z.nullable(z.string()),
  /** When it began (ms since 1970), and the minutes that were added since. */
  since: z.int(),
  more: z.int(),
  people: z.int(),
  /** How many ideas there are in the step, shown or not, and how many people have voted or answered. */
  ideas: z.int(),
  answered: z.int(),
  lights: z.object({ stop: z.int(), slow: z.int(), agree: z.int() }),
  /** How often a facilitator has answered a light: whoever has one asks whether it was theirs. */
  lowered: z.int(),
  /** `isOne`: nobody else in the room has that voice, so that its turn is theirs alone. */
  round: z.array(z.object({ voice: z.enum(VOICES), turn: z.enum(TURNS), isOne: z.boolean() })),
  results: z.nullable(results),
  /** In `fist` and `write`: what got the most dots in the last vote before it that is shown, by id of an idea or a group. */
  chosen: z.record(z.string(), z.int()),
  /** Words somebody asked the meaning of, namelessly; null: not explained yet. */
  asked: z.array(z.object({ id: z.string(), word: z.string(), meaning: z.nullable(z.string()) })),
  caption: z.string(),
  frozen: z.boolean(),
  /** Everybody is asked to come to this section; it stays an offer. */
  called: z.nullable(z.string()),
})
export type WorkshopNow = z.infer<typeof workshopNow>

/** What changed of what everybody may see of ideas, since the workshop was at `from`. */
export type IdeasChanged = {
  readonly from: number
  readonly ideas: readonly IdeaShown[]
  readonly groups: readonly GroupShown[]
  /** Ids of ideas and groups that are not shown any more. */
  readonly gone: readonly string[]
}
