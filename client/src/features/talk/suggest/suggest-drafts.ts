import type { Wording } from '@withy/shared/plan'
import type { TalkPlace } from '@withy/shared/protocol'
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
  /** It was sent without a connection, and goes as soon as there is one. */
  readonly waits: boolean
  /** Why the server did not take it when it went by itself. */
  readonly trouble: string | null
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
export const onSuggestDrafts = shelf.onChange
export const draftOf = (plan: string, key: string): SuggestDraft | null => shelf.all(plan)[key] ?? null

/** Of the words of a box (`field` null), or of a cell of an item. */
export const draftKey = (box: string, item: string | null, field: string | null): string =>
  [box, item ?? '', field ?? ''].join('/')

/** The place a draft is for. */
export function draftPlace(key: string): TalkPlace {
  const [box = '', item = '', field = ''] = key.split('/')
  return { box, item: item || null, field: field || null, words: null }
}

const isAt = (key: string, box: string, item: string | null): boolean => key.startsWith(`${box}/${item ?? ''}/`)

/** Whether something was begun for a box, or for any cell of an item. */
export const useHasDraft = (plan: string, box: string, item: string | null): boolean =>
  useSyncExternalStore(shelf.onChange, () => Object.keys(shelf.all(plan)).some((key) => isAt(key, box, item)))

/** What was sent for a box or an item and is not there, by its key: it waits for a connection, or was refused. */
export function useUnsentAt(plan: string, box: string, item: string | null) {
  const all = useSyncExternalStore(shelf.onChange, () => shelf.all(plan))
  return Object.entries(all).filter(([key, { waits, trouble }]) => isAt(key, box, item) && (waits || trouble))
}

/** The keys of what waits for a connection. */
export const suggestWaiting = (plan: string): readonly string[] =>
  Object.entries(shelf.all(plan)).flatMap(([key, { waits }]) => (waits ? [key] : []))

const asOne = ({ was, proposed, why }: SuggestDraft): string => JSON.stringify([was, proposed, why])

/** Whether nothing was written since it was sent. */
export const isAsSent = (draft: SuggestDraft): boolean => draft.sent === asOne(draft)

/** The draft as it is to be sent: other words than were sent before are another suggestion. */
export function toSend(draft: SuggestDraft): SuggestDraft {
  const sent = asOne(draft)
  return { ...draft, id: draft.sent === null || draft.sent === sent ? draft.id : madeId(), sent, trouble: null }
}

/**
 * What waits for a connection does not go while somebody looks at it again: they may be about to change it.
 * @returns lets it wait on, where they left it as it was
 */
export function holdDraft(plan: string, key: string): () => void {
  const waiting = draftOf(plan, key)
  if (!waiting?.waits) return () => {}
  const held = { ...waiting, waits: false }
  putDraft(plan, key, held)
  return () => {
    if (draftOf(plan, key) === held) putDraft(plan, key, waiting)
  }
}
