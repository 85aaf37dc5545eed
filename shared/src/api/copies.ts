import * as z from 'zod/mini'
import { LANGUAGES } from '../plan/our-languages.ts'
import type { CopySize } from './copy-mark.ts'
import { endpoint } from './endpoint.ts'
import { FORMATS, type Format } from './exports.ts'
import { LIMIT } from './limits.ts'
import { knownId, lines } from './workshop-commands.ts'

/** Formats that say how large their letters are, and each of them in larger ones and in Easy Read. */
const LETTERED = ['pdf', 'html', 'docx', 'odt'] as const satisfies readonly Format[]
const LAID_OUT = LETTERED.flatMap((format) => [`${format}-large`, `${format}-largest`, `${format}-easy`] as const)

/** What somebody takes with them of what was agreed: paper in three sizes of letters or in Easy Read, a private link, or a file. */
const COPY_FORMS = ['paper', 'paper-large', 'paper-largest', 'paper-easy', 'link', ...FORMATS, ...LAID_OUT] as const
export type CopyForm = (typeof COPY_FORMS)[number]

/** Which form of copy a file is: in larger letters or Easy Read it is another one, where its format has them (SPEC EXPORT-93). */
export function copyFormOf(format: Format, size: CopySize): CopyForm {
  const lettered = LETTERED.find((one) => one === format)
  return size === 'normal' || lettered === undefined ? format : `${lettered}-${size}`
}

const lang = z.enum(LANGUAGES)
const sections = z.array(z.string().check(z.maxLength(120))).check(z.minLength(1), z.maxLength(LIMIT.sectionsPerCopy))

/** A copy somebody was given, or took. */
const givenCopy = z.object({
  id: z.string(),
  form: z.enum(COPY_FORMS),
  lang,
  /** The ids of the chosen ones it holds; null: all of the plan. */
  sections: z.nullable(z.array(z.string())),
  at: z.string(),
  /** The name of who gave it; null: they took it themselves. */
  by: z.nullable(z.string()),
  /**
   * Of a private link: its address while it works, for the person it is for, and for who leads where its person did not make it
   * themselves (SPEC EXPORT-97); null otherwise.
   */
  link: z.nullable(z.string()),
  /** Of a private link: it was taken back. */
  isOver: z.boolean(),
  /** The name of who took it back; null: the person it is for, or it still works. */
  overBy: z.nullable(z.string()),
})
export type GivenCopy = z.infer<typeof givenCopy>

/** What one person wants and has of a sealed version. */
const copyHolder = z.object({
  /** Null for somebody who never was in the plan: a café. */
  person: z.nullable(z.string()),
  /** They are in the plan now. */
  isHere: z.boolean(),
  name: z.string(),
  wants: z.nullable(z.object({ form: z.enum(COPY_FORMS), lang, at: z.string() })),
  given: z.array(givenCopy),
  /** When they were last reminded, where they have had no copy since. */
  remindedAt: z.nullable(z.string()),
})
export type CopyHolder = z.infer<typeof copyHolder>

/** `everyone`: everybody of the plan, then others who were given one; null for who does not lead. */
const copies = z.object({ mine: copyHolder, everyone: z.nullable(z.array(copyHolder)) })
export type Copies = z.infer<typeof copies>

const PATH = '/api/plans/:plan/sealed/:number/copies'

export const getCopies = endpoint({
  method: 'GET',
  path: PATH,
  does: 'Tells which copies of a sealed version the asker wants and has, and to who leads, everybody’s.',
  needs: 'take-away',
  answer: copies,
  refusals: ['sign-in', 'not-found', 'not-allowed'],
})

export const listCopyLinks = endpoint({
  method: 'GET',
  path: '/api/plans/:plan/people/:person/copy-links',
  does: 'Lists the private links to copies that somebody of the plan has and that still work. They end when the person is taken out.',
  needs: 'remove-people',
  answer: z.object({
    links: z.array(z.object({ id: z.string(), number: z.number(), lang, isPart: z.boolean(), at: z.string() })),
  }),
  refusals: ['sign-in', 'not-found', 'not-allowed'],
})

/** For whom, where it is not the asker: somebody of the plan, or the name of somebody who is not in it. */
const whom = { person: z.optional(knownId), name: z.optional(lines(LIMIT.name)) }

export const changeCopies = endpoint({
  method: 'POST',
  path: PATH,
  does: 'Notes which copy somebody wants, that they were given one, or reminds them; makes a private link and takes it back; puts away somebody outside the plan.',
  needs: 'take-away',
  body: z.discriminatedUnion('do', [
    z.object({ do: z.literal('want'), person: whom.person, form: z.enum(COPY_FORMS), lang }),
    z.object({ do: z.literal('gave'), ...whom, form: z.enum(COPY_FORMS), lang, sections: z.optional(sections) }),
    z.object({ do: z.literal('link'), ...whom, lang, sections: z.optional(sections) }),
    z.object({ do: z.literal('end-link'), id: knownId }),
    z.object({ do: z.literal('remind'), person: knownId }),
    /** Of somebody who is not in the plan and has no link that works: they are in the list no more until they get one again. */
    z.object({ do: z.literal('put-away'), ...whom }),
  ]),
  answer: copies,
  refusals: ['sign-in', 'not-found', 'not-allowed', 'bad-request', 'copies-full'],
})
export type CopyChange = z.infer<typeof changeCopies.body>
