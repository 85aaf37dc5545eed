/** The most letters that are given to a voice at once: browsers fall silent in the middle of longer ones. */
export const MOST = 200

/** Where a sentence, or a part of a long one, begins and ends in a text. */
export type Span = { readonly start: number; readonly end: number }

/** A text in sentences, those of more than MOST letters in parts that end between words (SPEC A11Y-87). White space alone is none. */
export function sentencesIn(text: string, lang: string): readonly Span[] {
  return sentenceSpans(text, lang)
    .flatMap((span) => inParts(text, span))
    .filter(({ start, end }) => text.slice(start, end).trim() !== '')
}

function sentenceSpans(text: string, lang: string): readonly Span[] {
  // Browsers from before 2024 have no segmenter.
  if (!('Segmenter' in Intl)) {
    return [...text.matchAll(/[^.!?…]+[.!?…]*\s*/g)].map(({ 0: words, index }) => ({
      start: index,
      end: index + words.length,
    }))
  }
  const segments = segmenterOf(lang).segment(text)
  return [...segments].map(({ segment, index }) => ({ start: index, end: index + segment.length }))
}

function segmenterOf(lang: string): Intl.Segmenter {
  try {
    return new Intl.Segmenter(lang, { granularity: 'sentence' })
  } catch {
    // A tag that browsers cannot take apart, as a file may have brought one.
    return new Intl.Segmenter(undefined, { granularity: 'sentence' })
  }
}

function inParts(text: string, { start, end }: Span): readonly Span[] {
  const parts: Span[] = []
  let from = start
  while (end - from > MOST) {
    const words = text.slice(from, from + MOST)
    const between = Math.max(words.lastIndexOf(' '), words.lastIndexOf('\n')) + 1
    const to = from + (between > 0 ? between : MOST)
    parts.push({ start: from, end: to })
    from = to
  }
  return [...parts, { start: from, end }]
}
