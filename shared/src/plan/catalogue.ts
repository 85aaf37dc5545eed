/**
 * What kinds of plan there are, and what each asks. A plan is made of parts, a part of sections, a section of boxes.
 * All of it is data: adding a section means adding one entry, never a screen.
 */

import { LANGUAGES, type Language } from './our-languages.ts'

export { LANGUAGES, type Language }

/** One text in each language. */
export type Words = Readonly<Record<Language, string>>

export type PlanKind = 'area' | 'support'

/**
 * Where the wording of a title comes from: `confirmed` in the published text of a standard, `our reading` of a summary
 * of it (never printed as a quotation), or `ours` where we wrote it. It speaks of the English title alone: meanings,
 * questions, hints and every word of Welsh are always ours.
 */
export type Source = 'confirmed' | 'our reading' | 'ours'

export const FEATURE_IDS = [
  'living-map',
  'shared-power',
  'connection-test',
  'social-value',
  'community-enterprise',
  'shared-ownership',
  'neighbourhoods',
  'everyone-included',
  'shared-story',
  'social-action',
] as const
export type FeatureId = (typeof FEATURE_IDS)[number]

/** One of the ten features of an asset-based area. `group`: A sharing power, B a strategic approach, C workforce and local enterprise. */
export type Feature = {
  readonly id: FeatureId
  readonly number: number
  readonly title: Words
  readonly group: 'A' | 'B' | 'C'
  readonly meaning: Words
  readonly source: Source
}

/** A SNOMED CT concept that a section is coded with (PRSB About Me v2.01); needed by the FHIR export. */
export type Code = { readonly system: 'snomed'; readonly code: string }

export type ChoiceOption = { readonly id: string; readonly label: Words }

/**
 * A cell of a list item.
 * `words` are a Y.Text that several people can type in at once; every other type is a plain value:
 * `choice` an option id, `date` YYYY-MM-DD, `scale` a whole number 1-10, `people` person ids, `features` feature ids,
 * `actions` ids of actions of this plan, in whichever box they are; `picture` the id of a picture of easy words.
 */
export type Field = {
  readonly id: string
  readonly label: Words
  readonly hint?: Words
  /** The item says too little without it. It is asked for, and never stops anyone from writing. */
  readonly required?: true
} /** `lang`: what is written in it is in that language, whatever the rest is in. */ & (
  | { readonly type: 'words'; readonly long?: boolean; readonly lang?: Language }
  | { readonly type: 'choice'; readonly options: readonly ChoiceOption[] }
  | { readonly type: 'date' | 'scale' | 'people' | 'features' | 'actions' | 'picture' }
)

export type ShapeId =
  | 'asset'
  | 'action'
  | 'sign'
  | 'goal'
  | 'person'
  | 'contingency'
  | 'disagreement'
  | 'strength'
  | 'need'
  | 'money'
  | 'reader'
  | 'review'
  | 'taking-part'
  | 'easy'

/** What an item of a list is made of. The first field is the one that names the item. */
export type ItemShape = {
  readonly id: ShapeId
  /** Singular, lower case: "action". */
  readonly name: Words
  /** The button: "Add an action". */
  readonly add: Words
  readonly fields: readonly Field[]
}

export type Box = {
  readonly id: string
  readonly title: Words
  /** What people are asked. Shown while the box is empty, and above it. */
  readonly question: Words
  readonly hint?: Words
  readonly source: Source
} & ({ readonly type: 'text' } | { readonly type: 'list'; readonly shape: ShapeId })

export type Section = {
  readonly id: string
  readonly title: Words
  readonly question: Words
  readonly hint?: Words
  readonly features: readonly FeatureId[]
  readonly codes: readonly Code[]
  readonly source: Source
  readonly boxes: readonly Box[]
}

export type Part = {
  readonly id: string
  readonly title: Words
  readonly intro?: Words
  /** Folded until opened, so that nobody meets ten empty sections. */
  readonly folded?: boolean
  readonly source: Source
  readonly sections: readonly Section[]
}

export type Template = {
  readonly kind: PlanKind
  readonly name: Words
  readonly about: Words
  readonly parts: readonly Part[]
}

/** A way of working that serves some features: "ideas that work elsewhere". One tap makes it an action or an asset. */
export type Idea = {
  readonly id: string
  readonly title: Words
  readonly sentence: Words
  readonly features: readonly FeatureId[]
}

/**
 * The name of the root type a box lives in: `<section>.<box>`. An own section's are `own:<id>.text` and `own:<id>.actions`; the rows
 * of a section in easy words are `easy:<section>`.
 */
export type BoxKey = string
export const boxKey = (section: string, box: string): BoxKey => `${section}.${box}`

/** Every section of a template in the order people read it. */
export const sectionsOf = (template: Template): readonly Section[] => template.parts.flatMap((part) => part.sections)

/** Every box of a template by its key. */
export const boxesOf = (template: Template): ReadonlyMap<BoxKey, Box> =>
  new Map(
    sectionsOf(template).flatMap((section) => section.boxes.map((box) => [boxKey(section.id, box.id), box] as const)),
  )
