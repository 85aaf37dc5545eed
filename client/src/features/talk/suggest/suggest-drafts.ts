import type { Wording } from '@withy/shared/plan'
import { useSyncExternalStore } from 'react'
import { madeId } from '../../../api/made-id.ts'
import { createTabShelf } from '../../../live/tab-shelf.ts'

/** Other words that somebody is writing, and has not sent. */
export type SuggestDraft = {
  /** Of the suggestion it becomes: the same each time the same is sent, so that an answer that was lost makes nothing twice. */
  readonly id: string
  /** The words they were made from. */
  readonly was: Wording
  readonly proposed: Wording
  readonly why: string
  /** What was sent last, as one string; the server may have it. */
  readonly sent: string | null
}

const isDraft = (said: unknown): said is SuggestDraft =>
  typeof said === 'object' &&
  said !== null &&
  'id' in said &&
  'was' in said &&
  'proposed' in said &&
  typeof said.proposed === typeof said.was

/** Drafts by plan and by the words they are for: they outlive the dialog, and a page that is loaded anew (SPEC TALK-62). */
const shelf = createTabShelf('suggest', isDraft)
export const putDraft = shelf.put
export const draftOf = (plan: string, key: string): SuggestDraft | null => shelf.all(plan)[key] ?? null

/** Of the words of a box (`field` null), or of a cell of an item. */
export const draftKey = (box: string, item: string | null, field: string | null): string =>
  [box, item ?? '', field ?? ''].join('/')

/** Whether something was begun for a box, or for any cell of an item. */
export const useHasDraft = (plan: string, box: string, item: string | null): boolean =>
  useSyncExternalStore(shelf.onChange, () =>
    Object.keys(shelf.all(plan)).some((key) => key.startsWith(`${box}/${item ?? ''}/`)),
  )

/** The draft as it is to be sent: other words than were sent before are another suggestion. */
export function toSend(draft: SuggestDraft): SuggestDraft {
  const sent = JSON.stringify([draft.was, draft.proposed, draft.why])
  return { ...draft, id: draft.sent === null || draft.sent === sent ? draft.id : madeId(), sent }
}
