import { hunks } from '../hunks.ts'
import { tokensOf } from '../words-in-text.ts'
import { smallestEdit, type WordsEdit } from './smallest-edit.ts'

/** Further apart than so many words, and what lies between the first and the last difference is one change. */
const MOST_STEPS = 400

/**
 * The changes that turn one text into another, the last of them first, so that each can be made where it says. Mostly it is one; where
 * words stay in between (a program that writes for somebody put other words in several places) they are several, and leave those alone.
 * @param caret where the caret is in `after`
 */
export function smallestEdits(before: string, after: string, caret: number): WordsEdit[] {
  const edit = smallestEdit(before, after, caret)
  if (!edit) return []
  const { at, removed, inserted } = edit
  // All that was typed, or taken out, at one place.
  if (removed === 0 || inserted === '') return [edit]
  return within(before.slice(at, at + removed), inserted, at)
}

function within(was: string, is: string, at: number): WordsEdit[] {
  const [before, after] = [tokensOf(was), tokensOf(is)]
  return hunks(before, after, MOST_STEPS)
    .toReversed()
    .map(({ at: first, gone, nowAt, come }) => ({
      at: at + before.slice(0, first).join('').length,
      removed: before.slice(first, first + gone).join('').length,
      inserted: after.slice(nowAt, nowAt + come).join(''),
    }))
}
