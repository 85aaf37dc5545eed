import { carriedOver, standing } from './carried.ts'
import { joinMoved } from './moved.ts'
import { textOfSentences } from './put-together.ts'
import { joinRunningOn } from './running-on.ts'
import type { SentenceChange } from './sentence-change.ts'
import { sentenceKey, startKey, startOf, wordsOfSentence } from './sentence-reads.ts'
import { type Sentence, sentencesOf, type Wording } from './sentences.ts'
import { joined, type Stretch, stretchesOf } from './stretches.ts'
import { type Placed, sentencesWith } from './text-with.ts'

/**
 * What is done to make one text of another, sentence by sentence, each to be accepted or not by itself. Sentences are one change
 * where one without the other would run into others, or could not be told from its like, or is where the other has gone to (SPEC
 * TALK-21). None: both read alike.
 */
export function changesBetween(was: Wording, proposed: Wording): SentenceChange[] {
  const [before, after] = [sentencesOf(was), sentencesOf(proposed)]
  let stretches = settleStarts(joinMoved(stretchesOf(before, after)), before)
  if (!isTooMany(stretches)) stretches = joinRunningOn(stretches)
  if (isTooMany(stretches) || !readsAs(accepted(stretches, before), after)) stretches = allInOne(before, after)
  const text = standing(before)
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const placed = placedIn(stretches, before)
    const changes = placed.map(({ change }) => change)
    const found = carriedOver(changes, text)
    const lost = placed.filter(({ at }, n) => found[n]?.is !== 'fits' || found[n].at !== at)
    if (lost.length === 0) return changes
    stretches = joinedWithNext(stretches, new Set(lost.map(({ stretch }) => stretch)))
  }
  return placedIn([{ was: before, becomes: after, isSame: false }], before).map(({ change }) => change)
}

/** Whether nothing would be done to make one text of another: told in a moment, at each key somebody presses. */
export const readsAlike = (one: Wording, other: Wording): boolean => readsAs(sentencesOf(one), sentencesOf(other))

/** More is another text, and nobody accepts it sentence by sentence. */
const MOST_CHANGES = 200
/** How often like sentences are told apart by more of what is around them. */
const MOST_ROUNDS = 3

const isTooMany = (stretches: readonly Stretch[]): boolean =>
  stretches.filter(({ isSame }) => !isSame).length > MOST_CHANGES

type Change = Placed & { readonly stretch: Stretch }

/** The changes among stretches of a text, with their places in it. */
function placedIn(stretches: readonly Stretch[], before: readonly Sentence[]): Change[] {
  const words = (at: number) => {
    const sentence = before[at]
    return sentence ? wordsOfSentence(sentence) : ''
  }
  const placed: Change[] = []
  let at = 0
  for (const stretch of stretches) {
    const { was, becomes, isSame } = stretch
    const { length } = was
    const id = `c${placed.length + 1}`
    const beside = { before: words(at - 1), after: words(at + length) }
    if (!isSame) placed.push({ stretch, at, length, change: { id, was, becomes, ...beside } })
    at += length
  }
  return placed
}

/** A text with all changes. Cut again: that an entry begins a list shows where it stands. */
const accepted = (stretches: readonly Stretch[], before: readonly Sentence[]): Sentence[] =>
  sentencesOf(textOfSentences(sentencesWith(before, placedIn(stretches, before))))

/** A sentence that starts otherwise than the changes around it leave it is changed too, with what comes or goes beside it. */
function settleStarts(stretches: readonly Stretch[], before: readonly Sentence[]): Stretch[] {
  const put = accepted(stretches, before)
  const out: Stretch[] = []
  let at = 0
  let joinsNext = false
  for (const stretch of stretches) {
    const last = out.at(-1)
    const { becomes } = stretch
    const isWrong = becomes.some((sentence, n) => startKey(startOf(sentence)) !== startsIn(put[at + n]))
    at += becomes.length
    const joinsLast = last && !last.isSame && ((isWrong && isOneSided(last)) || (joinsNext && isOneSided(stretch)))
    if (joinsLast) out[out.length - 1] = joined([last, stretch])
    else out.push(isWrong ? { ...stretch, isSame: false } : stretch)
    joinsNext = isWrong
  }
  return out
}

const startsIn = (sentence: Sentence | undefined): string => (sentence ? startKey(startOf(sentence)) : '')

const isOneSided = ({ was, becomes, isSame }: Stretch): boolean => !isSame && (was.length === 0 || becomes.length === 0)

const reading = (sentence: Sentence): string => startKey(startOf(sentence)) + sentenceKey(sentence)

const readsAs = (a: readonly Sentence[], b: readonly Sentence[]): boolean =>
  a.length === b.length && a.every((sentence, n) => reading(sentence) === reading(b[n] as Sentence))

/** All that differs, from first to last, as one. */
function allInOne(before: readonly Sentence[], after: readonly Sentence[]): Stretch[] {
  const [were, are] = [before.map(reading), after.map(reading)]
  const shorter = Math.min(were.length, are.length)
  let start = 0
  while (start < shorter && were[start] === are[start]) start++
  let end = 0
  while (end < shorter - start && were[were.length - 1 - end] === are[are.length - 1 - end]) end++
  // What is taken out would leave its start to the sentence after it.
  if (end > 0 && after.length - end === start) end--
  const same = (sentence: Sentence): Stretch => ({ was: [sentence], becomes: [sentence], isSame: true })
  return [
    ...before.slice(0, start).map(same),
    { was: before.slice(start, before.length - end), becomes: after.slice(start, after.length - end), isSame: false },
    ...before.slice(before.length - end).map(same),
  ]
}

function joinedWithNext(stretches: readonly Stretch[], some: ReadonlySet<Stretch>): Stretch[] {
  const out: Stretch[] = []
  let joins = false
  for (const [n, stretch] of stretches.entries()) {
    const last = out.at(-1)
    // The last of all has none after it.
    const isLast = n === stretches.length - 1 && some.has(stretch)
    if (last && (joins || isLast)) out[out.length - 1] = joined([last, stretch])
    else out.push(stretch)
    joins = some.has(stretch)
  }
  return out
}
