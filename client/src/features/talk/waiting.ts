import type { Action } from '@withy/shared/access'
import {
  isThreadOpen,
  type SuggestedChange,
  type Suggestion,
  type TalkComment,
  type TalkThread,
} from '@withy/shared/protocol'

/** Something that waits for one person to answer it. */
export type Waiting =
  | {
      /** A comment meant for them; an answer to what they said; words nobody has explained, to whoever writes. */
      readonly why: 'for-me' | 'answered' | 'meaning'
      readonly thread: TalkThread
      /** Whose words they are. null: nobody is told. */
      readonly by: string | null
    }
  | {
      /** Other words for theirs; other words that whoever writes may decide about. */
      readonly why: 'my-words' | 'decide'
      readonly suggestion: Suggestion
      readonly changes: readonly SuggestedChange[]
      readonly by: string
    }

type Said = {
  readonly threads: readonly TalkThread[]
  readonly suggestions: readonly Suggestion[]
  /** Threads of the asker's that have no name. */
  readonly mine: ReadonlySet<string>
}

type Asker = {
  readonly me: string
  readonly may: (action: Action) => boolean
  /** Whether the plan explains these words already. */
  readonly isExplained: (words: string) => boolean
}

/** What waits for one person, threads before suggestions, in the order in which they are given (SPEC TALK-70). */
export function waitingFor({ threads, suggestions, mine }: Said, asker: Asker): readonly Waiting[] {
  return [
    ...threads.flatMap((thread) => inThread(thread, mine.has(thread.id), asker) ?? []),
    ...suggestions.flatMap((suggestion) => inSuggestion(suggestion, asker) ?? []),
  ]
}

function inThread(thread: TalkThread, asked: boolean, { me, may, isExplained }: Asker): Waiting | null {
  if (!isThreadOpen(thread)) return null
  const isMine = ({ by }: TalkComment) => by === me || (by === null && asked)
  const since = thread.comments.slice(thread.comments.findLastIndex(isMine) + 1).filter(({ words }) => words !== null)
  const forMe = since.findLast(({ mentions }) => mentions.includes(me))
  if (forMe) return { why: 'for-me', thread, by: forMe.by }
  const [first] = thread.comments
  const answer = since.at(-1)
  if (first && answer && isMine(first)) return { why: 'answered', thread, by: answer.by }
  const isUnexplained = thread.kind === 'meaning' && !asked && may('write')
  return isUnexplained && !isExplained(thread.place.words?.quote ?? '') ? { why: 'meaning', thread, by: null } : null
}

function inSuggestion(suggestion: Suggestion, { me, may }: Asker): Waiting | null {
  const { by } = suggestion
  const open = suggestion.changes.filter(({ fate }) => fate === null)
  const mine = open.filter(({ needs, yes }) => needs.includes(me) && !yes.includes(me))
  if (mine.length > 0) return { why: 'my-words', suggestion, changes: mine, by }
  const free = by === me || !may('write') ? [] : open.filter(({ needs }) => needs.length === 0)
  return free.length > 0 ? { why: 'decide', suggestion, changes: free, by } : null
}
