import type { RichText, Run } from '../plan.ts'
import { isWord } from '../words-in-text.ts'
import { carriedOver, standing } from './carried.ts'
import type { SentenceChange } from './sentence-change.ts'
import { type Sentence, sentencesOf } from './sentences.ts'

/**
 * Who wrote words that changes of a suggestion reword, by number, of each change that fits (SPEC TALK-26).
 * @param changes all of the suggestion
 * @param signed the text as it is now, its runs signed; a cell as one paragraph of its signed words
 */
export function wordsOwned(
  changes: readonly SentenceChange[],
  signed: RichText,
): ReadonlyMap<string, readonly number[]> {
  const now = sentencesOf(signed)
  return new Map(
    carriedOver(changes, standing(now)).flatMap(({ id, is, at, length }) =>
      is === 'fits' ? [[id, [...new Set(now.slice(at, at + length).flatMap(writersOf))]]] : [],
    ),
  )
}

/** Who put a full stop after somebody's words has none of them; where there are only signs, they are the words. */
function writersOf({ runs }: Sentence): number[] {
  const words = runs.filter(({ text }) => isWord(text))
  return (words.length > 0 ? words : runs.filter(({ text }) => /\S/.test(text))).flatMap(writerOf)
}

const writerOf = ({ by }: Run): number[] => (by === undefined ? [] : [by])
