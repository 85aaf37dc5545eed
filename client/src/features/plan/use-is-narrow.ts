import { useSyncExternalStore } from 'react'

/** Where the page is one column with a bar below. The same width as in plan-page.css. */
const NARROW = '(max-width: 59.99em)'

/** Whether the window has room for one column only. */
export const useIsNarrow = (): boolean =>
  useSyncExternalStore(
    (listener) => {
      const query = window.matchMedia(NARROW)
      query.addEventListener('change', listener)
      return () => query.removeEventListener('change', listener)
    },
    () => window.matchMedia(NARROW).matches,
  )
