import { toHexString } from 'lib0/buffer'
import { digest } from 'lib0/hash/sha256'
import { encodeUtf8 } from 'lib0/string'
import * as z from 'zod/mini'
import { VOICES } from '../access/roles.ts'
import { stableJson } from '../plan/canonical.ts'
import type { Shown } from '../plan/edition.ts'
import { ACTING, ANSWERS, DECIDING, ON_DISAGREEMENT } from './agreement-words.ts'

const voice = z.enum(VOICES)
/** Words of ours in each language, or of people. */
export const shown = z.union([z.string(), z.object({ en: z.string(), cy: z.string() })]) satisfies z.ZodMiniType<Shown>

/** What one person said to the plan, or to one section of it, as it stands in a sealed version. */
const sealedAnswer = z.object({
  name: z.string(),
  voice,
  answer: z.enum(ANSWERS),
  /** Their own words; '' where they said none. */
  words: z.string(),
  /** The section it is about; null: the whole plan. */
  section: z.nullable(shown),
  /** The name of who gave it for them, and as what; null: they gave it themselves. */
  by: z.nullable(z.string()),
  acting: z.nullable(z.enum(ACTING)),
  /** The advocate who was there; '': none was named. */
  advocate: z.string(),
  at: z.string(),
  /** Whether it was given to the words that are sealed. One that was not is kept, and counts for nothing. */
  ofTheseWords: z.boolean(),
  /** They were not in the plan any more when it was sealed: nobody is agreed for by who has left (SPEC AGREE-59). */
  left: z.exactOptional(z.literal(true)),
})
export type SealedAnswer = z.infer<typeof sealedAnswer>

/**
 * Something that was still missing when a version was sealed. It stops nobody.
 */
export const MISSING = ['sections-empty', 'fields-empty', 'ideas-unanswered', 'tests-failed', 'no-review-date'] as const
export type Missing = (typeof MISSING)[number]

/**
 * What was agreed besides the words: who, when, how. Names and not ids, as people were called then; it never changes. Made by the
 * server, with the server's times.
 */
export const sealRecord = z.object({
  record: z.literal(1),
  number: z.int(),
  /** ISO times. */
  openedAt: z.string(),
  sealedAt: z.string(),
  sealedBy: z.string(),
  onDisagreement: z.enum(ON_DISAGREEMENT),
  /** Everybody of the plan then. */
  people: z.array(z.object({ name: z.string(), voice, byCode: z.boolean() })),
  answers: z.array(sealedAnswer),
  /** Who was asked and gave no answer to these words. */
  notAnswered: z.array(z.object({ name: z.string(), voice })),
  /** Who acts for a person who cannot decide. */
  decides: z.nullable(z.object({ acting: z.enum(DECIDING), name: z.string(), words: z.string() })),
  /** Why the group went on where somebody said stop; '' where nobody did. */
  wentOn: z.string(),
  missing: z.array(z.object({ what: z.enum(MISSING), count: z.int() })),
  /** When the plan is looked at again (YYYY-MM-DD, the first day to come), as it says itself. */
  reviewOn: z.nullable(z.string()),
  /** Of the edition. */
  fingerprint: z.string(),
  /**
   * SHA-256 of what is kept beside it, as 64 hex digits: the plan as plain data (its JSON as it was put), its document's bytes, and, where
   * the group kept what was said about it, the annex (its JSON as it was put): that is beside what was agreed, and never part of it.
   */
  kept: z.object({ plan: z.string(), document: z.string(), annex: z.exactOptional(z.string()) }),
  /** The seal of the version before: each holds on to the one before it. */
  previous: z.nullable(z.string()),
})
export type SealRecord = z.infer<typeof sealRecord>

/**
 * The seal of a version: SHA-256 over its record, in which the fingerprint of its words stands; 64 hex digits (SPEC AGREE-2).
 */
export const sealOf = (record: SealRecord): string => toHexString(digest(encodeUtf8(stableJson(record))))

// Crockford's 32: without I, L and O, which look like numbers, and without U, which makes rude words.
const LETTERS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/**
 * What is printed on every page of a sealed version and can be typed: the first 60 bits of its seal, as `7K3M-Q2PX-9DRT` (SPEC
 * AGREE-3).
 */
export function codeOf(seal: string): string {
  const bits = BigInt(`0x${seal.slice(0, 15)}`)
  const letters = Array.from({ length: 12 }, (_, n) => LETTERS[Number((bits >> BigInt(5 * (11 - n))) & 31n)])
  return [0, 4, 8].map((from) => letters.slice(from, from + 4).join('')).join('-')
}

/**
 * A code as somebody typed it, in the form `codeOf` gives; null where it can be none. O is read as 0, I and L as 1 (SPEC AGREE-3).
 */
export function codeTyped(typed: string): string | null {
  const letters = typed
    .toUpperCase()
    .replace(/O/g, '0')
    .replace(/[IL]/g, '1')
    .replace(/[\s.\p{Pd}]/gu, '')
  if (letters.length !== 12 || [...letters].some((letter) => !LETTERS.includes(letter))) return null
  return letters.replace(/(....)(?=.)/g, '$1-')
}
