import * as z from 'zod/mini'
import { ROLES, VOICES } from '../access/roles.ts'
import { LANGUAGES } from '../plan/catalogue.ts'
import { SPOKEN_LANGUAGES } from '../plan/spoken/languages.ts'
import { isVisible } from '../plan/visible.ts'
import { person } from '../protocol/room-messages.ts'
import { endpoint } from './endpoint.ts'
import { LIMIT } from './limits.ts'

/**
 * One line of people's words: a name, a title. Line ends, control characters and marks that turn the writing direction
 * of what follows become spaces; halves of characters are mended; something has to be there to see (SPEC LIMIT-32).
 */
export const words = (max: number) =>
  z.string().check(z.overwrite(oneLine), z.minLength(1), z.maxLength(max), z.refine(isVisible))

const oneLine = (said: string): string =>
  said
    .toWellFormed()
    .replace(/[\p{Cc}\p{Zl}\p{Zp}\u202a-\u202e\u2066-\u2069\s]+/gu, ' ')
    .trim()
    .normalize('NFC')

export const planKind = z.enum(['area', 'support'])

/** A language that the words of a plan may be said to be in. */
const planLanguage = z.enum(SPOKEN_LANGUAGES.map(({ lang }) => lang))
export const voice = z.enum(VOICES)
export const role = z.enum(ROLES)

/** A plan in a list. */
const planCard = z.object({
  id: z.string(),
  kind: planKind,
  title: z.string(),
  role,
  people: z.int(),
  /** ISO time of the last stored change, or of the start. */
  changedAt: z.string(),
  startedAt: z.string(),
  /** The asker is asked whether they agree, and has not answered, to any words; an answer they took back is none. */
  asked: z.boolean(),
  /** When it was agreed last; null: it was not. */
  agreedAt: z.nullable(z.string()),
})
export type PlanCard = z.infer<typeof planCard>

export const getMe = endpoint({
  method: 'GET',
  path: '/api/me',
  does: 'Says whom this device is remembered as, and the plans they are in.',
  needs: 'nothing',
  answer: z.object({
    /** null: this device is not known yet. */
    person: z.nullable(z.string()),
    plans: z.array(planCard),
    /** Whether anyone may start a plan here, or only with a start link (WITHY_START). */
    start: z.enum(['anyone', 'invited']),
    /** E-mail address or https link of whoever runs this Withy; null: not said (CONTACT). */
    contact: z.nullable(z.string()),
    /** Served over plain http: others on this wifi could read along, and the page says so. */
    plainHttp: z.boolean(),
    /** Whether people may be offered to speak their words in, by their browser (WITHY_DICTATION). */
    dictation: z.boolean(),
  }),
  refusals: [],
})
export type Me = z.infer<typeof getMe.answer>

export const startPlan = endpoint({
  method: 'POST',
  path: '/api/plans',
  does: 'Starts a plan. The starter owns it; in a support plan someone else starts, ownership is offered to the person by a seat link.',
  needs: 'nothing',
  body: z.object({
    kind: planKind,
    title: words(LIMIT.title),
    /** In which language its words will be; absent: nobody said. */
    lang: z.optional(planLanguage),
    name: words(LIMIT.name),
    voice,
    /** Needed where WITHY_START is `invited`. */
    startSecret: z.optional(z.string().check(z.maxLength(LIMIT.secret))),
  }),
  answer: z.object({ plan: z.string() }),
  refusals: ['name-missing', 'name-too-long', 'bad-request', 'start-by-invitation', 'plans-full', 'too-busy'],
})
export type StartPlan = z.infer<typeof startPlan.body>

export const copyExample = endpoint({
  method: 'POST',
  path: '/api/examples',
  does: 'Makes the asker a copy of an example plan. `lang` is that of its easy words, English unless said: the rest was written in English.',
  needs: 'nothing',
  body: z.object({
    example: z.enum(['brackenford-east', 'rosa-tillingham']),
    name: words(LIMIT.name),
    lang: z.optional(z.enum(LANGUAGES)),
  }),
  answer: z.object({ plan: z.string() }),
  refusals: ['name-missing', 'name-too-long', 'bad-request', 'start-by-invitation', 'plans-full', 'too-busy'],
})

