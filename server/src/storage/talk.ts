import type { Explained } from '@withy/shared/plan'
import type { TalkPlace } from '@withy/shared/protocol'

/** A comment as it is kept: with whose it is, also where nobody is told. `words` null: removed. Times in ms. */
export type CommentRow = {
  readonly id: string
  readonly person: string
  readonly at: number
  readonly words: string | null
  readonly mentions: readonly string[]
  readonly editedAt: number | null
}

export type ThreadRow = {
  readonly id: string
  readonly kind: 'comment' | 'meaning'
  readonly place: TalkPlace
  readonly settled: { readonly by: string; readonly at: number } | null
  /** As they came; the first is whoever began it. */
  readonly comments: readonly CommentRow[]
}

/** What becomes of a thread. */
export type ThreadChange = {
  /** It begins with this; its `comments` are put. */
  readonly begins?: ThreadRow
  /** Put, or in the place of the one with its id. */
  readonly comment?: CommentRow
  readonly settled?: ThreadRow['settled']
  /** Put into the words the plan explains; `most`: how many it has at most. Where that cannot be, nothing of the change is kept. */
  readonly explained?: { readonly word: Explained; readonly most: number }
}

/** What a change of a thread is decided on. Throwing undoes everything; null changes nothing. */
export type DecideThread = (now: {
  readonly thread: ThreadRow | null
  /** How many comments the plan has, without those that were removed. */
  readonly comments: number
  /** How many of a person's are in the plan, with those that were removed. */
  readonly commentsOf: (person: string) => number
}) => ThreadChange | null

/** A thread after a change. `seq` null: nothing was changed. `changed`: ids of its comments that were. */
export type ThreadAfter = {
  readonly thread: ThreadRow
  readonly seq: number | null
  readonly changed: readonly string[]
}

/** What talk about a plan needs of storage. */
export interface TalkStore {
  /** How often anything that is said about a plan has changed. */
  talkSeqOf(plan: string): Promise<number>
  /** Every thread of a plan, in the order they began. Nothing in it is older than `seq`; it may be newer. */
  talkOf(plan: string): Promise<{ readonly seq: number; readonly threads: readonly ThreadRow[] }>
  /**
   * Reads a thread, lets `decide` say what becomes of it, and keeps that: ONE transaction. Where a word cannot be explained it says
   * which way (`there`, `full`), and nothing is kept.
   */
  changeThread(plan: string, thread: string, decide: DecideThread): Promise<ThreadAfter | 'there' | 'full'>
}
