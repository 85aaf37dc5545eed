import type { WordDifference } from '@withy/shared/api'
import { diffArrays } from 'diff'
import type { FileWords } from './file-words.ts'

/** Where a file no more than this many words away from the agreed one differs can be told in a moment. */
const MOST_EDITS = 500
const MOST_SHOWN = 20

/** Spaces and line ends are where a line is full, in one program and in another; U+200B is where ours may be. */
const lettersOf = (words: string): string => words.replace(/[\s\u200b]/g, '')

/** Whether a file says what the same copy, made again, says: every letter in its place, spaces apart (SPEC EXPORT-85). */
export const saysTheSame = (agreed: FileWords, here: FileWords): boolean =>
  lettersOf(agreed.words) === lettersOf(here.words)

/** Where a file reads differently, in its order: the first places; null where it reads differently nearly everywhere. */
export function differencesIn(agreed: FileWords, here: FileWords): WordDifference[] | null {
  const [before, after] = [agreed, here].map(({ words }) => words.split(/[\s\u200b]+/).filter(Boolean))
  const changes = diffArrays(before ?? [], after ?? [], { maxEditLength: MOST_EDITS })
  if (!changes) return null
  const found: { agreed: string; here: string }[] = []
  let isOpen = false
  for (const { added, removed, value } of changes) {
    const isChange = added || removed
    if (isChange && !isOpen) found.push({ agreed: '', here: '' })
    const last = found.at(-1)
    if (last && removed) last.agreed = value.join(' ')
    if (last && added) last.here = value.join(' ')
    isOpen = isChange
  }
  return found.slice(0, MOST_SHOWN)
}
