const KEPT_AS = 'withy.forgotten'

/** Tells the other tabs that this device was forgotten or is somebody else now: they may show a plan of who it was. */
export function tellOtherTabs(): void {
  try {
    localStorage.setItem(KEPT_AS, 'yes')
    // The others hear of it all the same, and the device keeps nothing.
    localStorage.removeItem(KEPT_AS)
  } catch {
    // Storage is blocked: the other tabs find out when they next ask for something.
  }
}

/** Calls when another tab made this device forget who used it, or somebody else (SPEC ACCESS-24). Returns how to stop. */
export function whenForgotten(openAgain: () => void): () => void {
  const heard = ({ key, newValue }: StorageEvent) => {
    if (key === KEPT_AS && newValue !== null) openAgain()
  }
  window.addEventListener('storage', heard)
  return () => window.removeEventListener('storage', heard)
}
