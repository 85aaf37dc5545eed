import type { FileWords } from './file-words.ts'

/** How far into a file the word may stand: after the title, which may be as long as a title can be. */
const BEGINNING = 600

/** Whether a file says of itself that it is a draft, in the words our copies have for it (SPEC EXPORT-4). */
export function isDraft({ form, words }: Pick<FileWords, 'form' | 'words'>): boolean {
  if (form === 'json') return /"status":\{[^{}]*"is":"draft"/.test(words)
  return /\bDRAFF?T\b/.test(words.trimStart().slice(0, BEGINNING))
}
