import { useSyncExternalStore } from 'react'
import { createListeners } from '../../live/listeners.ts'

const KEPT_AS = 'withy.talk-hidden'

const listeners = createListeners<void>()
let hidden = kept()

/** Whether somebody has put everything that is said about plans out of their sight, on this device (SPEC TALK-73). */
export const useTalkHidden = (): boolean => useSyncExternalStore(listeners.add, isTalkHidden)
export const isTalkHidden = (): boolean => hidden

export function hideTalk(hide: boolean): void {
  hidden = hide
  try {
    if (hide) localStorage.setItem(KEPT_AS, 'yes')
    else localStorage.removeItem(KEPT_AS)
  } catch {
    // Storage is blocked: it holds until the page closes.
  }
  listeners.tell()
}

function kept(): boolean {
  try {
    return localStorage.getItem(KEPT_AS) === 'yes'
  } catch {
    return false // Storage is blocked on this device.
  }
}
