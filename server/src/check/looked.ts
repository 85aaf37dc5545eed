import { lettersHash } from './letters.ts'
import type { FileRead } from './read-file.ts'

/** What is remembered of a copy, or why it cannot be read. */
export type Looked =
  | { readonly letters: string; readonly look: string }
  | Extract<FileRead, { readonly unreadable: unknown }>

export const lookedAt = (read: FileRead): Looked =>
  'unreadable' in read ? read : { letters: lettersHash(read), look: read.look }
