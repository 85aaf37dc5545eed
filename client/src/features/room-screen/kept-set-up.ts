import { DISTANCES, type Distance } from './set-up.tsx'

const KEPT_AS = 'withy.screen'

/** How a screen is set up for the wall it stands at: it is the room's, so it holds for whatever plan is shown there. */
type Kept = { readonly distance: Distance; readonly isEasy: boolean }

/** What was chosen at this device before (SPEC SYNC-170), or what is usual. */
export function keptSetUp(): Kept {
  try {
    const { distance, isEasy } = JSON.parse(localStorage.getItem(KEPT_AS) ?? '{}') ?? {}
    return { distance: DISTANCES.find((one) => one === distance) ?? 'middle', isEasy: isEasy === true }
  } catch {
    return { distance: 'middle', isEasy: false } // Storage is blocked, or holds something else.
  }
}

/** Keeps it, where the device keeps anything; else until the page closes. */
export function keepSetUp(setUp: Kept): void {
  try {
    localStorage.setItem(KEPT_AS, JSON.stringify(setUp))
  } catch {
    // Storage is blocked on this device.
  }
}
