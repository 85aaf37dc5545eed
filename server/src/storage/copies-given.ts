/** By what a copy of a sealed version that was given away is known again. Rows are put and never changed (SPEC EXPORT-27). */
export type CopyGiven = {
  /** SHA-256 of its bytes, as hex. */
  readonly file: string
  /** Of the version. */
  readonly code: string
  /** Which copy of it: its mark without the letters that prove it. */
  readonly which: string
  readonly form: 'pdf' | 'html' | 'json'
  /** SHA-256 of what is read in it, spaces apart, and of how it looks. */
  readonly letters: string
  readonly look: string
}

/** What checking copies needs of storage. */
export interface CopyGivenStore {
  copyGiven(file: string): Promise<CopyGiven | null>
  /** All that were given under one mark: more than one where Withy came to write them otherwise. */
  copiesGiven(which: string, form: CopyGiven['form']): Promise<CopyGiven[]>
  /** Keeps one, unless it is kept, or its version has `most`. */
  keepCopyGiven(copy: CopyGiven, most: number): Promise<void>
}
