import * as z from 'zod/mini'
import type { Edition } from '../plan/edition.ts'
import type { Plan } from '../plan/plan.ts'
import { ACTING, ANSWERS, DECIDING, ON_DISAGREEMENT } from './agreement-words.ts'
import { endpoint } from './endpoint.ts'
import { LIMIT } from './limits.ts'
import { MISSING, sealRecord } from './seal.ts'
import type { TalkAnnex } from './talk-annex.ts'
import { knownId, lines } from './workshop-commands.ts'

const fingerprint = z.string().check(z.regex(/^[0-9a-f]{64}$/))
const section = z.nullable(z.string().check(z.maxLength(120)))
// What they are is said by their types: the server makes them and takes none.
const edition = z.unknown() as z.ZodMiniType<Edition>
const plan = z.unknown() as z.ZodMiniType<Plan>

/** One answer of a round that is open, the newest of that person to that section. `person`, `by`: ids. */
const roundAnswer = z.object({
  person: z.string(),
  section,
  answer: z.enum(ANSWERS),
  words: z.string(),
  by: z.nullable(z.string()),
  acting: z.nullable(z.enum(ACTING)),
  advocate: z.string(),
  at: z.string(),
  fingerprint,
  /** Whether the plan reads as it did when this was given. One that does not has to be given again to count. */
  ofTheseWords: z.boolean(),
  /** Whoever's it is has left the plan since. */
  left: z.boolean(),
})
export type RoundAnswer = z.infer<typeof roundAnswer>

/**
 * Why a plan cannot be sealed now (SPEC AGREE has the reason for each). `person`: whom it is about; null: nobody alone, or somebody
 * whose answer the asker may not see yet.
 */
const BLOCKS = ['person-first', 'person-stop', 'stop', 'disagreement', 'more-time', 'nobody-agreed'] as const
const block = z.object({ why: z.enum(BLOCKS), person: z.nullable(z.string()) })
export type Block = z.infer<typeof block>

/** Who decides for the person, and as what. `person`: their id; `name`: as they were called when people were asked. */
const decides = z.object({
  acting: z.enum(DECIDING),
  person: z.nullable(z.string()),
  name: z.string(),
  words: z.string(),
})

/** A round that is open: the people of a plan are asked whether they agree to it. */
const round = z.object({
  id: z.string(),
  openedAt: z.string(),
  openedBy: z.string(),
  /** Those who are in the plan now; the person a support plan is about always, and who decides for them. */
  asked: z.array(z.string()),
  onDisagreement: z.enum(ON_DISAGREEMENT),
  /** Whether sections can be answered one by one too. */
  bySection: z.boolean(),
  decides: z.nullable(decides),
  /** As the asker may see them: their own, and others' once the first word was given. */
  answers: z.array(roundAnswer),
  /** Who has answered these words as a whole in this round, shown or not. */
  answered: z.array(z.string()),
  /** For whom nobody passes anything on: who has answered themselves, taken back or not, or whose own stop stands and is shown. */
  spoke: z.array(z.string()),
  /** Whether others' answers are still hidden from the asker: those whose word comes first have not answered. */
  isWaiting: z.boolean(),
  blocks: z.array(block),
  missing: z.array(z.object({ what: z.enum(MISSING), count: z.int() })),
})
export type Round = z.infer<typeof round>

/** A round that was ended and sealed nothing, as it could be seen then. */
const endedRound = z.object({ round, endedAt: z.string() })
export type EndedRound = z.infer<typeof endedRound>

/** A sealed version in a list. */
const sealedCard = z.object({
  /** As the plan's history knows it. */
  id: z.string(),
  number: z.int(),
  sealedAt: z.string(),
  code: z.string(),
  fingerprint,
  tally: z.object({ agreed: z.int(), through: z.int(), disagree: z.int(), stop: z.int(), others: z.int() }),
  withdrawn: z.int(),
  /** What was said about the plan is kept beside it. */
  hasAnnex: z.boolean(),
})
export type SealedCard = z.infer<typeof sealedCard>

export const getAgreement = endpoint({
  method: 'GET',
  path: '/api/plans/:plan/agreement',
  does: 'Tells where a plan is with being agreed: the round that is open, and the sealed versions, newest first.',
  needs: 'read',
  /**
   * `ended`: the newest round since the plan was last sealed, while nobody is asked. `fingerprint`: of the plan as it reads now.
   * `reminded`: the asker was, that they have no copy of the newest sealed version.
   */
  answer: z.object({
    round: z.nullable(round),
    ended: z.nullable(endedRound),
    sealed: z.array(sealedCard),
    fingerprint,
    reminded: z.boolean(),
  }),
  refusals: ['sign-in', 'not-found', 'plan-unreadable', 'too-busy'],
})

export const readEdition = endpoint({
  method: 'GET',
  path: '/api/plans/:plan/edition',
  does: 'Gives the plan as it reads now, with the fingerprint that somebody who agrees to it names.',
  needs: 'read',
  answer: z.object({ edition, plan, fingerprint }),
  refusals: ['sign-in', 'not-found', 'plan-unreadable', 'too-busy'],
})

const asked = z.array(knownId).check(z.minLength(1), z.maxLength(LIMIT.peoplePerPlan))

