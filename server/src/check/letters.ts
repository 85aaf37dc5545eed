import { sha256 } from '../sha256.ts'
import type { FileWords } from './file-words.ts'

/** Words without spaces and line ends, which are where a line is full, in one program and in another; U+200B is where ours may be. */
export const lettersOf = (words: string): string => words.replace(/[\s\u200b]/g, '')

/** What a file says, spaces apart. */
export const lettersHash = ({ words }: Pick<FileWords, 'words'>): string => sha256(lettersOf(words))
