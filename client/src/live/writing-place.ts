import { useSyncExternalStore } from 'react'
import { createListeners } from './listeners.ts'

/**
 * The one place of the page that is open for writing: a box key, or `<box key>/<item id>` for an item. One at a time, so
 * that the page stays calm; what was opened before keeps its words and closes its tools.
 */
export type WritingPlace = {
  now(): string | null
  open(place: string): void
  /** Closes this place if it is the open one. */
  close(place: string): void
  on(listener: () => void): () => void
}

export function createWritingPlace(): WritingPlace {
  const listeners = createListeners<void>()
  let now: string | null = null
  const set = (next: string | null) => {
    if (next === now) return
    now = next
    listeners.tell()
  }
  return {
    now: () => now,
    open: set,
    close: (place) => {
      if (now === place) set(null)
    },
    on: listeners.add,
  }
}

/** Whether this place is the one open for writing. Draws again only when that changes. */
export const useIsWriting = (writing: WritingPlace, place: string): boolean =>
  useSyncExternalStore(writing.on, () => writing.now() === place)
