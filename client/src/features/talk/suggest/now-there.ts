import { type Sentence, sentencesOf, type Wording, wordsOfSentences } from '@withy/shared/plan'
import type { SuggestedChange } from '@withy/shared/protocol'

/** No more of a text than this is shown as what stands in the place of words that are gone. */
const MOST = 4

/**
 * What stands now where a change was offered for that does not fit any more: between the sentences that were its neighbours, as far
 * as they are still there. Nothing where neither is.
 */
export function nowThere({ before, after, was }: SuggestedChange, words: Wording): readonly Sentence[] {
  const now = sentencesOf(words)
  const reads = now.map((sentence) => wordsOfSentences([sentence]).trim())
  const start = before === '' ? 0 : reads.indexOf(before) + 1
  const end = after === '' ? now.length : reads.indexOf(after, start)
  const isStart = before !== '' && start > 0
  const isEnd = after !== '' && end >= 0
  if (isStart && isEnd) return now.slice(start, end).slice(0, MOST)
  const length = Math.min(MOST, Math.max(1, was.length))
  if (isStart) return now.slice(start, start + length)
  if (isEnd) return now.slice(Math.max(0, end - length), end)
  // Nothing else ever stood there: what is there now stands in its place.
  return before === '' && after === '' ? now.slice(0, MOST) : []
}
