import * as Y from 'yjs'
import type { LoggedPlan, UpdateLog } from '../storage/update-log.ts'

/** There is no such plan (any more). */
export class PlanGone extends Error {}

/** The plan cannot be read whole just now. It is refused, never shown in part or blank (SPEC STORE-5, SYNC-6). */
export class PlanUnreadable extends Error {}

/** What is known of a plan besides its words. */
export type PlanFacts = Omit<LoggedPlan, 'updates' | 'snapshot'> & {
  /** How many changes came after the snapshot that is kept. */
  readonly unfolded: number
}

/** Without its changes one by one: an open room would keep them all in memory. */
export type PlanOnDisk = PlanFacts & { readonly doc: Y.Doc }

/** Reads a plan whole into a document of its own. Throws PlanGone, or PlanUnreadable for every other trouble. */
export async function readPlanOnDisk(updates: UpdateLog, plan: string, limitMs: number): Promise<PlanOnDisk> {
  const loaded = await withinTime(updates.load(plan), limitMs).catch((problem: unknown) => {
    throw new PlanUnreadable('the log could not be read', { cause: problem })
  })
  if (loaded === null) throw new PlanGone('no such plan')
  const { updates: changes, snapshot: _, ...facts } = loaded
  return { ...facts, doc: documentOf(loaded), unfolded: changes.length }
}

function documentOf({ snapshot, updates, seq }: LoggedPlan): Y.Doc {
  if (!snapshot && updates.length === 0 && seq > 0) throw new PlanUnreadable('changes are missing')
  const doc = new Y.Doc()
  try {
    doc.transact(() => {
      for (const update of [...(snapshot ? [snapshot.bytes] : []), ...updates]) Y.applyUpdate(doc, update)
    })
  } catch (problem) {
    throw new PlanUnreadable('a change could not be read', { cause: problem })
  }
  if (!isWhole(doc)) throw new PlanUnreadable('a change joins on to nothing')
  return doc
}

/** Yjs keeps what joins on to something missing out of sight; a document with that is not the whole plan. */
export const isWhole = (doc: Y.Doc): boolean => doc.store.pendingStructs === null && doc.store.pendingDs === null

/** Rejects when a promise takes longer; what it does afterwards is ignored. */
export function withinTime<T>(promise: Promise<T>, limitMs: number): Promise<T> {
  let timer: NodeJS.Timeout
  const tooLong = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('took too long')), limitMs)
  })
  return Promise.race([promise, tooLong]).finally(() => clearTimeout(timer))
}
