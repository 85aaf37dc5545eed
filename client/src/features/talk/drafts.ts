import type { TalkPlace } from '@withy/shared/protocol'
import { useCallback, useSyncExternalStore } from 'react'
import { madeId } from '../../api/made-id.ts'
import { createTabShelf } from '../../live/tab-shelf.ts'

/** A comment that is being written, and is not there yet. */
export type TalkDraft = {
  /** Of the thread it begins, and of the comment: the same each time it is sent, so that an answer that was lost makes nothing twice. */
  readonly thread: string
  readonly comment: string
  readonly words: string
  readonly mentions: readonly string[]
  readonly kind: 'comment' | 'meaning'
  /** What it is about, where it begins a thread. */
  readonly about: TalkPlace | null
  /** It was sent without a connection, and goes as soon as there is one. */
  readonly waits: boolean
  /** Why the server did not take it. */
  readonly trouble: string | null
}

const isDraft = (said: unknown): said is TalkDraft =>
  typeof said === 'object' && said !== null && 'words' in said && typeof said.words === 'string' && 'comment' in said

/** Drafts by plan and by where they are written: they outlive what they are written in, and a page that is loaded anew (SPEC TALK-44). */
const shelf = createTabShelf('talk', isDraft)
export const draftsOf = shelf.all
export const putDraft = shelf.put
export const onDrafts = shelf.onChange

/** Where a comment is written: a new one at a place, an answer in a thread, or one's own words anew. */
export const newPlace = (box: string, item: string | null): string => `new/${box}/${item ?? ''}`
/** A question about words there. */
export const askPlace = (box: string, item: string | null): string => `${newPlace(box, item)}/ask`
export const answerPlace = (thread: string): string => `answer/${thread}`
export const explainPlace = (thread: string): string => `explain/${thread}`
export const editPlace = (thread: string, comment: string): string => `edit/${thread}/${comment}`

type First = Partial<Pick<TalkDraft, 'words' | 'mentions' | 'about' | 'thread' | 'comment'>>

/** The draft at a place; null: none was begun. */
export const useDraft = (plan: string, place: string): TalkDraft | null =>
  useSyncExternalStore(onDrafts, () => draftsOf(plan)[place] ?? null)

/** @returns how to change the draft at a place, beginning with `first` where there is none */
export function useWriteDraft(plan: string, place: string, first: First) {
  return useCallback(
    (change: Partial<TalkDraft>) => {
      const before = draftsOf(plan)[place] ?? { ...NEW, thread: madeId(), comment: madeId(), ...first }
      putDraft(plan, place, { ...before, waits: false, trouble: null, ...change })
    },
    [plan, place, first],
  )
}

const NEW = { words: '', mentions: [], kind: 'comment', about: null, waits: false, trouble: null } as const
