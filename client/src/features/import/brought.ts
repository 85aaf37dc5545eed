import type { Block, RichText } from '@withy/shared/plan'

/**
 * What a text box cannot hold, and was left out or made into something else, in the order in which it is said. `tables`: each row is a
 * line of its own now; `quotes`: words as others; `edges`: heads and feet of pages; `rules`: lines drawn across a page.
 */
export const LEFT_OUT = ['pictures', 'tables', 'links', 'quotes', 'edges', 'comments', 'sums', 'rules'] as const
export type LeftOut = { readonly [What in (typeof LEFT_OUT)[number]]: number }

export const NOTHING_LEFT: LeftOut = {
  ...{ pictures: 0, tables: 0, links: 0, quotes: 0 },
  ...{ edges: 0, comments: 0, sums: 0, rules: 0 },
}

/** Blocks of a file, as its reader found them: not yet looked through. */
export type Found = { readonly blocks: readonly Block[]; readonly left: LeftOut }

/** Why a file gives no words. `locked`: it has a password, or is of a Word from before 2007. */
export const UNREADABLE = ['too-large', 'locked', 'other-kind', 'damaged', 'too-many', 'no-words'] as const
export type Unreadable = (typeof UNREADABLE)[number]

/** What became of a file. */
export type Brought =
  | { readonly is: 'words'; readonly text: RichText; readonly left: LeftOut }
  | { readonly is: Unreadable }

/** Thrown by whoever reads a file and knows why it cannot be read. */
export class UnreadableError extends Error {
  override readonly name = 'UnreadableError'
  readonly why: Unreadable
  constructor(why: Unreadable) {
    super(why)
    this.why = why
  }
}
