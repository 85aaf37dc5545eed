import { createListeners } from '../live/listeners.ts'

/** Addresses of photos that were taken away while this page was open: the browser has them still, and must not show them. */
const taken = new Set<string>()
const changed = createListeners<void>()

/** Says that a photo is gone, to all who draw it. */
export function sayTaken(address: string): void {
  taken.add(address)
  changed.tell()
}

export const isTaken = (address: string): boolean => taken.has(address)

/** Calls `listener` when one more is gone; returns how to stop. */
export const onTaken = changed.add
