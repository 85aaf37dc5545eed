/** Names of all that a tab keeps for itself begin so. */
export const TAB_KEYS = 'withy.'
/** Under which name a device keeps somebody's card "How I communicate". */
export const CARD_KEPT_AS = 'withy.card'
const forgetters = new Set<() => void>()

/** Whoever holds something of this tab in memory lets it go then. */
export const onTabEmptied = (forget: () => void): void => void forgetters.add(forget)

/** This device is nobody's or somebody else's now: nothing that was begun in this tab may be shown, or sent (SPEC WORK-137), nor their card. */
export function emptyTab(): void {
  // Each by itself: a browser may block one of the two.
  unlessBlocked(() => localStorage.removeItem(CARD_KEPT_AS))
  unlessBlocked(() => {
    for (const key of Object.keys(sessionStorage)) if (key.startsWith(TAB_KEYS)) sessionStorage.removeItem(key)
  })
  for (const forget of forgetters) forget()
}

function unlessBlocked(empty: () => void): void {
  try {
    empty()
  } catch {
    // Storage is blocked: nothing was kept.
  }
}
