import type { Talk } from '@withy/shared/api'
import {
  type AnsweredInShort,
  isAnswered,
  type Suggestion,
  type TalkChanged,
  type TalkPlace,
  type TalkThread,
  threadAfter,
} from '@withy/shared/protocol'

/** What is said at one place of the plan: a box, or an item of a list with all its cells. The same object until it changes. */
export type TalkAt = {
  readonly threads: readonly TalkThread[]
  readonly suggestions: readonly Suggestion[]
  /** Those that were answered and whose words have not been fetched (SPEC TALK-95). */
  readonly answered: readonly AnsweredInShort[]
}
export const NOTHING: TalkAt = { threads: [], suggestions: [], answered: [] }

export type Said = { readonly thread?: TalkThread; readonly suggestion?: Suggestion }

/** By their ids, in the order they were begun. */
type Known = {
  readonly threads: ReadonlyMap<string, TalkThread>
  readonly suggestions: ReadonlyMap<string, Suggestion>
  readonly answered: ReadonlyMap<string, AnsweredInShort>
}

/** What is said about a plan, as far as it is known, and at each place as it was last drawn. A place goes by its key. */
export function createKnownTalk() {
  const threads = new Map<string, TalkThread>()
  const suggestions = new Map<string, Suggestion>()
  const answered = new Map<string, AnsweredInShort>()
  const places = new Map<string, TalkAt>()
  const known: Known = { threads, suggestions, answered }

  /** @returns the places it is said at */
  const take = ({ thread, suggestion }: Said): string[] => {
    if (thread) threads.set(thread.id, thread)
    if (suggestion) suggestions.set(suggestion.id, suggestion)
    if (suggestion) answered.delete(suggestion.id)
    return [thread, suggestion].flatMap((one) => (one ? [keyOf(one.place)] : []))
  }

  return {
    ...known,
    at: (box: string, item: string | null): TalkAt => places.get(placeKey(box, item)) ?? NOTHING,
    take,
    /** The change that follows on what is known; the one it tells of, as it was before, is known too (SPEC TALK-9). */
    takeNext: ({ thread, suggestion }: TalkChanged): string[] =>
      take({
        ...(thread && { thread: threadAfter(threads.get(thread.id), thread) }),
        ...(suggestion && { suggestion }),
      }),
    /** All of it anew. @returns what was known before */
    replace(talk: Talk): Known {
      const before = { threads: new Map(threads), suggestions: new Map(suggestions), answered: new Map(answered) }
      threads.clear()
      suggestions.clear()
      answered.clear()
      for (const each of talk.threads) threads.set(each.id, same(before.threads.get(each.id), each))
      for (const each of talk.suggestions) suggestions.set(each.id, same(before.suggestions.get(each.id), each))
      for (const each of talk.answered) {
        // Nothing becomes of what was answered: where its words are known they stay.
        const known = before.suggestions.get(each.id)
        if (known && isAnswered(known)) suggestions.set(each.id, known)
        else answered.set(each.id, same(before.answered.get(each.id), each))
      }
      return before
    },
    /** Places that something has changed at; all others keep what they have. */
    changedSince: (before: Known): ReadonlySet<string> =>
      new Set(
        [...valuesOf(before), ...valuesOf(known)]
          .filter(
            ({ id }) =>
              before.threads.get(id) !== threads.get(id) ||
              before.suggestions.get(id) !== suggestions.get(id) ||
              before.answered.get(id) !== answered.get(id),
          )
          .map(({ place }) => keyOf(place)),
      ),
    /** Draws these places anew. @returns all there is */
    draw(keys: Iterable<string>): TalkAt {
      const now = {
        threads: [...threads.values()],
        suggestions: [...suggestions.values()],
        answered: [...answered.values()],
      }
      for (const key of keys) {
        places.set(key, {
          threads: now.threads.filter(({ place }) => keyOf(place) === key),
          suggestions: now.suggestions.filter(({ place }) => keyOf(place) === key),
          answered: now.answered.filter(({ place }) => keyOf(place) === key),
        })
      }
      return now
    },
  }
}

const placeKey = (box: string, item: string | null): string => `${box}\n${item ?? ''}`
const keyOf = ({ box, item }: TalkPlace): string => placeKey(box, item)

const valuesOf = ({ threads, suggestions, answered }: Known) => [
  ...threads.values(),
  ...suggestions.values(),
  ...answered.values(),
]

/** The one that is known where the other says the same: what is drawn from it stays. */
const same = <T>(known: T | undefined, came: T): T =>
  known !== undefined && JSON.stringify(known) === JSON.stringify(came) ? known : came
