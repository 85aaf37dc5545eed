import { mayHaveCopies } from '../../live/device-copy/copies-on.ts'

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

/** Takes every copy of a plan's words from this device, where one was ever kept (SPEC ACCESS-81). */
export async function forgetCopies(): Promise<void> {
  if (mayHaveCopies()) await import('../../live/device-copy/wipe.ts').then(({ wipeDevice }) => wipeDevice())
}

/** Whether words that have reached nobody would go with them. */
export const copiesHoldWords = async (): Promise<boolean> =>
  mayHaveCopies() && (await import('../../live/device-copy/wipe.ts').then(({ holdsWords }) => holdsWords()))

/** Calls when another tab made this device forget who used it, or somebody else (SPEC ACCESS-24). Returns how to stop. */
export function whenForgotten(openAgain: () => void): () => void {
  const heard = ({ key, newValue }: StorageEvent) => {
    if (key === KEPT_AS && newValue !== null) openAgain()
  }
  window.addEventListener('storage', heard)
  return () => window.removeEventListener('storage', heard)
}
