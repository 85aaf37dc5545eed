import { hunks } from '../hunks.ts'
import { type Pair, pairUp } from '../pair-up.ts'
import { sentenceKey, wordsOfSentence } from './sentence-reads.ts'
import type { Sentence } from './sentences.ts'

/** Sentences of a text that stand next to each other, and what stands in their place in another: the same, or others. */
export type Stretch = {
  readonly was: readonly Sentence[]
  readonly becomes: readonly Sentence[]
  readonly isSame: boolean
}

/** What is further apart is another text: so many steps are more changes than anybody accepts one by one. */
const MOST_STEPS = 600

/** All of two texts in stretches, as short as can be: a sentence became another, or is gone; what came is with a neighbour that changed. */
export function stretchesOf(before: readonly Sentence[], after: readonly Sentence[]): Stretch[] {
  const stretches: Stretch[] = []
  let from = 0
  const sameUpTo = (to: number, ahead: number) => {
    for (; from < to; from++)
      stretches.push({
        was: before.slice(from, from + 1),
        becomes: after.slice(from + ahead, from + ahead + 1),
        isSame: true,
      })
  }
  for (const { at, gone, nowAt, come } of hunks(before.map(sentenceKey), after.map(sentenceKey), MOST_STEPS)) {
    sameUpTo(at, nowAt - at)
    stretches.push(...changed(before.slice(at, at + gone), after.slice(nowAt, nowAt + come)))
    from = at + gone
  }
  sameUpTo(before.length, after.length - before.length)
  return stretches
}

/** Several stretches as one that is changed. */
export const joined = (stretches: readonly Stretch[]): Stretch => ({
  was: stretches.flatMap(({ was }) => was),
  becomes: stretches.flatMap(({ becomes }) => becomes),
  isSame: false,
})

function changed(were: readonly Sentence[], are: readonly Sentence[]): Stretch[] {
  if (were.length + are.length > MOST_STEPS) return [{ was: were, becomes: are, isSame: false }]
  const pairs = pairUp(were.map(asWords), are.map(asWords))
  const stretches = apartFromPairs(pairs).map((some) => ({
    was: some.flatMap(({ was }) => (was === undefined ? [] : were.slice(was, was + 1))),
    becomes: some.flatMap(({ is }) => (is === undefined ? [] : are.slice(is, is + 1))),
    isSame: false,
  }))
  const parts = stretches.flatMap((stretch) =>
    stretch.becomes.length > 0 ? [stretch] : stretch.was.map((sentence) => ({ ...stretch, was: [sentence] })),
  )
  return withWhatCame(parts)
}

const asWords = (sentence: Sentence) => ({ kind: 'sentence', words: wordsOfSentence(sentence) })

/** Each pair by itself, and what is between two of them together. */
function apartFromPairs(pairs: readonly Pair[]): Pair[][] {
  const all: Pair[][] = []
  let alone: Pair[] | null = null
  for (const pair of pairs) {
    if (pair.was !== undefined && pair.is !== undefined) {
      all.push([pair])
      alone = null
    } else if (alone) alone.push(pair)
    else {
      alone = [pair]
      all.push(alone)
    }
  }
  return all
}

/** What came beside something that changed could not be found a place for, once that reads differently. */
function withWhatCame(parts: readonly Stretch[]): Stretch[] {
  const out: Stretch[] = []
  let waiting: Stretch | null = null
  for (const part of parts) {
    const last = out.at(-1)
    if (part.was.length === 0 && last) out[out.length - 1] = joined([last, part])
    else if (part.was.length === 0 && parts.length > 1) waiting = part
    else {
      out.push(waiting ? joined([waiting, part]) : part)
      waiting = null
    }
  }
  return out
}
