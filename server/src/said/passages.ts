import type { MoreSaid, SaidPassage } from '@withy/shared/api'
import type { SaidThere } from '../versions/said-in.ts'

/** So many passages are told to one page: it asks again and again while somebody types. */
const MOST_TOLD = 300
/** So many letters of a passage are told: enough to know it by. */
const MOST_LETTERS = 120

type Told = { said: SaidPassage[]; more: MoreSaid[] }

/** Each with an id that no other of them has, and that stays while others come after it (SPEC SYNC-167). */
export function withIds(all: readonly SaidThere[]): readonly (SaidPassage & Pick<SaidThere, 'clocks'>)[] {
  const seen = new Map<string, number>()
  return all.map((there) => {
    const first = firstLetter(there)
    // Letters that were moved are known by their first place: two lines can begin with the same.
    const before = seen.get(first) ?? 0
    seen.set(first, before + 1)
    return { id: before === 0 ? first : `${first}.${before}`, ...there, words: cut(there.words) }
  })
}

/** What one person is told: what they are said to have said before what others are; of what is too much, how much it is in each box (SPEC SYNC-168). */
export function toldTo(me: string, all: readonly SaidThere[]): Told {
  const passages = withIds(all)
  const mine = passages.filter((one) => one.for === me)
  const chosen = new Set([...mine, ...passages.filter((one) => one.for !== me)].slice(0, MOST_TOLD))
  const left = Map.groupBy(
    passages.filter((one) => !chosen.has(one)),
    ({ box }) => box,
  )
  return {
    said: passages.filter((one) => chosen.has(one)).map(({ clocks, ...passage }) => passage),
    more: Array.from(left, ([box, those]) => ({ box, count: those.length })),
  }
}

/** By which words are known: their first letter. */
export const firstLetter = ({ clocks: [first] }: Pick<SaidThere, 'clocks'>): string => `${first?.client}.${first?.from}`

const cut = (words: string): string =>
  words.length > MOST_LETTERS ? `${words.slice(0, MOST_LETTERS).toWellFormed()}…` : words
