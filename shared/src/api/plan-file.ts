import * as z from 'zod/mini'
import type { Edition } from '../plan/edition.ts'
import { isOwnId } from '../plan/plan-doc.ts'
import { isLanguageTag } from '../plan/rich-text.ts'
import { SHAPES } from '../plan/shapes.ts'
import { LIMIT } from './limits.ts'
import { photoSaid } from './photos.ts'
import { isShallow, richText as text } from './rich-text.ts'
import { sealRecord, shown } from './seal.ts'
import type { TalkAnnex } from './talk-annex.ts'

// A plan as a file, for other programs and for bringing it back: docs/FORMAT.md describes it. What is written there is what
// others build on, so a change of meaning is a new form with a number of its own.

/** The form of file that is written and read here. */
export const PLAN_FILE_FORM = 1

/** Without ids of what is in no file: other plans, workshops, what was said there. */
const origin = z.discriminatedUnion('from', [
  z.object({ from: z.literal('idea'), idea: z.string() }),
  z.object({ from: z.literal('plan'), title: z.string() }),
  z.object({
    from: z.literal('workshop'),
    on: z.string(),
    said: z.array(z.object({ by: z.string(), words: z.string() })).check(z.minLength(1)),
  }),
])

const name = z.string().check(z.minLength(1), z.maxLength(200))
/** Two things with one id would become one thing. */
const eachOnce = <T extends { readonly id: string }>(made: readonly T[]) =>
  new Set(made.map(({ id }) => id)).size === made.length

const item = z.object({
  id: name,
  cells: z.record(z.string(), z.union([z.string(), z.number(), z.array(z.string())])),
  origin: z.exactOptional(origin),
  other: z.exactOptional(z.array(z.string())),
  /** In which language its words are (BCP 47), where that was said. */
  lang: z.exactOptional(z.string().check(z.refine(isLanguageTag))),
  /** Of a row of easy words: which words of the plan it stands for. */
  of: z.exactOptional(z.object({ place: z.string(), print: z.string() })),
})
export type ItemInFile = z.infer<typeof item>
const items = z.array(item).check(z.refine(eachOnce))

const planWords = z.object({
  boxes: z.record(
    z.string(),
    z.discriminatedUnion('type', [
      z.object({ type: z.literal('text'), text }),
      z.object({ type: z.literal('list'), shape: z.enum(Object.keys(SHAPES) as (keyof typeof SHAPES)[]), items }),
    ]),
  ),
  titles: z.record(z.string(), z.string()),
  own: z
    .array(z.object({ id: z.string().check(z.refine(isOwnId)), title: z.string(), text, actions: items }))
    .check(z.refine(eachOnce)),
  /** Whose easy words were checked, with whom and when, by section; `rows`: the print of the rows then. */
  easyChecked: z.exactOptional(
    z.record(
      z.string(),
      z.object({ by: z.string(), supporter: z.exactOptional(z.string()), on: z.string(), rows: z.string() }),
    ),
  ),
  unplaced: z.array(z.object({ where: z.string(), words: z.string() })),
})

const planFile = z.object({
  withy: z.literal(PLAN_FILE_FORM),
  kind: z.enum(['area', 'support']),
  title: z.string().check(z.maxLength(LIMIT.title)),
  /** In which language its words are (BCP 47), where no block or item says another. */
  lang: z.exactOptional(z.string().check(z.refine(isLanguageTag))),
  status: z.exactOptional(
    z.discriminatedUnion('is', [
      /** `at`: ISO time at which its words were read. */
      z.object({ is: z.literal('draft'), at: z.string() }),
      /** `record` is absent in a copy of some sections: who answered what goes with the whole plan alone. */
      z.object({
        is: z.literal('sealed'),
        code: z.string(),
        /** Which copy this is, so that the Withy that made it can check it. */
        mark: z.exactOptional(z.string()),
        seal: z.string(),
        record: z.exactOptional(sealRecord),
      }),
    ]),
  ),
  /** Who is named in cells, by an id of this file alone. `name` is absent where nobody knows it any more. */
  people: z
    .array(z.object({ id: name, name: z.exactOptional(z.string().check(z.maxLength(LIMIT.name + 20))) }))
    .check(z.maxLength(10_000), z.refine(eachOnce)),
  explained: z
    .array(
      z.object({
        word: z.string().check(z.maxLength(LIMIT.title)),
        meaning: z.string().check(z.maxLength(LIMIT.why)),
      }),
    )
    .check(z.maxLength(LIMIT.wordsPerGlossary)),
  plan: planWords,
  /** Titles of the sections that were left out, where only some were chosen. */
  leftOut: z.exactOptional(z.array(shown)),
  /** How the plan reads, and its fingerprint. Whoever reads a file takes neither as true. */
  edition: z.exactOptional(z.custom<Edition>((value) => typeof value === 'object' && value !== null)),
  fingerprint: z.exactOptional(z.string()),
  /** Photos its rows of easy words have, as many as there is room for. Absent: it has none, or they were left out. */
  photos: z.exactOptional(
    z
      .array(
        z.intersection(
          z.object({ id: name, jpeg: z.string().check(z.maxLength(Math.ceil(LIMIT.photo / 3) * 4)) }),
          photoSaid,
        ),
      )
      .check(z.maxLength(LIMIT.photosPerPlan), z.refine(eachOnce)),
  ),
  /** What was said about the plan. It is no part of it, and is not brought back. */
  annex: z.exactOptional(z.custom<TalkAnnex>((value) => typeof value === 'object' && value !== null)),
})
export type PlanFile = z.infer<typeof planFile>

/**
 * `later`: a form this Withy does not know. `not-ours`: not a plan of Withy at all. `damaged`: says it is one, and something in it
 * is not as it should be.
 */
export type PlanFileRead =
  | { readonly is: 'plan'; readonly file: PlanFile }
  | { readonly is: 'too-large' | 'not-ours' | 'later' | 'damaged' }

/**
 * Reads the text of a file somebody brought, whatever it is. Never throws (SPEC EXPORT-42).
 */
export function readPlanFile(given: string): PlanFileRead {
  if (given.length > LIMIT.planFile) return { is: 'too-large' }
  const value = parsed(given)
  if (value === null || typeof value !== 'object' || !('withy' in value)) return { is: 'not-ours' }
  if (Number.isInteger(value.withy) && Number(value.withy) > PLAN_FILE_FORM) return { is: 'later' }
  if (!isShallow(value)) return { is: 'damaged' }
  const read = planFile.safeParse(value)
  return read.success ? { is: 'plan', file: read.data } : { is: 'damaged' }
}

/** Programs that keep text put a mark before it. */
function parsed(given: string): unknown {
  try {
    return JSON.parse(given.replace(/^\uFEFF/, ''))
  } catch {
    return null
  }
}
