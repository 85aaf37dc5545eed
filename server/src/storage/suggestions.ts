import type { ChangeFate, SuggestedChange, Suggestion } from '@withy/shared/protocol'

/** A Yjs client under which an edit put in words, up to the clock it had then; of edits of before that was kept, all there is. */
export type PutUnder = { readonly client: number; readonly to?: number }

/** People whose the words are that were put in under a Yjs client: all who said yes to them, or had the words before. */
export type Shared = PutUnder & { readonly people: readonly string[] }

/** `client`: the Yjs client its edit was made under; null where none was. `shared`: whose words are not only who made it. */
export type FateRow = ChangeFate & {
  readonly client: number | null
  readonly to?: number
  readonly shared?: readonly Shared[]
}

/** A change as it is kept. `needs`: as it was when anything of the suggestion last changed. */
export type ChangeRow = Omit<SuggestedChange, 'fate'> & { readonly fate: FateRow | null }

/**
 * Changes whose edit is about to be made, or was made and is not written down yet (SPEC TALK-33), and what was said to others at once.
 * `clients`: of each change, where they are not all under `client`. `gone`: something it takes out, where it puts in nothing.
 */
export type Accepting = {
  readonly changes: readonly string[]
  readonly agreed: readonly string[]
  readonly kept: readonly string[]
  readonly by: string
  readonly at: number
  readonly client: number
  readonly clients?: Readonly<Record<string, PutUnder>>
  readonly shared: readonly Shared[]
  readonly gone: { readonly client: number; readonly clock: number } | null
}

/** A suggestion as it is kept, for as long as its plan is. */
export type SuggestionRow = Omit<Suggestion, 'changes'> & {
  readonly changes: readonly ChangeRow[]
  readonly accepting: Accepting | null
}

/** How much is kept of what is suggested. Letters are those of the changes as they are kept; what was taken back whole has some too. */
export type MostSuggested = {
  /** Without those that were taken back whole. */
  readonly perPlan: number
  readonly lettersPerPlan: number
  readonly waitingPerPerson: number
  readonly lettersPerPerson: number
}

/** What suggested words need of storage. Numbers are those of all talk about the plan (SPEC TALK-9). */
export interface SuggestionStore {
  /** All of a plan, in the order they came. */
  suggestionsOf(plan: string): Promise<SuggestionRow[]>
  suggestionAt(plan: string, id: string): Promise<SuggestionRow | null>
  /**
   * `there` where the plan has one of this id; `full` where it has no room for more, `theirs-wait` where too many of that person's
   * are undecided, `theirs-full` where they have offered too much. Then nothing is kept.
   */
  addSuggestion(
    plan: string,
    row: SuggestionRow,
    most: MostSuggested,
  ): Promise<{ readonly seq: number } | 'full' | 'there' | 'theirs-full' | 'theirs-wait'>
  /** Puts what has changed of one. */
  changeSuggestion(plan: string, row: SuggestionRow): Promise<{ readonly seq: number }>
  /** Says that an edit is about to be made, or is not (null); people are not told of it. */
  accepting(plan: string, id: string, accepting: Accepting | null): Promise<void>
}
