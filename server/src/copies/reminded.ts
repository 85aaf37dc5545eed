import type { CopyStore } from '../storage/copies.ts'
import { reminderIn } from './holders.ts'

/** Whether somebody was reminded that they have no copy of a sealed version, and has had none since (SPEC EXPORT-56). */
export const createReminded =
  ({ store }: { readonly store: Pick<CopyStore, 'copyNotesOf'> }) =>
  async (plan: string, number: number, person: string): Promise<boolean> =>
    reminderIn(await store.copyNotesOf(plan, number, person)) !== null
