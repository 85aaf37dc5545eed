import { createListeners } from '../listeners.ts'

const KEPT_AS = 'withy.device-copies'

const listeners = createListeners<void>()

/** Ids of the plans this device keeps a copy of, as somebody switched them on; null: nothing was ever switched on here. */
function read(): readonly string[] | null {
  try {
    const kept = localStorage.getItem(KEPT_AS)
    const plans: unknown = kept === null ? null : JSON.parse(kept)
    return Array.isArray(plans) ? plans.filter((plan) => typeof plan === 'string') : null
  } catch {
    return null
  }
}

/** Whether this device is to keep a copy of a plan. Off until somebody switches it on (SPEC SYNC-100). */
export const isCopyOn = (plan: string): boolean => read()?.includes(plan) ?? false

/** Whether anything may lie in the store: only then is it touched at all. */
export const mayHaveCopies = (): boolean => read() !== null

export const isAnyCopyOn = (): boolean => (read() ?? []).length > 0

/** Switches the copy of one plan on this device. @returns whether the device remembers it */
export function setCopyOn(plan: string, on: boolean): boolean {
  const others = (read() ?? []).filter((each) => each !== plan)
  return write(on ? [...others, plan] : others)
}

/** No plan is kept here any more, also not by other tabs; `forgetCopies` follows once the store is empty. */
export const allCopiesOff = (): boolean => write([])

/** The store is empty: nothing on the device tells that there ever was one. */
export function forgetCopies(): void {
  try {
    localStorage.removeItem(KEPT_AS)
  } catch {
    // Storage is blocked: nothing was ever kept.
  }
}

function write(plans: readonly string[]): boolean {
  try {
    localStorage.setItem(KEPT_AS, JSON.stringify(plans))
    listeners.tell()
    return true
  } catch {
    return false
  }
}

/** Calls when a copy is switched on or off, here or in another tab. Returns how to stop. */
export function onCopies(listener: () => void): () => void {
  const heard = ({ key }: StorageEvent) => {
    if (key === KEPT_AS || key === null) listener()
  }
  const stop = listeners.add(listener)
  window.addEventListener('storage', heard)
  return () => {
    stop()
    window.removeEventListener('storage', heard)
  }
}

/** Why this page cannot keep a copy, or null. Browsers lock words only for pages nobody on the way can change. */
export function whyNoCopy(): 'not-secure' | 'no-storage' | null {
  if (!window.isSecureContext || !globalThis.crypto?.subtle) return 'not-secure'
  try {
    return window.indexedDB ? null : 'no-storage'
  } catch {
    return 'no-storage'
  }
}
