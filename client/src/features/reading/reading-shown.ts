import { useSyncExternalStore } from 'react'

const listeners = new Set<() => void>()
let shown = false

/** Shows or closes the reading settings. Of the whole page: a page that arrives brings another "Aa" and leaves them open. */
export function showReading(now: boolean): void {
  shown = now
  for (const tell of listeners) tell()
}

const listen = (tell: () => void) => {
  listeners.add(tell)
  return () => void listeners.delete(tell)
}

export const useReadingShown = (): boolean => useSyncExternalStore(listen, () => shown)
