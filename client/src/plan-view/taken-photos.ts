import { createListeners } from '../live/listeners.ts'

/** Photos that were taken away while this page was open: the browser has them still, and must not show them. */
const taken = new Set<string>()
const changed = createListeners<void>()

/** Says that a photo is gone, to all who draw it. */
export function sayTaken(photo: string): void {
  taken.add(photo)
  changed.tell()
}

export const isTaken = (photo: string): boolean => taken.has(photo)

/** Calls `listener` when one more is gone; returns how to stop. */
export const onTaken = changed.add