/** What is said of oneself when a plan is brought in: the first line of what is sent, as JSON. */
export const bringing = z.object({
  name: words(LIMIT.name),
  voice,
  /** Needed where WITHY_START is `invited`. */
  startSecret: z.optional(z.string().check(z.maxLength(LIMIT.secret))),
})
export type Bringing = z.infer<typeof bringing>

/** Sent as `application/octet-stream`: one line of JSON (`bringing`), then the file as it is, LIMIT.planFile at most. */
export const bringPlan = endpoint({
  method: 'POST',
  path: '/api/plans/import',
  does: 'Makes a new plan of a JSON file that Withy wrote. The starter owns it; people named in it are people who have left.',
  needs: 'nothing',
  answer: z.object({ plan: z.string() }),
  refusals: [
    'bad-request',
    'start-by-invitation',
    'plans-full',
    'plan-file-other',
    'plan-file-later',
    'plan-file-damaged',
    'too-large',
    'too-busy',
  ],
})

/** What a page needs to know of a plan besides its words. */
const planFacts = z.object({
  id: z.string(),
  kind: planKind,
  title: z.string(),
  /** In which language its words are (BCP 47), where no line or item says another; null: nobody said. */
  lang: z.nullable(z.string()),
  epoch: z.string(),
  startedAt: z.string(),
  /** The asker's own entry of `people`. */
  me: z.string(),
  people: z.array(person),
  /** Those who have left: boxes may still name them. */
  former: z.array(z.object({ id: z.string(), name: z.string() })),
  shown: z.nullable(z.string()),
  /** The one that is open now. */
  workshop: z.nullable(z.object({ id: z.string(), title: z.string() })),
  /** The one that closed last. */
  lastWorkshop: z.nullable(z.object({ id: z.string(), title: z.string() })),
  /** Support plans: is the person's seat taken, and who started the plan if not they. */
  seat: z.nullable(z.object({ taken: z.boolean(), startedBy: z.nullable(z.string()) })),
  plainHttp: z.boolean(),
})
export type PlanFacts = z.infer<typeof planFacts>

export const getPlan = endpoint({
  method: 'GET',
  path: '/api/plans/:plan',
  does: 'Tells what a plan is, who is in it and what the asker is here.',
  needs: 'read',
  answer: planFacts,
  refusals: ['sign-in', 'not-found'],
})

export const getWords = endpoint({
  method: 'GET',
  path: '/api/plans/:plan/words',
  does: 'Gives the plan as it stands as plain data (the Plan of shared/plan), for reading where a socket cannot be had.',
  needs: 'read',
  /** `isWhole`: false where a stored change is damaged; the words are those up to there. */
  answer: z.object({ plan: z.unknown(), isWhole: z.boolean() }),
  refusals: ['sign-in', 'not-found', 'plan-unreadable', 'too-busy'],
})

export const deviceKey = endpoint({
  method: 'GET',
  path: '/api/plans/:plan/device-key/:epoch',
  does: 'Gives the key that locks what this device keeps of the plan: of this person, plan and epoch. Never kept on the device.',
  needs: 'read',
  /** 256 bits, base64url. */
  answer: z.object({ key: z.string() }),
  refusals: ['sign-in', 'not-found', 'bad-request'],
})

export const renamePlan = endpoint({
  method: 'PATCH',
  path: '/api/plans/:plan',
  does: 'Gives the plan another title.',
  needs: 'rename',
  body: z.object({ title: words(LIMIT.title) }),
  answer: z.object({}),
  refusals: ['sign-in', 'not-found', 'not-allowed', 'bad-request'],
})

export const sayPlanLanguage = endpoint({
  method: 'PUT',
  path: '/api/plans/:plan/language',
  does: 'Says in which language the words of the plan are, where no line says another; null: nobody says it any more.',
  needs: 'rename',
  body: z.object({ lang: z.nullable(planLanguage) }),
  answer: z.object({}),
  refusals: ['sign-in', 'not-found', 'not-allowed', 'bad-request'],
})

export const showSection = endpoint({
  method: 'PUT',
  path: '/api/plans/:plan/shown',
  does: 'Chooses the section the room screen shows.',
  needs: 'choose-shown-section',
  body: z.object({ section: z.nullable(z.string().check(z.maxLength(120))) }),
  answer: z.object({}),
  refusals: ['sign-in', 'not-found', 'not-allowed', 'bad-request', 'plan-unreadable', 'too-busy'],
})
