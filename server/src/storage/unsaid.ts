import type { Unsaid } from '@withy/shared/api'
import type { Clocks } from './authors.ts'

/** Clocks of a Yjs client, of words that were typed for somebody. */
export type SaidClocks = Clocks & { readonly client: number }

export type UnsaidRow = Unsaid & { readonly clocks: readonly SaidClocks[] }

/** What the feature of words said by one and typed by another needs of storage. */
export interface UnsaidStore {
  /** Whether anything in a plan was ever typed for somebody. */
  hasSaid(plan: string): Promise<boolean>
  /** What people say they did not say, the newest first; what was taken back is left out. */
  unsaidOf(plan: string): Promise<UnsaidRow[]>
  /**
   * From then on `AuthorStore` tells of those words that nobody said them but who typed them. Nothing where that is kept of all of them
   * already: of two presses at one time, taking back one takes back both (SPEC SYNC-166).
   */
  keepUnsaid(plan: string, row: UnsaidRow): Promise<void>
  /** Takes it back, by whoever said it: the row stays. Nothing where it was taken back before. */
  undoUnsaid(plan: string, id: string, by: string, at: number): Promise<void>
}
