import { allCopiesOff, forgetCopies, isAnyCopyOn, mayHaveCopies, setCopyOn } from './copies-on.ts'
import { keyOf, rowsOf, writeRows } from './store.ts'

/**
 * Takes from the device what it may not keep (SPEC ACCESS-81). Never throws: what a store that does not answer may still
 * hold stays locked, its key is with the sign-in.
 * @param stays which copies may stay
 * @returns the plans of which words went that had reached nobody
 */
async function wipe(stays: (person: string, plan: string) => boolean): Promise<readonly string[]> {
  if (!mayHaveCopies()) return []
  try {
    const rows = (await rowsOf('')).filter((row) => !stays(personOf(row), planOf(row)))
    if (rows.length > 0) await writeRows({ remove: rows.map(keyOf) })
    // Only now: until it is gone, each visit tries again.
    if (!isAnyCopyOn()) forgetCopies()
    return [...new Set(rows.map(planOf))]
  } catch {
    return []
  }
}

/** This device is nobody's any more, or somebody else's. */
export function wipeDevice(): Promise<readonly string[]> {
  if (mayHaveCopies()) allCopiesOff()
  return wipe(() => false)
}

/** One plan goes from this device: switched off, not there any more, or not this person's. */
export function wipePlan(plan: string): Promise<readonly string[]> {
  if (mayHaveCopies()) setCopyOn(plan, false)
  return wipe((_, its) => its !== plan)
}

/** Only what this person has in these plans may stay. */
export function wipeAllBut(person: string, plans: readonly string[]): Promise<readonly string[]> {
  return wipe((whose, plan) => whose === person && plans.includes(plan))
}

/** Whether this device holds words that have reached nobody. False also where nobody can tell. */
export async function holdsWords(): Promise<boolean> {
  if (!mayHaveCopies()) return false
  return rowsOf('').then(
    (rows) => rows.length > 0,
    () => false,
  )
}

const personOf = ({ copy }: { copy: string }): string => copy.split('/')[0] ?? ''
const planOf = ({ copy }: { copy: string }): string => copy.split('/')[1] ?? ''
