import type { Run } from '../plan.ts'
import { isWord } from '../words-in-text.ts'
import type { Carried } from './carried.ts'
import type { Sentence } from './sentences.ts'

/**
 * Who wrote words that changes of a suggestion reword, by number, of each change that fits (SPEC TALK-26).
 * @param placed where all of the suggestion are in a text
 * @param signed the sentences of that text, their runs signed; of a cell those of one paragraph of its signed words
 */
export const wordsOwned = (
  placed: readonly Carried[],
  signed: readonly Sentence[],
): ReadonlyMap<string, readonly number[]> =>
  new Map(
    placed.flatMap(({ id, is, at, length }) =>
      is === 'fits' ? [[id, [...new Set(signed.slice(at, at + length).flatMap(writersOf))]]] : [],
    ),
  )

/** Who put a full stop after somebody's words has none of them; where there are only signs, they are the words. */
function writersOf({ runs }: Sentence): number[] {
  const words = runs.filter(({ text }) => isWord(text))
  return (words.length > 0 ? words : runs.filter(({ text }) => /\S/.test(text))).flatMap(writerOf)
}

const writerOf = ({ by }: Run): number[] => (by === undefined ? [] : [by])
