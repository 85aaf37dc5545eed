import { allCopiesOff, forgetCopies, isAnyCopyOn, isCopyOn, mayHaveCopies, setCopyOn } from './copies-on.ts'
import { type Row, rowsOf, wipeRows } from './store.ts'

/**
 * Takes from the device what it may not keep (SPEC ACCESS-81). Never throws: what a store that does not answer may still
 * hold stays locked, its key is with the sign-in.
 * @param stays which copies may stay, where they are switched on
 * @param always there may be words that a page is just about to keep
 * @returns what went: words that had reached nobody
 */
async function wipe(stays: (person: string, plan: string) => boolean, always: boolean): Promise<readonly Row[]> {
  if (!mayHaveCopies()) return []
  try {
    const rows = await wipeRows((row) => isCopyOn(planOf(row)) && stays(personOf(row), planOf(row)), always)
    // Only now, and only where no page wrote meanwhile: until all is gone, each visit tries again.
    if (!isAnyCopyOn() && (await rowsOf('')).length === 0) forgetCopies()
    return rows
  } catch {
    return []
  }
}

/** This device is nobody's any more, or somebody else's. @returns the plans of which words went */
export async function wipeDevice(): Promise<readonly string[]> {
  if (mayHaveCopies()) allCopiesOff()
  return plansOf(await wipe(() => false, true))
}

/** One plan goes from this device: switched off, not there any more, or not this person's. @returns the plans of which words went */
export async function wipePlan(plan: string): Promise<readonly string[]> {
  if (mayHaveCopies()) setCopyOn(plan, false)
  return plansOf(await wipe((_, its) => its !== plan, true))
}

/** Only what this person has in these plans may stay. @returns the plans of which words of this person went */
export async function wipeAllBut(person: string, plans: readonly string[]): Promise<readonly string[]> {
  const went = await wipe((whose, plan) => whose === person && plans.includes(plan), false)
  // What somebody else wrote here is nothing to tell this person of (SPEC ACCESS-82).
  return plansOf(went.filter((row) => personOf(row) === person))
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
const plansOf = (rows: readonly Row[]): readonly string[] => [...new Set(rows.map(planOf))]
