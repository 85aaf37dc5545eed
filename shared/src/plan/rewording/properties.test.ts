import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { anyRichText } from '../../testing/any-plan.ts'
import {
  type Block,
  carried,
  changesBetween,
  type RichText,
  readsAlike,
  type Sentence,
  type SentenceChange,
  sentencesOf,
  textWith,
  type Wording,
} from '../index.ts'
import { countsOf, wordsIn } from '../words-in-text.ts'
import { apartBy, sentenceKey, startKey, startOf, wordsOfSentence } from './sentence-reads.ts'

/** How a text reads, but for how much space is between its sentences. */
const reads = (text: Wording): string[] =>
  sentencesOf(text).map((sentence) => startKey(startOf(sentence)) + sentenceKey(sentence))

/** The same, but for whether points that stand next to each other are one list, or one point of it. */
const readsInLines = (text: Wording): unknown[] =>
  sentencesOf(text).map((sentence) => {
    const { opens, space } = startOf(sentence)
    const { is, level, depth, lang, dir } = opens ?? {}
    return [sentenceKey(sentence), opens ? [depth ? 'point' : is, level, depth, lang, dir] : apartBy({ opens, space })]
  })

/** How often each word stands in sentences. */
const wordCounts = (sentences: readonly Sentence[]) =>
  countsOf(sentences.flatMap((sentence) => wordsIn(wordsOfSentence(sentence))))

function summed(all: readonly (readonly [ReadonlyMap<string, number>, 1 | -1])[]): [string, number][] {
  const sum = new Map<string, number>()
  for (const [counts, sign] of all) for (const [word, n] of counts) sum.set(word, (sum.get(word) ?? 0) + sign * n)
  return [...sum].filter(([, n]) => n !== 0).toSorted(([a], [b]) => (a < b ? -1 : 1))
}

const idsOf = (changes: readonly SentenceChange[]) => changes.map(({ id }) => id)

/** Sentences of few words, so that many are alike, some with no stop, in lines of all kinds. */
const anySentence = fc
  .tuple(
    fc.constantFrom('Tea is good', 'I like tea', 'Mum', 'No', '你好', 'Dr. A'),
    fc.constantFrom('.', '.', '!', '', '。'),
    fc.constantFrom(' ', ' ', '  ', '\n'),
  )
  .map((parts) => parts.join(''))
const anyLine = fc
  .array(anySentence, { minLength: 1, maxLength: 4 })
  .map((sentences) => [{ text: sentences.join('').trim() }])
const anyBlock: fc.Arbitrary<Block> = fc.oneof(
  anyLine.map((runs): Block => ({ type: 'paragraph', runs })),
  anyLine.map((runs): Block => ({ type: 'heading', level: 2, runs })),
  fc
    .array(anyLine, { minLength: 1, maxLength: 3 })
    .map((items): Block => ({ type: 'bullets', items: items.map((runs) => [{ type: 'paragraph', runs }]) })),
)
const anyLikeText: fc.Arbitrary<RichText> = fc.array(anyBlock, { maxLength: 4 })
const anyCell = fc.array(anySentence, { maxLength: 6 }).map((sentences) => sentences.join('').trim())

/** Two wordings of one text. */
const anyTwo: fc.Arbitrary<readonly [Wording, Wording]> = fc.oneof(
  fc.tuple(anyLikeText, anyLikeText),
  fc.tuple(anyCell, anyCell),
  fc.tuple(anyRichText, anyRichText),
)
const anyThree = fc.oneof(fc.tuple(anyLikeText, anyLikeText, anyLikeText), fc.tuple(anyCell, anyCell, anyCell))
const RUNS = { numRuns: 150, seed: 2214 }

describe('other words for any text', () => {
  it('[TALK-23] all accepted it reads as was suggested, none as it did', () => {
    fc.assert(
      fc.property(anyTwo, ([was, proposed]) => {
        const changes = changesBetween(was, proposed)
        expect(reads(textWith(was, changes, idsOf(changes)))).toEqual(reads(proposed))
        expect(reads(textWith(was, changes, []))).toEqual(reads(was))
        expect(changesBetween(was, was)).toEqual([])
        expect(readsAlike(was, proposed)).toBe(changes.length === 0)
      }),
      RUNS,
    )
  })

  it('[TALK-21] accepted one after the other in any order it reads as accepted together', () => {
    fc.assert(
      fc.property(anyTwo, fc.infiniteStream(fc.nat(100)), ([was, proposed], chance) => {
        const changes = changesBetween(was, proposed)
        const order = idsOf(changes)
          .map((id) => [chance.next().value as number, id] as const)
          .toSorted(([a], [b]) => a - b)
          .slice(0, (chance.next().value as number) % (changes.length + 1))
        let now = was
        let left = changes
        for (const [, id] of order) {
          now = textWith(now, left, [id])
          left = left.map((change) => (change.id === id ? { ...change, fate: { is: 'accepted' } } : change))
        }
        expect(readsInLines(now)).toEqual(
          readsInLines(
            textWith(
              was,
              changes,
              order.map(([, id]) => id),
            ),
          ),
        )
      }),
      RUNS,
    )
  })

  it('[TALK-25] over a text that others changed, takes out what it rewords and not one word more', () => {
    let fitted = 0
    fc.assert(
      fc.property(
        anyThree,
        fc.array(fc.boolean(), { minLength: 8, maxLength: 8 }),
        ([was, proposed, other], chosen) => {
          const some = (changes: readonly SentenceChange[]) =>
            idsOf(changes).filter((_, n) => chosen[n % chosen.length])
          const others = changesBetween(was, other)
          const now = textWith(was, others, some(others))
          const changes = changesBetween(was, proposed)
          const ids = some(changes)
          const places = carried(changes, now)
          const fit = changes.filter(({ id }, n) => ids.includes(id) && places[n]?.is === 'fits')
          fitted += fit.length
          const then = textWith(now, changes, ids)
          expect(summed([[wordCounts(sentencesOf(then)), 1]])).toEqual(
            summed([
              [wordCounts(sentencesOf(now)), 1],
              ...fit.map(({ was }) => [wordCounts(was), -1] as const),
              ...fit.map(({ becomes }) => [wordCounts(becomes), 1] as const),
            ]),
          )
        },
      ),
      RUNS,
    )
    expect(fitted).toBeGreaterThan(RUNS.numRuns / 8)
  })

  it('[TALK-24] no sentence is two changes’, whatever the text reads like now', () => {
    fc.assert(
      fc.property(anyThree, ([was, proposed, now]) => {
        const spans = carried(changesBetween(was, proposed), now).filter(({ is }) => is === 'fits')
        const sentences = spans.flatMap(({ at, length }) => Array.from({ length }, (_, n) => (at ?? 0) + n))
        expect(new Set(sentences).size).toBe(sentences.length)
      }),
      RUNS,
    )
  })
})
