/** A word of health and social care, as our own list explains it in one language. */
export type CareWord = {
  /** The same in each language: the English word. */
  readonly id: string
  readonly word: string
  /** Other ways to write it. One in capitals is found as it stands: "PA" is a helper, and no "pa". */
  readonly also?: readonly string[]
  /** One sentence. */
  readonly means: string
  readonly easier?: string
  /** false: nobody has read it yet whose first language this is. */
  readonly read?: boolean
}

/** A list as it is written down. */
export type WrittenCareWords = Readonly<Record<string, Omit<CareWord, 'id'>>>

/** A list as it is fetched. `formsOf`: every way a word of it can stand in a text. */
export type CareWordList = {
  readonly words: readonly CareWord[]
  readonly formsOf: (word: CareWord) => readonly string[]
}

/** The words of some files, with their ids. */
export const wordsIn = (files: readonly WrittenCareWords[]): readonly CareWord[] =>
  files.flatMap((file) => Object.entries(file).map(([id, rest]) => ({ id, ...rest })))

export const asWritten = ({ word, also = [] }: CareWord): readonly string[] => [word, ...also]

/** Whether a form is initials, or several of them, to be found only as they stand. */
export const isInitials = (form: string): boolean => /^[\p{Lu}\p{N}]{2,}s?$/u.test(form)
