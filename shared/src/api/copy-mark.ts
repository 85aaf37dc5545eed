import type { Edition } from '../plan/edition.ts'
import { LANGUAGES, type Language } from '../plan/our-languages.ts'

/** Letters of a copy on paper: 11, 18 or 24 point; or Easy Read: the easy words alone, with their pictures (SPEC EASY-30). */
export const COPY_SIZES = ['normal', 'large', 'largest', 'easy'] as const
export type CopySize = (typeof COPY_SIZES)[number]

/** How a copy holds what was said about the plan: as a part at its end, or as comments and tracked changes, as Word has them. */
export const TALK_IN_COPY = ['annex', 'native'] as const
export type TalkInCopy = (typeof TALK_IN_COPY)[number]

const LANGUAGE = { en: 'E', cy: 'C' } as const satisfies Record<Language, string>
const TALK = { annex: 'A', native: 'W' } as const satisfies Record<TalkInCopy, string>
const SIZE = { normal: 'N', large: 'L', largest: 'X', easy: 'R' } as const satisfies Record<CopySize, string>

/**
 * What stands on each page of a copy of an agreed version: the version's code, and which copy of it this is, so that the same
 * one can be made again (SPEC EXPORT-16). As `7K3M-Q2PX-9DRT/EN/BCDFHJKL`, with a third letter where what was said about the plan is in
 * it; where only some sections were chosen, which ones comes
 * after a dash, as a number with a bit for each section of the edition. The last letters are the server's: without them
 * anybody who knows a code could ask about sections that were left out of their copy (SPEC EXPORT-24).
 */
export type CopyMark = {
  /** As `codeOf` gives it. */
  readonly code: string
  readonly lang: Language
  readonly size: CopySize
  /** How what was said about the plan is in it; absent: not at all. */
  readonly talk?: TalkInCopy | undefined
  /** Ids of the chosen sections; absent: all of them. */
  readonly sections?: readonly string[]
}

const idsOf = ({ parts }: Edition): string[] => parts.flatMap(({ sections }) => sections.map(({ id }) => id))

/** `prove`: gives the server's letters for what stands before them. */
export function writeCopyMark(
  { code, lang, size, talk, sections }: CopyMark,
  edition: Edition,
  prove: (which: string) => string,
): string {
  const chosen =
    sections && idsOf(edition).reduce((bits, id, n) => (sections.includes(id) ? bits | (1n << BigInt(n)) : bits), 0n)
  const which = chosen === undefined ? '' : `-${chosen.toString(32).toUpperCase()}`
  const all = `${code}/${LANGUAGE[lang]}${SIZE[size]}${talk ? TALK[talk] : ''}${which}`
  return `${all}/${prove(all)}`
}

/** A mark as it was read. Anybody can write one: it is ours where `proof` is what the server gives for `which`. */
export type CopyMarkRead = Omit<CopyMark, 'sections'> & {
  readonly which: string
  readonly proof: string
  /** Of chosen sections. */
  readonly isPart: boolean
  /** The ids of the chosen ones, once the edition of the code is known; undefined: all. */
  readonly sectionsOf: (edition: Edition) => string[] | undefined
}

/** The marks in a text, each once, in the order they stand in it. */
export function readCopyMarks(text: string): CopyMarkRead[] {
  const found = new Map(Array.from(text.matchAll(MARK), (match) => [match[0], match] as const))
  return [...found.values()].map(([, which = '', code = '', lang, size, talk, chosen, proof = '']) => ({
    which,
    proof,
    isPart: chosen !== undefined,
    code,
    lang: LANGUAGES.find((known) => LANGUAGE[known] === lang) ?? 'en',
    size: COPY_SIZES.find((known) => SIZE[known] === size) ?? 'normal',
    ...(talk && { talk: talk === 'A' ? 'annex' : 'native' }),
    sectionsOf: (edition) => {
      if (chosen === undefined) return undefined
      const bits = [...chosen].reduce((sum, letter) => sum * 32n + BigInt(Number.parseInt(letter, 32)), 0n)
      return idsOf(edition).filter((_, n) => (bits >> BigInt(n)) & 1n)
    },
  }))
}
const MARK =
  /\b(([0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4})\/([A-Z])([NLXR])([AW])?(?:-([0-9A-V]{1,400}))?)\/([A-Z]{8})(?![0-9A-Z])/g
