import type { Run } from '@withy/shared/plan'

/** Some words after each other by the same writer; -1: nobody knows who. */
export type Span = { readonly text: string; readonly by: number }

/**
 * A text by who wrote its words. A word is whose most of its letters are: who mended a letter is not its writer. What stands
 * between words goes with the one before.
 */
export function spansOf(runs: readonly Run[]): Span[] {
  const text = runs.map((run) => run.text).join('')
  const letters = runs.flatMap((run) => new Array<number>(run.text.length).fill(run.by ?? -1))
  const spans: { text: string; by: number }[] = []
  for (const { 0: word, index } of text.matchAll(/\s*\S+\s*/gu)) {
    const by = mostOf(letters.slice(index, index + word.length).filter((_, i) => /\S/.test(word[i] ?? '')))
    const last = spans.at(-1)
    if (last && last.by === by) last.text += word
    else spans.push({ text: word, by })
  }
  return spans
}

/** The one that is there most often; of several the first. */
function mostOf(numbers: readonly number[]): number {
  const counts = new Map<number, number>()
  for (const one of numbers) counts.set(one, (counts.get(one) ?? 0) + 1)
  return [...counts].reduce((best, each) => (each[1] > best[1] ? each : best), [-1, 0])[0]
}
