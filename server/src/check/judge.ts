import { type FileChecked, readCopyMarks } from '@withy/shared/api'
import type { Edition } from '@withy/shared/plan'
import * as z from 'zod/mini'
import { differencesIn, saysTheSame } from './compare.ts'
import type { FileWords } from './file-words.ts'
import { isDraft } from './is-draft.ts'

/** Which copy of an agreed version a file says it is. */
type CopyOf = {
  readonly code: string
  readonly lang: 'en' | 'cy'
  readonly size: 'normal' | 'large' | 'largest'
  /** Ids of the chosen sections; undefined: all of them. */
  readonly sectionsOf: (edition: Edition) => readonly string[] | undefined
}

/** More marks than this in one file are not looked for: ours have one. */
const MOST_MARKS = 5

/** The copies a file says it is of, by the marks on its pages, or in JSON by its code; none in a draft. */
export function copiesIn({ form, words }: Pick<FileWords, 'form' | 'words'>): readonly CopyOf[] {
  if (form !== 'json') return readCopyMarks(words).slice(0, MOST_MARKS)
  const file = sealedFile.safeParse(JSON.parse(words))
  if (!file.success) return []
  const { status, leftOut, edition } = file.data
  const chosen = leftOut && edition.parts.flatMap(({ sections }) => sections.map(({ id }) => id))
  return [{ code: status.code, lang: 'en', size: 'normal', sectionsOf: () => chosen }]
}

/** What of a plan as a file tells which version it is of. */
const sealedFile = z.object({
  status: z.object({ is: z.literal('sealed'), code: z.string() }),
  leftOut: z.optional(z.array(z.unknown())),
  edition: z.object({ parts: z.array(z.object({ sections: z.array(z.object({ id: z.string() })) })) }),
})

/** What a file is that names a version, but for what only the database knows of the version it names. */
type Judgement =
  | { readonly is: 'agreed'; readonly isPart: boolean; readonly isRedrawn: boolean }
  | { readonly is: 'changed'; readonly differences: ReturnType<typeof differencesIn> }

/** What a file is that names no version we know. */
export const unnamed = (read: FileWords): Extract<FileChecked, { is: 'draft' | 'unknown' }> => ({
  is: isDraft(read) ? 'draft' : 'unknown',
})

/** Whether a file says what the same copy says, made again from the version it names (SPEC EXPORT-85). */
export function judge(made: FileWords, read: FileWords, isPart: boolean): Judgement {
  if (!saysTheSame(made, read)) return { is: 'changed', differences: differencesIn(made, read) }
  return { is: 'agreed', isPart, isRedrawn: made.look !== read.look }
}
