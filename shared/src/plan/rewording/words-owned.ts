import type { Run } from '../plan.ts'
import { isWord } from '../words-in-text.ts'
import type { Carried } from './carried.ts'
import type { Sentence } from './sentences.ts'

/**
 * Who wrote words that changes of a suggestion reword, by number, of each change that fits (SPEC TALK-26). A new sentence in the middle
 * of what somebody says in one line rewords that too.
 * @param placed where all of the suggestion are in a text
 * @param signed the sentences of that text, their runs signed; of a cell those of one paragraph of its signed words
 */
export const wordsOwned = (
  placed: readonly Carried[],
  signed: readonly Sentence[],
): ReadonlyMap<string, readonly number[]> =>
  new Map(
    placed.flatMap(({ id, is, at, length }) =>
      is === 'fits'
        ? [[id, [...new Set(length > 0 ? signed.slice(at, at + length).flatMap(writersOf) : around(signed, at))]]]
        : [],
    ),
  )

/** Who wrote both the sentence before a place and the one that goes on after it in the same line. */
function around(signed: readonly Sentence[], at: number): number[] {
  const [before, after] = [signed[at - 1], signed[at]]
  if (!before || !after || after.opens !== null) return []
  const next = new Set(writersOf(after))
  return writersOf(before).filter((by) => next.has(by))
}

/** Who put a full stop after somebody's words has none of them; where there are only signs, they are the words. */
function writersOf({ runs }: Sentence): number[] {
  const words = runs.filter(({ text }) => isWord(text))
  return (words.length > 0 ? words : runs.filter(({ text }) => /\S/.test(text))).flatMap(writerOf)
}

const writerOf = ({ by }: Run): number[] => (by === undefined ? [] : [by])
