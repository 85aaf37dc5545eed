import { wordsOfSentence } from './sentence-reads.ts'
import type { Sentence } from './sentences.ts'
import { joined, type Stretch } from './stretches.ts'

/** Fewer letters are what anybody may say: nobody can tell whose “Yes.” it is. */
const TELLING = 8

/** What a sentence is known by wherever it stands; null: it is too short to be anybody's. */
export function tellingWords(sentence: Sentence): string | null {
  const words = wordsOfSentence(sentence)
  return (words.match(/[\p{L}\p{N}]/gu) ?? []).length < TELLING ? null : words
}

/** Stretches of which a sentence that goes from one and comes in another is in one: it is moved, or it stays (SPEC TALK-21). */
export function joinMoved(stretches: readonly Stretch[]): Stretch[] {
  const spans = movesIn(stretches)
  const out: Stretch[] = []
  for (let n = 0; n < stretches.length; ) {
    let end = n + 1
    for (let at = n; at < end; at++) end = Math.max(end, (spans.get(at) ?? at) + 1)
    const some = stretches.slice(n, end)
    out.push(some.length > 1 ? joined(some) : (some[0] as Stretch))
    n = end
  }
  return out
}

/** The first and the last stretch of each move. */
function movesIn(stretches: readonly Stretch[]): ReadonlyMap<number, number> {
  const gone = new Map<string, number[]>()
  const come: [string, number][] = []
  for (const [n, { was, becomes, isSame }] of stretches.entries()) {
    if (isSame) continue
    const is = becomes.map(tellingWords)
    for (const words of was.map(tellingWords)) {
      if (words === null) continue
      const stays = is.indexOf(words)
      if (stays >= 0) is.splice(stays, 1)
      else gone.set(words, [...(gone.get(words) ?? []), n])
    }
    for (const words of is) if (words !== null) come.push([words, n])
  }
  const spans = new Map<number, number>()
  for (const [words, n] of come) {
    // Of several that are alike each is one's.
    const from = gone.get(words)?.shift()
    if (from === undefined) continue
    const [first, last] = [Math.min(from, n), Math.max(from, n)]
    spans.set(first, Math.max(spans.get(first) ?? 0, last))
  }
  return spans
}
