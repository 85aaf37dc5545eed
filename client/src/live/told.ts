import { HEARD, type Heard } from './announcements.ts'

/** What this device's announcer is not to tell. */
export type ToldChoice = {
  /** Nothing that others do. */
  readonly quiet: boolean
  /** These not, also where it is not quiet. */
  readonly not: readonly Heard[]
}

const KEPT_AS = 'withy.told'
const listeners = new Set<() => void>()
let choice: ToldChoice = kept()

export const toldChoice = (): ToldChoice => choice

/** Calls `listener` after each change; returns how to stop. */
export function onToldChoice(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** Holds from now on, and is kept on this device where storage is allowed (SPEC SYNC-154). */
export function chooseTold(next: ToldChoice): void {
  choice = next
  try {
    localStorage.setItem(KEPT_AS, JSON.stringify(next))
  } catch {
    // Storage is blocked: it holds until the page closes.
  }
  for (const listener of listeners) listener()
}

/** What is silent now. @param calm calm mode turns all of it down at once */
export const silent = (calm: boolean): readonly Heard[] => (calm || choice.quiet ? HEARD : choice.not)

/** What was kept, as far as this version knows it. */
function kept(): ToldChoice {
  try {
    const said = JSON.parse(localStorage.getItem(KEPT_AS) ?? '{}')
    return { quiet: said.quiet === true, not: HEARD.filter((about) => said.not?.includes?.(about)) }
  } catch {
    return { quiet: false, not: [] } // Storage is blocked on this device, or holds something else.
  }
}
