import { useSyncExternalStore } from 'react'

/** Where the page is one column with a bar below, and where it is while letters are twice as large or more. The same as in plan-page.css. */
const NARROW = '(max-width: 59.99em)'
const NARROW_FOR_LARGE = '(max-width: 119.99em)'
/** Chosen under “Aa”: what widths are measured in knows nothing of it. */
const isLarge = (): boolean => /^(2|3)/.test(document.documentElement.dataset.size ?? '')

const isNarrow = (): boolean =>
  window.matchMedia(NARROW).matches || (isLarge() && window.matchMedia(NARROW_FOR_LARGE).matches)

function onWidth(listener: () => void): () => void {
  const queries = [NARROW, NARROW_FOR_LARGE].map((query) => window.matchMedia(query))
  for (const query of queries) query.addEventListener('change', listener)
  const size = new MutationObserver(listener)
  size.observe(document.documentElement, { attributeFilter: ['data-size'] })
  return () => {
    for (const query of queries) query.removeEventListener('change', listener)
    size.disconnect()
  }
}

/** Whether there is room for one column only (SPEC A11Y-261). */
export const useIsNarrow = (): boolean => useSyncExternalStore(onWidth, isNarrow)
