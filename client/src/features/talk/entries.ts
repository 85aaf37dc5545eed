import {
  type AnsweredInShort,
  isThreadOpen,
  putBacksOf,
  type Suggestion,
  type TalkPlace,
  type TalkThread,
} from '@withy/shared/protocol'
import type { Waiting } from './waiting.ts'

/** One thread or suggestion in the list of all that is said. */
export type Entry = {
  readonly id: string
  readonly place: TalkPlace
  readonly said: TalkThread | Suggestion | AnsweredInShort
  /** It is settled, or decided. */
  readonly isOver: boolean
  /** Who said something in it, and whom it is for. */
  readonly people: ReadonlySet<string>
  /** Why it waits for whoever looks at it. */
  readonly waits: Waiting | null
}

/** What somebody wants to see of the list; null: all. */
export type Wanted = {
  readonly which: 'all' | 'open' | 'waiting'
  readonly section: string | null
  readonly person: string | null
}

export const EVERYTHING: Wanted = { which: 'all', section: null, person: null }

type Said = {
  readonly threads: readonly TalkThread[]
  readonly suggestions: readonly Suggestion[]
  readonly answered: readonly AnsweredInShort[]
}

/** All that is said, with what waits: threads, then suggestions, as they were begun. That earlier words were put back asks nobody anything. */
export function entriesOf({ threads, suggestions, answered }: Said, waiting: readonly Waiting[]): readonly Entry[] {
  const waits = new Map(waiting.map((each) => ['thread' in each ? each.thread.id : each.suggestion.id, each]))
  const backs = putBacksOf(suggestions)
  return [
    ...threads.map((thread) => ({
      ...{ id: thread.id, place: thread.place, said: thread },
      isOver: !isThreadOpen(thread),
      people: new Set(thread.comments.flatMap(({ by, mentions }) => [...(by === null ? [] : [by]), ...mentions])),
      waits: waits.get(thread.id) ?? null,
    })),
    ...suggestions
      .filter(({ id }) => !backs.has(id))
      .map((suggestion) => ({
        ...{ id: suggestion.id, place: suggestion.place, said: suggestion },
        isOver: suggestion.changes.every(({ fate }) => fate !== null),
        people: new Set([suggestion.by, ...suggestion.changes.flatMap(({ needs }) => needs)]),
        waits: waits.get(suggestion.id) ?? null,
      })),
    ...answered
      .filter(({ isBack }) => !isBack)
      .map((short) => ({
        ...{ id: short.id, place: short.place, said: short, isOver: true, waits: null },
        people: new Set([short.by, ...short.people]),
      })),
  ]
}

/** Whether somebody wants to see an entry that stands in this section. */
export const isWanted = (entry: Entry, inSection: string, { which, section, person }: Wanted): boolean =>
  (which === 'all' || (which === 'open' ? !entry.isOver : entry.waits !== null)) &&
  (section === null || section === inSection) &&
  (person === null || entry.people.has(person))
