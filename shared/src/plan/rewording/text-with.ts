import { stableJson } from '../canonical.ts'
import { type Carried, carriedOver, standing } from './carried.ts'
import { textOfSentences, wordsOfSentences } from './put-together.ts'
import type { SentenceChange } from './sentence-change.ts'
import { apartBy, type Start, startedBy, startOf } from './sentence-reads.ts'
import { type Sentence, sentencesOf, type Wording } from './sentences.ts'

/**
 * A text as it is now with some changes of a suggestion (`changes`: all of it), those that fit. Sentences of the others stay, and all
 * else (SPEC TALK-25).
 */
export function textWith<W extends Wording>(now: W, changes: readonly SentenceChange[], ids: readonly string[]): W
export function textWith(now: Wording, changes: readonly SentenceChange[], ids: readonly string[]): Wording {
  const sentences = sentencesOf(now)
  const then = sentencesWith(sentences, placedOf(changes, ids, sentences))
  return typeof now === 'string' ? wordsOfSentences(then) : textOfSentences(then)
}

/** The chosen changes of a suggestion that fit, with their places. */
export function placedOf(
  changes: readonly SentenceChange[],
  ids: readonly string[],
  now: readonly Sentence[],
): Placed[] {
  const places = carriedOver(changes, standing(now))
  return changes.flatMap((change, n): Placed[] => {
    const place = places[n] as Carried
    return ids.includes(change.id) && place.is === 'fits' ? [{ change, at: place.at, length: place.length }] : []
  })
}

/** A change, and the sentences it takes the place of: `length` of them from `at` on. */
export type Placed = { readonly change: SentenceChange; readonly at: number; readonly length: number }

/** Sentences with changes put in where they are placed, none on the same sentences as another. */
export function sentencesWith(now: readonly Sentence[], placed: readonly Placed[]): Sentence[] {
  const out: Sentence[] = []
  let left: Start | null = null
  // A sentence that is first in its line now starts as the one did that was taken out there.
  const put = (sentence: Sentence) => {
    out.push(left && apartBy(left) > apartBy(startOf(sentence)) ? startedBy(sentence, left) : sentence)
    left = null
  }
  let from = 0
  for (const { change, at, length } of placed.toSorted((a, b) => a.at - b.at || a.length - b.length)) {
    for (const sentence of now.slice(from, at)) put(sentence)
    const gone = now.slice(at, at + length)
    for (const [n, sentence] of change.becomes.entries())
      put(n === 0 ? asItStands(sentence, change, gone[0]) : sentence)
    if (change.becomes.length === 0)
      for (const start of gone.map(startOf)) left = left && apartBy(left) > apartBy(start) ? left : start
    from = at + length
  }
  for (const sentence of now.slice(from)) put(sentence)
  return out
}

/** Words are offered, and not how their line is set out, unless that was changed too: then it stays as it is now. */
function asItStands(sentence: Sentence, { was }: SentenceChange, now: Sentence | undefined): Sentence {
  const [before] = was
  if (!before || !now) return sentence
  const isAlike =
    stableJson([before.opens]) === stableJson([sentence.opens]) &&
    apartBy(startOf(before)) === apartBy(startOf(sentence))
  return isAlike ? startedBy(sentence, startOf(now)) : sentence
}
