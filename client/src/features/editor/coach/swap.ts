/** Words that could be kinder or plainer, with what could stand in their place. */
export type Swap = {
  readonly kind: 'kinder' | 'plainer'
  /** As it is looked for: whole words, in any case. */
  readonly from: string
  /** One to choose, or several. */
  readonly to: readonly string[]
}

/** A list as it is written down: words, and what could stand for them, several with a bar between. */
export type WrittenSwaps = Readonly<Record<Swap['kind'], Readonly<Record<string, string>>>>

/** A place in a text where a swap could be made. */
export type Found = { readonly at: number; readonly words: string; readonly swap: Swap }

/** The swaps of a list, but those somebody does not want to be shown again. */
export const swapsOf = (list: WrittenSwaps, never: ReadonlySet<string>): readonly Swap[] =>
  (['kinder', 'plainer'] as const).flatMap((kind) =>
    Object.entries(list[kind])
      .filter(([from]) => !never.has(from))
      .map(([from, to]) => ({ kind, from, to: to.split('|') })),
  )

/**
 * Finds swaps in the words of one paragraph: whole, in any case, the longest first, and none in what is quoted or what
 * somebody says of themselves: such words are kept as they were said (SPEC A11Y-128).
 */
export function finderOf(swaps: readonly Swap[]): (text: string) => readonly Found[] {
  const byWords = new Map(swaps.map((swap) => [small(swap.from), swap]))
  const longestFirst = [...byWords.keys()].toSorted((a, b) => b.length - a.length).map(literally)
  if (longestFirst.length === 0) return () => []
  const pattern = new RegExp(`(?<![\\p{L}\\p{N}])(?:${longestFirst.join('|')})(?![\\p{L}\\p{N}])`, 'giu')
  return (text) => {
    const theirs = [...quotedIn(text), ...ownVoiceIn(text)]
    return [...straight(text).matchAll(pattern)].flatMap(({ 0: words, index }) => {
      const swap = byWords.get(small(words))
      const isTheirs = theirs.some(({ from, to }) => index < to && index + words.length > from)
      return swap && !isTheirs ? [{ at: index, words: text.slice(index, index + words.length), swap }] : []
    })
  }
}

/** What a swap puts in, with a capital where there was one. */
export const asIn = (words: string, to: string): string =>
  /^\p{Lu}/u.test(words) && !/^\p{Lu}{2}/u.test(words) ? `${to.slice(0, 1).toUpperCase()}${to.slice(1)}` : to

type Span = { readonly from: number; readonly to: number }

const spans = (text: string, pattern: RegExp): Span[] =>
  [...text.matchAll(pattern)].map(({ 0: all, index }) => ({ from: index, to: index + all.length }))

/** Between quotation marks; one that is not closed yet goes to the end. */
const quotedIn = (text: string): Span[] => [
  ...spans(text, /“[^”]*(?:”|$)|"[^"]*(?:"|$)|«[^»]*(?:»|$)/gu),
  ...spans(text, /(?<![\p{L}\p{N}])[‘'](?:[^’']|[’'](?=\p{L}))*[’'](?!\p{L})/gu),
]

/** Sentences in which somebody says I, in English or Welsh. */
const ownVoiceIn = (text: string): Span[] =>
  spans(text, /[^.!?\n]+[.!?\n]*/gu).filter(({ from, to }) =>
    /(?<![\p{L}’'])(?:I|[Mm]e|[Mm]y|[Mm]ine|[Mm]yself|[Ff]i|[Ff]y|[Rr]wy|[Rr]ydw i|[Dd]w i)(?!\p{L})/u.test(
      text.slice(from, to),
    ),
  )

const straight = (text: string): string => text.replaceAll('’', "'")
const small = (text: string): string => straight(text).toLowerCase()
const literally = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
