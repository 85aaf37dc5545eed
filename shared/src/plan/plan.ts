import type { BoxKey, PlanKind, ShapeId } from './catalogue.ts'

/** A stretch of words with the same marks. A line break inside a block is `\n`. */
export type Run = {
  readonly text: string
  readonly bold?: true
  readonly italic?: true
  /** An http, https, mailto or tel address. Any other address is left out, its words kept. */
  readonly link?: string
  /** Who wrote it, by a number of whoever asked for that; absent in every plan that is kept. */
  readonly by?: number
}

/** Language (BCP 47) and direction of a block where they are not the plan's own. */
export type BlockLanguage = { readonly lang?: string; readonly dir?: 'ltr' | 'rtl' }

export type Block =
  | ({ readonly type: 'paragraph'; readonly runs: readonly Run[] } & BlockLanguage)
  | ({ readonly type: 'heading'; readonly level: 1 | 2 | 3; readonly runs: readonly Run[] } & BlockLanguage)
  | ({ readonly type: 'bullets' | 'numbers'; readonly items: readonly (readonly Block[])[] } & BlockLanguage)

export type RichText = readonly Block[]

/** Where an item came from, when it was not written from nothing. */
export type Origin =
  | { readonly from: 'idea'; readonly idea: string }
  | { readonly from: 'plan'; readonly plan: string; readonly title: string; readonly item: string }
  | FromWorkshop

/** Said in a workshop on a day (YYYY-MM-DD): an idea, or a group of them. What people said stands, whatever becomes of the item. */
export type FromWorkshop = {
  readonly from: 'workshop'
  readonly workshop: string
  readonly idea: string
  readonly on: string
  /** At least one: the name of who said it, and their own words. */
  readonly said: readonly { readonly by: string; readonly words: string }[]
}

export type CellValue = string | number | readonly string[]

/**
 * The words of a plan that a row of easy words stands for: a text box (one sentence of it), an item (`<box>/<item>`) or a whole section,
 * and the print of what stood there when the row was written or last looked at.
 */
export type StandsFor = { readonly place: string; readonly print: string }

/** One item of a list. `other` holds words found in the item that no field of its shape has a place for. */
export type Item = {
  readonly id: string
  readonly cells: Readonly<Record<string, CellValue>>
  readonly origin?: Origin
  readonly other?: readonly string[]
  /** In which language its words are (BCP 47), where somebody said that. Rows of easy words have a field for each. */
  readonly lang?: string
  /** Of a row of easy words alone. Nobody reads it: two rows that differ in it alone read the same. */
  readonly of?: StandsFor
}

/** That the easy words of a section were gone through, with whom, on which day (YYYY-MM-DD), and the print of the rows as they were then. */
export type EasyCheck = {
  readonly by: string
  readonly supporter?: string
  readonly on: string
  readonly rows: string
}

export type BoxContent =
  | { readonly type: 'text'; readonly text: RichText }
  | {
      readonly type: 'list'
      readonly shape: ShapeId
      /** In reading order. */
      readonly items: readonly Item[]
      /** Taken out, and kept so that it can be put back. */
      readonly removed: readonly Item[]
    }

/** A section a group added for itself. */
export type OwnSection = {
  readonly id: string
  readonly title: string
  readonly text: RichText
  readonly actions: readonly Item[]
  readonly removedActions: readonly Item[]
}

/**
 * A plan as plain data: what screens draw, exporters write and people agree to.
 * Title and people are the database's (a list of plans needs them without opening one).
 */
export type Plan = {
  readonly kind: PlanKind
  /** Every box of the catalogue has an entry, an empty one too; of easy words a section has one where there are rows. */
  readonly boxes: Readonly<Record<BoxKey, BoxContent>>
  /** Titles this group gave to catalogue sections, by section id. */
  readonly titles: Readonly<Record<string, string>>
  readonly own: readonly OwnSection[]
  readonly removedOwn: readonly OwnSection[]
  /** By section, of those that have rows of easy words. */
  readonly easyChecked: Readonly<Record<string, EasyCheck>>
  /** Words found where this version of Withy has no place for them. Shown at the end of every view; never dropped. */
  readonly unplaced: readonly { readonly where: string; readonly words: string }[]
}
