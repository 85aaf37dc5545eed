import { type CopyMarkRead, type FileChecked, readCopyMarks } from '@withy/shared/api'
import * as z from 'zod/mini'
import type { CopyGiven } from '../storage/copies-given.ts'
import type { FileWords } from './file-words.ts'
import { isDraft } from './is-draft.ts'
import { lettersHash } from './letters.ts'

/** More marks than this in one file are not looked for: ours have one. */
const MOST_MARKS = 5

/**
 * The copies a file says it is of, by the marks on its pages, or in JSON beside its code; only by those this server made
 * (SPEC EXPORT-24). The last first: what stands at the foot of the last page is ours, and what people typed is before it.
 */
export function copiesIn({ form, words }: Pick<FileWords, 'form' | 'words'>, isOurs: IsOurs): readonly CopyMarkRead[] {
  const text = form === 'json' ? (sealedFile.safeParse(JSON.parse(words)).data?.status.mark ?? '') : words
  return readCopyMarks(text).filter(isOurs).slice(-MOST_MARKS).reverse()
}
type IsOurs = (mark: CopyMarkRead) => boolean

/** What of a plan as a file tells which copy it is. */
const sealedFile = z.object({ status: z.object({ is: z.literal('sealed'), mark: z.string() }) })

/** What a file is that names no version we know. */
export const unnamed = (read: FileWords): Extract<FileChecked, { is: 'draft' | 'unknown' }> => ({
  is: isDraft(read) ? 'draft' : 'unknown',
})

/**
 * Whether a file says what one of these copies says, which are of what was agreed, and looks like it (SPEC EXPORT-85); null: it says
 * something else. `isOwn`: whether an address is ours.
 */
export function judge(
  read: FileWords,
  agreed: readonly Pick<CopyGiven, 'letters' | 'look'>[],
  isOwn: (address: string) => boolean,
): { readonly isRedrawn: boolean } | null {
  const letters = lettersHash(read)
  const same = agreed.filter((copy) => copy.letters === letters)
  if (same.length === 0) return null
  // Its links to places on the page lead to us, or to the device it was saved on.
  const leadsHome = read.linksFrom === undefined || read.linksFrom.startsWith('file:') || isOwn(read.linksFrom)
  return { isRedrawn: !leadsHome || same.every(({ look }) => look !== read.look) }
}
