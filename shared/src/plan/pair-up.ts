import { countsOf, wordsIn } from './words-in-text.ts'

/** Something that may have become another of its kind. `kind`: null where it can become nothing. */
export type WithWords = { readonly kind: string | null; readonly words: string }

/** Places in two rows: what was and what it became, or one of them alone. */
export type Pair = { readonly was?: number; readonly is?: number }

/** What moved further than so many places in a stretch counts as gone and come: looking further would take long. */
const REACH = 40

/**
 * Finds for each thing of a row what it became in another, if anything: in order, of one kind, and so that the most words stay.
 * In reading order.
 */
export function pairUp(were: readonly WithWords[], are: readonly WithWords[]): Pair[] {
  const counted = (row: readonly WithWords[]) => row.map(({ words }) => countsOf(wordsIn(words)))
  const [counts, others] = [counted(were), counted(are)]
  const inCommon = (was: number, is: number) =>
    Math.abs(was - is) <= REACH && were[was]?.kind !== null && were[was]?.kind === are[is]?.kind
      ? shared(counts[was] ?? NONE, others[is] ?? NONE)
      : 0
  // The most letters that can stay from two places on, for places within reach of each other: all of a long text against all of
  // another would fill the memory of a phone.
  const most = Array.from({ length: were.length + 1 }, () => new Uint32Array(2 * REACH + 1))
  const at = (was: number, is: number) => {
    // Places further apart stay alone until they are within reach again.
    const [from, to] = [Math.max(was, is - REACH), Math.max(is, was - REACH)]
    return most[from]?.[to - from + REACH] ?? 0
  }
  const paired = (was: number, is: number) => {
    const common = inCommon(was, is)
    return common > 0 ? common + at(was + 1, is + 1) : 0
  }
  for (let was = were.length - 1; was >= 0; was--)
    for (let is = Math.min(are.length - 1, was + REACH); is >= Math.max(0, was - REACH); is--)
      (most[was] as Uint32Array)[is - was + REACH] = Math.max(paired(was, is), at(was + 1, is), at(was, is + 1))

  const pairs: Pair[] = []
  let [was, is] = [0, 0]
  while (was < were.length || is < are.length) {
    const best = at(was, is)
    if (best > 0 && best === paired(was, is)) pairs.push({ was: was++, is: is++ })
    else if (was < were.length && (is === are.length || best === at(was + 1, is))) pairs.push({ was: was++ })
    else pairs.push({ is: is++ })
  }
  return pairs
}

type Counts = ReadonlyMap<string, number>
const NONE: Counts = new Map()

/** How many letters are in words that both have. */
function shared(a: Counts, b: Counts): number {
  let letters = 0
  for (const [word, count] of a) letters += word.length * Math.min(count, b.get(word) ?? 0)
  return letters
}
