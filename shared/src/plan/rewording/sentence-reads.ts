import { stableJson } from '../canonical.ts'
import { hasWords } from '../plain-words.ts'
import type { Run } from '../plan.ts'
import { tidyRuns } from '../runs.ts'
import { type LineStart, type Sentence, wordsOfRuns } from './sentences.ts'

// What two sentences are compared by. How much space stands between them makes no difference to anybody.

/** A sentence as it reads, without the space around it. */
export const wordsOfSentence = ({ runs }: Sentence): string => wordsOfRuns(runs).trim()

/** What two sentences have in common that read and look the same, wherever they stand and whoever wrote them. */
export function sentenceKey(sentence: Sentence): string {
  const known = keys.get(sentence)
  if (known !== undefined) return known
  const unsigned = sentence.runs.map(({ by, ...run }) => run)
  const key = stableJson(tidyRuns(trimmedAtEnd(trimmedAtStart(unsigned))))
  keys.set(sentence, key)
  return key
}

/** A long text is compared several times over. */
const keys = new WeakMap<Sentence, string>()

/** Where a sentence starts: a line, or so much space after the one before it. */
export type Start = { readonly opens: LineStart | null; readonly space: string }

export const startOf = ({ opens, runs }: Sentence): Start => ({
  opens,
  space: wordsOfRuns(runs).match(/^\s*/)?.[0] ?? '',
})

/** How much a start keeps apart: nothing, a space, a line break, a line of its own. */
export function apartBy({ opens, space }: Start): number {
  if (opens) return 3
  return space.includes('\n') ? 2 : Math.sign(space.length)
}

/** What two starts have in common that look the same. */
export const startKey = (start: Start): string => stableJson([start.opens, start.opens ? 0 : apartBy(start)])

/** How a sentence starts, to be compared by. */
export function startKeyOf(sentence: Sentence): string {
  const known = startKeys.get(sentence)
  if (known !== undefined) return known
  const key = startKey(startOf(sentence))
  startKeys.set(sentence, key)
  return key
}

const startKeys = new WeakMap<Sentence, string>()

/** A sentence at another start. */
export function startedBy(sentence: Sentence, { opens, space }: Start): Sentence {
  if (space === startOf(sentence).space) return { ...sentence, opens }
  return { ...sentence, opens, runs: tidyRuns([{ text: space }, ...trimmedAtStart(sentence.runs)]) }
}

const isWritten = ({ text }: Run): boolean => hasWords(text)

function trimmedAtStart(runs: readonly Run[]): Run[] {
  const written = runs.slice(runs.findIndex(isWritten))
  return written.map((run, n) => (n === 0 ? { ...run, text: run.text.trimStart() } : run))
}

function trimmedAtEnd(runs: readonly Run[]): Run[] {
  const written = runs.slice(0, runs.findLastIndex(isWritten) + 1)
  return written.map((run, n) => (n === written.length - 1 ? { ...run, text: run.text.trimEnd() } : run))
}
