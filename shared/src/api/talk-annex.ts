import type { Sentence, Shown } from '../plan/index.ts'
import type { TalkInCopy } from './copy-mark.ts'
import type { Format } from './exports.ts'

// What was said about a plan, as it reads at one moment: an annex, kept beside a sealed version or made for a copy. Names and not ids,
// as people were called then. docs/FORMAT.md describes it.

/** What of a plan was talked about. `box`, `item` and `field` as the edition has them. */
export type AnnexAbout = {
  readonly box: string
  readonly item: string | null
  readonly field: string | null
  /** The section’s title; null: the plan has no such section. */
  readonly section: Shown | null
  /** The box’s; null as above. */
  readonly title: Shown | null
  /** What the item is called; null: it is about no item, or about one that has no words. */
  readonly name: Shown | null
  /** The words it is about, with what stood around them; null: all of it. */
  readonly words: { readonly quote: string; readonly before: string; readonly after: string } | null
  /** What it is about stood in the plan then. */
  readonly isThere: boolean
}

/** `name` null: asked without one. `words` null: removed by whoever wrote it. `mentions`: names. `at`, `editedAt`: ISO times. */
export type AnnexComment = {
  readonly name: string | null
  readonly at: string
  readonly words: string | null
  readonly mentions: readonly string[]
  readonly editedAt: string | null
}

export type AnnexThread = {
  readonly kind: 'comment' | 'meaning'
  readonly about: AnnexAbout
  readonly comments: readonly AnnexComment[]
  /** `name` null: whoever asked what words mean, without a name. */
  readonly settled: { readonly name: string | null; readonly at: string } | null
  /** What the plan said the words mean that were asked about, where it did; not in annexes from before this was kept. */
  readonly explained?: { readonly word: string; readonly meaning: string }
}

/** One change of a suggestion (`SuggestedChange`), with names. */
export type AnnexChange = {
  readonly was: readonly Sentence[]
  readonly becomes: readonly Sentence[]
  readonly before: string
  readonly after: string
  readonly needs: readonly string[]
  readonly yes: readonly string[]
  readonly fate: {
    readonly is: 'accepted' | 'kept' | 'withdrawn'
    readonly name: string
    readonly at: string
  } | null
}

export type AnnexSuggestion = {
  readonly about: AnnexAbout
  readonly name: string
  readonly at: string
  readonly why: string
  readonly changes: readonly AnnexChange[]
}

export type TalkAnnex = {
  /** Of this form of an annex. */
  readonly annex: 1
  /** ISO time at which it read so. */
  readonly at: string
  /** In the order of the plan, and in one place in the order of time. */
  readonly threads: readonly AnnexThread[]
  readonly suggestions: readonly AnnexSuggestion[]
}

/** Tables, calendars and FHIR have no place for it (SPEC TALK-88). */
const WITHOUT: readonly Format[] = ['csv', 'ics', 'fhir']

/** How a file of this format holds it, where `wanted` is asked for: Word alone has comments of its own. */
export const talkInFormat = (format: Format, wanted: TalkInCopy | undefined): TalkInCopy | undefined =>
  wanted && !WITHOUT.includes(format) ? (format === 'docx' ? wanted : 'annex') : undefined
