import { toHexString } from 'lib0/buffer'
import { digest } from 'lib0/hash/sha256'
import { encodeUtf8 } from 'lib0/string'
import { stableJson } from './canonical.ts'
import type { BoxKey, Code, PlanKind, ShapeId, Words } from './catalogue.ts'
import type { RichText } from './plan.ts'

/** Words of ours, in each language; or of people, as they wrote them. */
export type Shown = Words | string

/**
 * A plan as it reads: every word a reader sees of it, ours in both languages, and people by name. It needs no catalogue to be read,
 * so what was agreed reads the same when ours has changed (SPEC PLAN-26). Plain JSON: this is what is kept, shown and written.
 */
export type Edition = {
  /** Of this form of an edition. Another one is never guessed at. */
  readonly edition: 1
  readonly kind: PlanKind
  /** The plan's own title; '' where it has none to see. */
  readonly title: string
  /** In which language its words are (BCP 47), where that is said (SPEC PLAN-134). */
  readonly lang?: string
  readonly parts: readonly EditionPart[]
  /** Words the plan explains, by the alphabet of code points. */
  readonly explained: readonly { readonly word: string; readonly meaning: string }[]
  /** Words without a place. */
  readonly unplaced: readonly string[]
}

/**
 * `empty`: titles of its sections in which nothing is written.
 */
export type EditionPart = {
  readonly id: string
  readonly title: Words
  readonly sections: readonly EditionSection[]
  readonly empty: readonly Shown[]
}

/** A section in which something is written. An own one has the id `own:<id>`, and asks no question of ours. */
export type EditionSection = {
  readonly id: string
  readonly title: Shown
  readonly question?: Words
  readonly codes?: readonly Code[]
  readonly boxes: readonly EditionBox[]
}

/** A box in which something is written. */
export type EditionBox = { readonly key: BoxKey; readonly title: Words } & (
  | { readonly type: 'text'; readonly text: RichText }
  | { readonly type: 'list'; readonly shape: ShapeId; readonly items: readonly EditionItem[] }
)

/** `name`: what the item is called by, absent where that is empty. `facts`: its other filled cells, in reading order. */
export type EditionItem = {
  readonly id: string
  readonly name?: EditionValue
  readonly facts: readonly { readonly field: string; readonly label: Words; readonly value: EditionValue }[]
  readonly origin?: EditionOrigin
  readonly other?: readonly string[]
}

export type EditionValue =
  /** `lang`: of people's words (BCP 47), where their field or their item says which they are in. */
  | { readonly is: 'words'; readonly words: string; readonly lang?: string }
  /** YYYY-MM-DD. */
  | { readonly is: 'date'; readonly date: string }
  /** 1 to 10. */
  | { readonly is: 'scale'; readonly scale: number }
  /** Choices, features and people are told apart by a comma, actions (people's own words) by something that is not one. */
  | {
      readonly is: 'labels' | 'people' | 'actions'
      readonly named: readonly Shown[]
      /** The id of the picture that the label says what it shows of. */
      readonly picture?: string
    }

export type EditionOrigin =
  | { readonly from: 'idea' | 'plan'; readonly title: Shown }
  /** `on`: YYYY-MM-DD. `said`: people's own words, where the item does not hold just those. */
  | {
      readonly from: 'workshop'
      readonly on: string
      readonly by: readonly string[]
      readonly said: readonly { readonly by: string; readonly words: string }[]
    }

/** Those of these ids that are sections of the edition, each once, in its order. */
export function sectionsChosen({ parts }: Edition, ids: readonly string[]): readonly string[] {
  const wanted = new Set(ids)
  return parts.flatMap(({ sections }) => sections.map(({ id }) => id)).filter((id) => wanted.has(id))
}

/**
 * What is kept of an edition, byte for byte, and what its fingerprint is taken of.
 */
export const editionJson = (edition: Edition): string => stableJson(edition)

/**
 * SHA-256 of an edition, as 64 hex digits: every word a reader sees is in it (SPEC AGREE-1). The same on any device:
 * crypto.subtle is not used, since halls run on plain http.
 */
export const fingerprint = (edition: Edition): string => toHexString(digest(encodeUtf8(editionJson(edition))))

/**
 * What is shown, in one of our languages. People's words are as they are in both.
 */
export const inLanguage = (shown: Shown, lang: keyof Words): string => (typeof shown === 'string' ? shown : shown[lang])
