import { useCallback, useSyncExternalStore } from 'react'
import { madeId } from '../../api/made-id.ts'
import { createTabShelf } from '../../live/tab-shelf.ts'

/** Words that are being written in a workshop and are not in it yet. */
export type Draft = {
  readonly words: string
  /** Of what it becomes. The same each time it is sent, so that an answer that was lost makes nothing twice. */
  readonly id: string
  /** The words as they were last sent; the server may have them. */
  readonly sent: string | null
  /** It was put in without a connection, by whom, and goes as soon as there is one. */
  readonly waitsAs: string | null
}

const isDraft = (said: unknown): said is Draft =>
  typeof said === 'object' && said !== null && 'words' in said && typeof said.words === 'string' && 'id' in said

/** Drafts by where they are written: they outlive a step that moves on too (SPEC WORK-40). */
const shelf = createTabShelf('drafts', isDraft)
export const draftsOf = shelf.all
export const setDraft = shelf.put
export const onDrafts = shelf.onChange

/** @returns the draft at a place, how to write on, and how to put it away */
export function useDraft(workshop: string, place: string) {
  const draft = useSyncExternalStore(shelf.onChange, () => draftsOf(workshop)[place] ?? null)
  const write = useCallback(
    (words: string) => {
      const before = draftsOf(workshop)[place]
      const isNone = words === '' && !before?.sent
      setDraft(
        workshop,
        place,
        isNone ? null : { id: before?.id ?? madeId(), sent: before?.sent ?? null, words, waitsAs: null },
      )
    },
    [workshop, place],
  )
  const clear = useCallback(() => setDraft(workshop, place, null), [workshop, place])
  return { draft, words: draft?.words ?? '', write, clear }
}
