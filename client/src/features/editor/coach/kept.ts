import { createListeners } from '../../../live/listeners.ts'

const KEPT_AS = 'withy.coach'

/** What this device was told about hints while writing; it goes nowhere else (SPEC A11Y-129). */
export type Kept = {
  /** null: nobody has said. */
  readonly isOn: boolean | null
  /** Words that are not shown again. */
  readonly never: readonly string[]
  /** Words somebody kept, each as a fingerprint of it and the paragraph it was kept in: nothing of either can be read. */
  readonly mine: readonly string[]
}

const NOTHING: Kept = { isOn: null, never: [], mine: [] }
/** More would only be a burden to the device. */
const MOST = 500

const listeners = createListeners<void>()
let kept: Kept | null = null

export const onCoachKept = listeners.add

export function coachKept(): Kept {
  kept ??= read()
  return kept
}

/** Keeps it, where the device keeps anything; else until the page closes. */
export function keepForCoach(change: Partial<Kept>): void {
  const now = { ...coachKept(), ...change }
  kept = { ...now, never: now.never.slice(-MOST), mine: now.mine.slice(-MOST) }
  try {
    localStorage.setItem(KEPT_AS, JSON.stringify(kept))
  } catch {
    // Storage is blocked on this device.
  }
  listeners.tell()
}

function read(): Kept {
  try {
    const { isOn, never, mine } = JSON.parse(localStorage.getItem(KEPT_AS) ?? '{}')
    return { isOn: typeof isOn === 'boolean' ? isOn : null, never: words(never), mine: words(mine) }
  } catch {
    return NOTHING // Storage is blocked, or holds something else.
  }
}

const words = (value: unknown): string[] =>
  Array.isArray(value) ? value.filter((one): one is string => typeof one === 'string').slice(-MOST) : []
