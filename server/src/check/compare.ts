import type { WordDifference } from '@withy/shared/api'
import { type ChangeObject, diffArrays } from 'diff'
import type { AnnexPlace } from './annex-in-copy.ts'

/** Where a file no more than this many words away from the agreed one differs can be told in a moment. */
const MOST_EDITS = 500
const MOST_SHOWN = 20
/** Of one place: enough to find it by. */
const MOST_SIGNS = 500
/** Words that stand before and after it. */
const BESIDE = 4
const MILLISECONDS = 3_000

/**
 * Where a file reads differently, in its order: the first places; null where it reads differently nearly everywhere, or where
 * finding out takes long. Others are served meanwhile. `annex`: where what people said stands in the agreed one.
 */
export async function differencesIn(
  agreed: string,
  here: string,
  annex: AnnexPlace | null = null,
): Promise<WordDifference[] | null> {
  const [words, others] = [agreed, here].map((said) => said.split(/[\s\u200b]+/).filter(Boolean))
  const changes = await changesOf(words ?? [], others ?? [])
  if (!changes) return null
  const found: { -readonly [key in keyof WordDifference]: WordDifference[key] }[] = []
  let before = ''
  let isOpen = false
  let at = 0
  for (const { added, removed, value } of changes) {
    const isChange = added || removed
    if (isChange && !isOpen) found.push({ before, agreed: '', here: '', after: '', inAnnex: isWithin(annex, at) })
    const last = found.at(-1)
    if (last && removed) last.agreed = shown(value)
    if (last && added) last.here = shown(value)
    if (last && isOpen && !isChange) last.after = shown(value.slice(0, BESIDE))
    if (!isChange) before = shown(value.slice(-BESIDE))
    isOpen = isChange
    if (!added) at += value.reduce((sum, word) => sum + word.length, 0)
  }
  return found.slice(0, MOST_SHOWN)
}

const isWithin = (annex: AnnexPlace | null, at: number) => annex !== null && at >= annex.from && at < annex.to

const changesOf = (before: string[], after: string[]) =>
  new Promise<ChangeObject<string[]>[] | undefined>((callback) =>
    diffArrays(before, after, { maxEditLength: MOST_EDITS, timeout: MILLISECONDS, callback }),
  )

const shown = (words: readonly string[]): string => {
  const all = words.join(' ')
  return all.length > MOST_SIGNS ? `${all.slice(0, MOST_SIGNS).replace(/[\ud800-\udbff]$/, '')}…` : all
}
