import { sentenceStarts } from './sentence-ends.ts'
import { apartBy, type Start, startedBy, startKey, startOf, wordsOfSentence } from './sentence-reads.ts'
import { type Sentence, wordsOfRuns } from './sentences.ts'
import { joined, type Stretch } from './stretches.ts'

/** Stretches of which any may be accepted without the others: where two sentences would become one then, they are one stretch. */
export function joinRunningOn(stretches: readonly Stretch[]): Stretch[] {
  const out = [...stretches]
  for (let n = 0; n < out.length; ) {
    const last = runsInto(out, n)
    if (last === null) n++
    else out.splice(n, last - n + 1, joined(out.slice(n, last + 1)))
  }
  return out
}

/** What runs on at all runs into one of the first that stand after it, however many are taken out. */
const REACH = 10

/** The stretch that what ends one may run into; null where there is none. */
function runsInto(stretches: readonly Stretch[], from: number): number | null {
  const one = stretches[from] as Stretch
  const next = stretches[from + 1]
  if (next && !one.isSame && goesOnInList(next)) return from + 1
  const ends = [one.was.at(-1), one.becomes.at(-1)].filter((sentence) => sentence !== undefined)
  let left: Start | null = null
  for (let n = from + 1; n < Math.min(stretches.length, from + REACH); n++) {
    const { was, becomes, isSame } = stretches[n] as Stretch
    if (one.isSame && isSame) return null
    const starts = [was[0], becomes[0]].filter((sentence) => sentence !== undefined)
    if (ends.some((end) => starts.some((start) => runsOn(end, start, left)))) return n
    if (was.length > 0 && becomes.length > 0) return null
    // What is taken out leaves its start to what stands after it.
    for (const start of was.map(startOf)) left = left && apartBy(left) > apartBy(start) ? left : start
  }
  return null
}

/** Whether it begins in a list, and did not: if what stands before it comes later, it would have begun a list of its own. */
function goesOnInList({ was: [before], becomes: [after], isSame }: Stretch): boolean {
  const inList = after?.opens?.lists?.some(({ begins }) => begins !== 'list')
  return !isSame && inList === true && !(before && startKey(startOf(before)) === startKey(startOf(after as Sentence)))
}

function runsOn(end: Sentence, next: Sentence, left: Start | null): boolean {
  const own = startOf(next)
  const start = left && apartBy(left) > apartBy(own) ? left : own
  if (start.opens) return false
  const words = wordsOfSentence(end)
  const starts = sentenceStarts(words + wordsOfRuns(startedBy(next, start).runs))
  return starts.length !== 1 || starts[0] !== words.length
}
