import * as z from 'zod/mini'
import { endpoint } from './endpoint.ts'
import { LIMIT } from './limits.ts'

/** Why a file could not be read: of no form we read, one that is made to be changed (Word, LibreOffice), locked with a password, broken, or more than any plan holds. */
const UNREADABLE = ['foreign', 'changeable', 'locked', 'damaged', 'too-much'] as const

/** An agreed version, as anybody may know it who has its code: never its title, its words or a name. */
const agreed = {
  number: z.int(),
  /** ISO time. */
  sealedAt: z.string(),
  /** The newest agreed version of the same plan, where that is another one. */
  newer: z.nullable(z.object({ number: z.int(), sealedAt: z.string() })),
  /** How many people have taken their agreement back since. */
  withdrawn: z.int(),
  /** Its plan, for people of it; null for everybody else. */
  plan: z.nullable(z.string()),
}

/** What a code says. */
const codeChecked = z.discriminatedUnion('is', [
  z.object({ is: z.literal('known'), ...agreed }),
  z.object({ is: z.literal('unknown') }),
])
export type CodeChecked = z.infer<typeof codeChecked>

/**
 * One place where a file reads differently, in the order of the file, with the few words that stand before and after it in both. Shown to
 * people of the plan alone. `inAnnex`: in what was kept beside the plan, so that `agreed` are words nobody agreed to.
 */
const difference = z.object({
  before: z.string(),
  agreed: z.string(),
  here: z.string(),
  after: z.string(),
  inAnnex: z.boolean(),
})
export type WordDifference = z.infer<typeof difference>

/** What people said about the plan stands at its end, which nobody agreed to. */
const withTalk = { hasTalk: z.boolean() }

/** What a file is, by the words in it. */
const fileChecked = z.discriminatedUnion('is', [
  z.object({
    is: z.literal('agreed'),
    ...agreed,
    /** It is a copy of chosen sections. */
    isPart: z.boolean(),
    ...withTalk,
    /** The words are the agreed ones, and something else in the file is not as we made it: words could be covered. */
    isRedrawn: z.boolean(),
  }),
  z.object({ is: z.literal('changed'), ...agreed, ...withTalk, differences: z.nullable(z.array(difference)) }),
  z.object({ is: z.literal('draft') }),
  z.object({ is: z.literal('unknown') }),
  z.object({ is: z.literal('unreadable'), why: z.enum(UNREADABLE) }),
])
export type FileChecked = z.infer<typeof fileChecked>

export const checkCode = endpoint({
  method: 'POST',
  path: '/api/check/code',
  does: 'Says which agreed version a code stands for: its number and day, and whether there is a newer one.',
  needs: 'nothing',
  body: z.object({ code: z.string().check(z.maxLength(LIMIT.code)) }),
  answer: codeChecked,
  refusals: ['bad-request', 'too-large', 'too-busy'],
})

/** The body is the file itself, as `application/octet-stream`, LIMIT.checkedFile bytes at most. */
export const checkFile = endpoint({
  method: 'POST',
  path: '/api/check',
  does: 'Reads a PDF, web page or JSON file and says whether its words are those of an agreed version. Keeps nothing of it.',
  needs: 'nothing',
  answer: fileChecked,
  refusals: ['bad-request', 'too-large', 'too-busy'],
})
