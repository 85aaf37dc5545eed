import * as z from 'zod/mini'
import { LANGUAGES } from '../plan/catalogue.ts'
import { COPY_SIZES } from './copy-mark.ts'
import { endpoint } from './endpoint.ts'
import { LIMIT } from './limits.ts'
import { knownId } from './workshop-commands.ts'

/**
 * What a plan can be taken away as, by the ending of its file's address. Each is asked for with `?lang=en|cy` (of our words;
 * people's own stay as they are), `size=normal|large|largest|easy` (`easy`: the easy words alone, with their pictures; with it no `talk`), `talk=annex|native` (what was said about the plan, none unless said: SPEC TALK-84) and `sections=` the ids of those that are wanted, with commas
 * between them; without it, all, and with it no `talk`. Ids the plan does not have are left out; where it has none of them, that is refused.
 */
export const FORMATS = ['html', 'pdf', 'docx', 'odt', 'md', 'txt', 'csv', 'ics', 'json', 'fhir'] as const
export type Format = (typeof FORMATS)[number]

export const takeAway = endpoint({
  method: 'GET',
  path: '/api/plans/:plan/take-away/:format',
  does: `Gives the plan as it stands as a file (${FORMATS.join(', ')}), marked as a draft. An unknown format is not found.`,
  needs: 'take-away',
  refusals: [
    ...(['sign-in', 'not-found', 'not-allowed', 'bad-request', 'plan-unreadable', 'too-busy'] as const),
    'fhir-about-a-person',
    'calendar-without-days',
  ],
})

export const takeAwaySealed = endpoint({
  method: 'GET',
  path: '/api/plans/:plan/sealed/:number/take-away/:format',
  does: 'Gives a sealed version as a file in any of the same formats, with who agreed to it and its code on each page.',
  needs: 'take-away',
  refusals: [
    'sign-in',
    'not-found',
    'not-allowed',
    'bad-request',
    'too-busy',
    'fhir-about-a-person',
    'calendar-without-days',
  ],
})

export const takeAwayMany = endpoint({
  method: 'POST',
  path: '/api/take-away',
  does: 'Gives several plans as files in one ZIP, each as it stands or, where it has one, its newest agreed version. What could not be made is named in a file in it.',
  needs: 'session',
  body: z.object({
    plans: z.array(knownId).check(z.minLength(1), z.maxLength(LIMIT.plansPerZip)),
    format: z.enum(FORMATS),
    /** `agreed`: the newest version people agreed to, and the plan as it stands where there is none. */
    of: z.enum(['now', 'agreed']),
    lang: z.enum(LANGUAGES),
    size: z.enum(COPY_SIZES),
  }),
  refusals: ['sign-in', 'bad-request', 'not-found', 'not-allowed', 'too-busy'],
})

export const howFar = endpoint({
  method: 'GET',
  path: '/api/take-away',
  does: 'Tells how far the making of the asker’s files has come. Both are null where nothing of theirs is being made.',
  needs: 'session',
  answer: z.object({
    /** Whose files are made before theirs; 0: theirs is being made. Only of formats that wait for their turn. */
    before: z.nullable(z.number()),
    /** Of many plans at once. */
    plans: z.nullable(z.object({ done: z.number(), all: z.number() })),
  }),
  refusals: ['sign-in'],
})
