import { allCopiesOff, mayHaveCopies } from '../../live/device-copy/copies-on.ts'
import { loadWipe } from '../../live/device-copy/load-wipe.ts'
import { emptyTab } from '../../live/empty-tab.ts'
import { closeKeptPlans } from '../../live/kept-plans.ts'

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

/**
 * Gets ready to forget, before the server is asked: it must not know nobody any more while words stay here for want of the
 * code that takes them away.
 * @returns forgets every word of a plan that this page and this device hold (SPEC ACCESS-81); what cannot be taken away now
 * goes with the next visit
 */
export async function readyToForget(): Promise<() => Promise<void>> {
  const wipe = await loadWipe()
  return async () => {
    closeKeptPlans()
    emptyTab()
    if (mayHaveCopies()) allCopiesOff()
    await wipe?.wipeDevice()
  }
}

/** Whether words that have reached nobody would go with them. */
export const copiesHoldWords = async (): Promise<boolean> => (await (await loadWipe())?.holdsWords()) ?? false

/** Calls when another tab made this device forget who used it, or somebody else (SPEC ACCESS-24). Returns how to stop. */
export function whenForgotten(openAgain: () => void): () => void {
  const heard = ({ key, newValue }: StorageEvent) => {
    if (key !== KEPT_AS || newValue === null) return
    emptyTab()
    openAgain()
  }
  window.addEventListener('storage', heard)
  return () => window.removeEventListener('storage', heard)
}
