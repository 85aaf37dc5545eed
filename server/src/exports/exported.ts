import type { Voice } from '@withy/shared/access'
import type { CopySize, PhotoSaid, SealRecord, TalkAnnex, TalkInCopy } from '@withy/shared/api'
import type { Edition, Language, Plan, Shown } from '@withy/shared/plan'

/** Someone of the plan, as they are told apart from others. `byCode`: they came with a code that was said aloud or shown on a wall. */
export type ExportedPerson = { readonly name: string; readonly voice: Voice; readonly byCode: boolean }

/** A photo as it goes into a copy; `removed`: it was taken away. One that this Withy never had is not among them. */
export type CopyPhoto = { readonly bytes: Uint8Array; readonly said: PhotoSaid } | 'removed'
/** By id. */
export type CopyPhotos = ReadonlyMap<string, CopyPhoto>

/** On which day (YYYY-MM-DD) "did it happen?" is asked about actions, by their id, and where it is answered. */
export type Asked = { readonly on: ReadonlyMap<string, string>; readonly address: string }

/**
 * Words of a section that one person said and another typed; `isDenied`: who is named says that they did not say them. A section is
 * null where nobody knows it any more.
 */
export type SaidInCopy = {
  readonly section: Shown | null
  readonly said: string
  readonly typed: string
  readonly isDenied: boolean
  /** As they stand in the plan. Empty: what was chosen. */
  readonly words: readonly string[]
}

/**
 * What a copy is made of, and all it is made of: the same gives the same bytes, on any day (SPEC EXPORT-11). A draft is of the
 * moment its words were read (`at`); what is asked of its actions changes as weeks go by, so it stands in no sealed one.
 */
export type Exported = {
  readonly edition: Edition
  /** The same as plain data, for formats that programs read. */
  readonly plan: Plan
  /** Stands for the plan where something of a file has to keep its name from version to version. */
  readonly planKey: string
  /** Of our words. */
  readonly lang: Language
  readonly people: readonly ExportedPerson[]
  readonly status:
    | { readonly is: 'draft'; readonly at: Date; readonly asked?: Asked }
    | { readonly is: 'sealed'; readonly record: SealRecord; readonly code: string; readonly mark: string }
  readonly size: CopySize
  /**
   * What was said about the plan, and how the copy holds it; absent: not at all. Never with chosen sections: with those goes nothing else
   * that people said.
   */
  readonly talk?: { readonly how: TalkInCopy; readonly annex: TalkAnnex }
  /** Photos of its rows of easy words, where the copy is one that has them. */
  readonly photos?: CopyPhotos
  /** Who said what another typed, as who takes the copy may know it; of a draft, never with chosen sections or in Easy Read. */
  readonly said?: readonly SaidInCopy[]
  /** Ids of the sections that were chosen; absent: all of them. What was left out is said by title. */
  readonly sections?: readonly string[]
}

/** The moment a copy is of: dates in files are this one, and never the clock's. */
export const momentOf = ({ status }: Exported): Date =>
  status.is === 'draft' ? status.at : new Date(status.record.sealedAt)
