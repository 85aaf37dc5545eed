import type { CopyForm } from '@withy/shared/api'
import type { Language } from '@withy/shared/plan'

/** One thing that happened with copies of a sealed version. Rows are put and never changed (SPEC EXPORT-92). */
export type CopyNote = {
  readonly id: string
  /** `took`: by themselves, as a file. `gave`: by hand. `ended`: a link was taken back. `away`: somebody outside is in no list any more. */
  readonly does: 'wants' | 'took' | 'gave' | 'link' | 'ended' | 'reminded' | 'away'
  /** Whom it is about; null: somebody who is not in the plan. */
  readonly person: string | null
  /** As they were called then. */
  readonly name: string
  readonly form: CopyForm | null
  readonly lang: Language | null
  /** Ids of the chosen ones; null: all. */
  readonly sections: readonly string[] | null
  /** The note of the link that is over; null in all other notes. */
  readonly of: string | null
  /** Server time, milliseconds since 1970. */
  readonly at: number
  readonly by: string
  readonly byName: string
}

export type CopyLink = CopyNote & { readonly plan: string; readonly number: number; readonly isOver: boolean }

/** What copies need of storage. */
export interface CopyStore {
  /** Of one sealed version, in the order they were put. `person`: just those about them. */
  copyNotesOf(plan: string, number: number, person?: string): Promise<CopyNote[]>
  /** The private links of one person that still work, of all versions of a plan, in the order they were made. */
  copyLinksOf(plan: string, person: string): Promise<CopyLink[]>
  /** A private link by its id, of which version it is, and whether it was taken back. */
  copyLink(id: string): Promise<CopyLink | null>
  /** Keeps a note, unless the version has `most` of them; that a link is over is always kept. */
  noteCopy(plan: string, number: number, note: CopyNote, most: number): Promise<'kept' | 'full'>
}
