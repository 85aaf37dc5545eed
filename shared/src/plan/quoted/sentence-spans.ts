import { sentenceStarts } from '../rewording/sentence-ends.ts'
import type { YType } from '../yjs-content.ts'
import { lettersOf } from './letters.ts'
import type { Span } from './quote.ts'

/** The sentences of a text with where they stand in its letters: to choose one without marking it. */
export function sentenceSpans(root: YType): readonly (Span & { readonly words: string })[] {
  const { text } = lettersOf(root)
  const spans: (Span & { words: string })[] = []
  let at = 0
  for (const line of text.split('\n')) {
    const ends = [...sentenceStarts(line).filter((start) => start > 0), line.length]
    let from = 0
    for (const to of ends) {
      const words = line.slice(from, to).trim()
      if (words !== '') spans.push({ from: at + from, to: at + to, words })
      from = to
    }
    at += line.length + 1
  }
  return spans
}
