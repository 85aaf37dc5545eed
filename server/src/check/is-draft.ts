import { DRAFT_WORDS } from '@withy/shared/api'
import { LANGUAGES } from '@withy/shared/plan'
import * as z from 'zod/mini'
import type { FileWords } from './file-words.ts'
import { lettersOf } from './letters.ts'

/** How far into a file the words may stand, in letters: after the title, which may be as long as a title can be. */
const BEGINNING = 600

const SAYS = LANGUAGES.map((lang) => lettersOf(`${DRAFT_WORDS.draft[lang]}. ${DRAFT_WORDS.unfinished[lang]}`))
const draftFile = z.object({ withy: z.number(), status: z.object({ is: z.literal('draft') }) })

/**
 * Whether a file says of itself that it is a draft, in the words our copies have for it (SPEC EXPORT-4). Others' files say DRAFT too,
 * and of those we know nothing.
 */
export function isDraft({ form, words }: Pick<FileWords, 'form' | 'words'>): boolean {
  if (form === 'json') return draftFile.safeParse(JSON.parse(words)).success
  const start = lettersOf(words).slice(0, BEGINNING)
  return SAYS.some((says) => start.includes(says))
}