export const openRound = endpoint({
  method: 'POST',
  path: '/api/plans/:plan/rounds',
  does: 'Asks people of the plan whether they agree to it.',
  needs: 'open-round',
  body: z.object({
    asked,
    onDisagreement: z.enum(ON_DISAGREEMENT),
    bySection: z.boolean(),
    /** `person`: of the plan, and not the one it is about. */
    decides: z.nullable(z.object({ acting: z.enum(DECIDING), person: knownId, words: lines(LIMIT.why, 0) })),
  }),
  answer: z.object({ round }),
  refusals: [
    ...(['sign-in', 'not-found', 'not-allowed', 'bad-request', 'round-open', 'rounds-full'] as const),
    ...(['person-opens', 'name-needed', 'plan-unreadable', 'too-busy'] as const),
  ],
})

export const askMore = endpoint({
  method: 'POST',
  path: '/api/plans/:plan/rounds/:round/asked',
  does: 'Asks more people of the plan in a round that is open, e.g. who came later.',
  needs: 'open-round',
  body: z.object({ asked }),
  answer: z.object({ round }),
  refusals: [
    ...(['sign-in', 'not-found', 'not-allowed', 'bad-request', 'round-over', 'plan-unreadable', 'too-busy'] as const),
  ],
})

export const answerRound = endpoint({
  method: 'PUT',
  path: '/api/plans/:plan/rounds/:round/answer',
  does: 'Keeps what a person says to the plan as they have read it, given by themselves or through somebody, both named.',
  needs: 'agree',
  body: z.object({
    /** Whose answer it is; the asker’s own unless said. */
    person: z.optional(knownId),
    section,
    /** null takes the answer back, whatever was changed meanwhile: it stays in the record, and counts for nothing. */
    answer: z.nullable(z.enum(ANSWERS)),
    words: lines(LIMIT.why, 0),
    /** Of an answer for somebody else: as what; a supporter unless said. */
    acting: z.nullable(z.enum(ACTING)),
    advocate: lines(LIMIT.name, 0),
    /** Of the words they have read. */
    fingerprint,
  }),
  answer: z.object({ round }),
  refusals: [
    ...(['sign-in', 'not-found', 'not-allowed', 'bad-request', 'why-needed', 'round-over', 'not-asked'] as const),
    ...([
      'supporter-needed',
      'answered-themselves',
      'answers-many',
      'wordings-full',
      'plan-changed',
      'plan-unreadable',
      'too-busy',
    ] as const),
  ],
})

export const endRound = endpoint({
  method: 'POST',
  path: '/api/plans/:plan/rounds/:round/end',
  does: 'Ends a round without sealing anything. What people answered is kept.',
  needs: 'open-round',
  answer: z.object({}),
  refusals: ['sign-in', 'not-found', 'not-allowed', 'round-over'],
})

export const sealPlan = endpoint({
  method: 'POST',
  path: '/api/plans/:plan/rounds/:round/seal',
  does: 'Seals the plan as it reads now, with everybody’s answers, as a version that never changes.',
  needs: 'open-round',
  /** `wentOn`: why, where somebody else than the person said stop and the group goes on all the same. */
  /** `annex`: what was said about the plan is kept beside it. */
  body: z.object({ fingerprint, wentOn: lines(LIMIT.why, 0), annex: z.optional(z.boolean()) }),
  answer: z.object({ number: z.int() }),
  refusals: [
    ...(['sign-in', 'not-found', 'not-allowed', 'bad-request', 'round-over', 'plan-changed'] as const),
    ...(['cannot-be-sealed', 'why-needed', 'name-needed', 'plan-unreadable', 'too-busy'] as const),
  ],
})

/** Somebody took their agreement back after the plan was sealed. A record of its own: the version stays as it is. */
const withdrawal = z.object({
  name: z.string(),
  words: z.string(),
  at: z.string(),
  /** The name of who passed it on; null: they said it themselves. */
  by: z.nullable(z.string()),
})
export type Withdrawal = z.infer<typeof withdrawal>

export const readSealed = endpoint({
  method: 'GET',
  path: '/api/plans/:plan/sealed/:number',
  does: 'Gives a sealed version: its words, who agreed and how, and who has withdrawn since.',
  needs: 'read',
  /** `code`: of `seal`. `newest`: the number of the newest sealed version. */
  answer: z.object({
    record: sealRecord,
    edition,
    plan,
    seal: z.string(),
    code: z.string(),
    withdrawn: z.array(withdrawal),
    /** Whose agreement the asker can withdraw: their own, and what was passed on for others. `name`: as they were called then. */
    mayWithdraw: z.array(z.object({ person: z.string(), name: z.string() })),
    newest: z.int(),
  }),
  refusals: ['sign-in', 'not-found'],
})

export const readAnnex = endpoint({
  method: 'GET',
  path: '/api/plans/:plan/sealed/:number/annex',
  does: 'Gives what was said about a plan, as it is kept beside a sealed version. Nobody agreed to it.',
  needs: 'read',
  answer: z.object({ annex: z.custom<TalkAnnex>() }),
  refusals: ['sign-in', 'not-found'],
})

export const withdrawAgreement = endpoint({
  method: 'POST',
  path: '/api/plans/:plan/sealed/:number/withdraw',
  does: 'Records that somebody no longer agrees to a sealed version. The version stays as it is.',
  needs: 'agree',
  /** `person`: of somebody whose agreement was passed on; the asker’s own unless said. */
  body: z.object({ person: z.optional(knownId), words: lines(LIMIT.why, 0) }),
  answer: z.object({}),
  refusals: ['sign-in', 'not-found', 'not-allowed', 'bad-request', 'not-agreed', 'answered-themselves'],
})
