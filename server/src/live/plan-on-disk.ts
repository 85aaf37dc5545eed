import * as Y from 'yjs'
import { documentOf } from '../one-document.ts'
import type { Folded, LoggedPlan, UpdateLog } from '../storage/update-log.ts'
import { AS_STORED, decodeUpdate } from './decode.ts'
import type { News } from './encode.ts'
import { type Looked, NOTHING } from './folded.ts'
import { joinsOn } from './gate.ts'

/** There is no such plan (any more). */
export class PlanGone extends Error {}

/** The plan cannot be had whole just now. It is refused, never shown in part or blank as though it were whole (SPEC STORE-5, SYNC-6). */
export class PlanUnreadable extends Error {}

/** A stored change is missing or not what was stored: the plan can be read up to there, and nobody may write over it (SPEC STORE-40). */
export class PlanDamaged extends PlanUnreadable {}

/** The plan holds what no plan can: it can be read, and nobody may write in it (SPEC SYNC-111). */
export class PlanFenced extends Error {}

/** What is known of a plan besides its words. */
export type PlanFacts = Pick<LoggedPlan, 'epoch' | 'kind' | 'seq' | 'clients'>

export type Change = { readonly bytes: Uint8Array; readonly news: News }

/** A whole plan as a room takes it in. */
export type PlanOnDisk = PlanFacts & {
  readonly base: Folded
  /** The last change in `base`. */
  readonly baseSeq: number
  /** The changes after it. */
  readonly tail: readonly Change[]
  /** The last change the log was compacted to. */
  readonly compacted: number
}

export type ReadingNeeds = { readonly updates: UpdateLog; readonly limitMs: number }
export type FoldAll = (parts: readonly Uint8Array[]) => Promise<Looked>

/** More changes than this are folded in a thread of its own before a room takes them in: reading them holds up everybody else. */
const READ_HERE = 500

/** Reads a plan for a room, without a document. Throws PlanGone, PlanFenced, PlanDamaged, or PlanUnreadable for every other trouble. */
export async function readPlanOnDisk(
  { updates, limitMs }: ReadingNeeds,
  plan: string,
  fold: FoldAll,
): Promise<PlanOnDisk> {
  const stored = await loaded({ updates, limitMs }, plan)
  const { snapshot, updates: changes, fenced, ...facts } = stored
  if (fenced !== null) throw new PlanFenced(fenced)
  const baseSeq = snapshot?.seq ?? 0
  if (!isComplete(stored)) throw new PlanDamaged('a change is missing, or not what was stored')
  const base = snapshot ?? NOTHING
  if (changes.length > READ_HERE) {
    // Where that goes wrong it is the plan or the thread: read here, the plan is seen to be whole or not.
    const whole = await fold([base.bytes, ...changes]).catch(() => null)
    if (whole?.unfit) throw new PlanFenced(whole.unfit)
    // Where that is not kept now, it is when the log is compacted.
    if (whole) await updates.keepMoved(plan, whole.moved).catch(() => undefined)
    if (whole) return { ...facts, base: whole, baseSeq: facts.seq, tail: [] }
  }
  const tail = changesAfter(base, changes)
  if (tail.length !== changes.length) throw new PlanDamaged('a change cannot be read, or joins on to nothing')
  return { ...facts, base, baseSeq, tail }
}

/** `seq`: the last change of its log. */
type PlanRead = Pick<PlanFacts, 'epoch' | 'seq'> & { readonly doc: Y.Doc; readonly isWhole: boolean }

/** A plan as a document, as far as it can be read. `isWhole`: that is all of it. Throws PlanGone, or PlanUnreadable. */
export async function readDocument(
  needs: ReadingNeeds,
  plan: string,
  from: 'newest' | 'base' = 'newest',
): Promise<PlanRead> {
  const stored = await loaded(needs, plan, from)
  const { epoch, seq } = stored
  const parts = partsOf(stored)
  try {
    return { epoch, seq, doc: documentOf(parts), isWhole: isComplete(stored) }
  } catch {
    return { epoch, seq, doc: upToTheFirstBroken(parts), isWhole: false }
  }
}

/** A plan as updates that make one document together, after the change `seq` of an epoch. */
export type PlanParts = Pick<PlanFacts, 'epoch' | 'seq'> & { readonly parts: readonly Uint8Array[] }

/** Throws PlanGone, or PlanUnreadable where something of it is missing. Whether they make one plan is seen when they are read. */
export async function readParts(needs: ReadingNeeds, plan: string): Promise<PlanParts> {
  const stored = await loaded(needs, plan)
  if (!isComplete(stored)) throw new PlanUnreadable('it is damaged')
  return { epoch: stored.epoch, seq: stored.seq, parts: partsOf(stored) }
}

/** What there is to keep of a plan, for those who keep it. */
type WholeOnDisk = {
  readonly epoch: string
  /** The last change in it. */
  readonly seq: number
  /** False: a change is missing, or not what was stored. */
  readonly isComplete: boolean
  /** All of it as one update, off the loop. */
  folded(): Promise<Omit<Looked, 'marks'>>
}

/** A plan as it is on disk, never from a room's memory. Null: there is no such plan. */
export async function wholeOnDisk(
  { updates, fold }: { readonly updates: UpdateLog; readonly fold: FoldAll },
  plan: string,
  from: 'newest' | 'base' = 'newest',
): Promise<WholeOnDisk | null> {
  const stored = await updates.load(plan, from)
  if (stored === null) return null
  const { epoch, seq, snapshot, updates: changes } = stored
  return {
    epoch,
    seq,
    isComplete: isComplete(stored),
    // A snapshot is kept only of what was looked at.
    folded: async () =>
      snapshot && changes.length === 0 ? { ...snapshot, unfit: null, moved: [] } : fold(partsOf(stored)),
  }
}

const partsOf = ({ snapshot, updates }: LoggedPlan) => [...(snapshot ? [snapshot.bytes] : []), ...updates]

/** They end before the first change that is missing or not what was stored. */
const isComplete = ({ snapshot, updates, seq }: LoggedPlan) => (snapshot?.seq ?? 0) + updates.length === seq

async function loaded(
  { updates, limitMs }: ReadingNeeds,
  plan: string,
  from: 'newest' | 'base' = 'newest',
): Promise<LoggedPlan> {
  const found = await withinTime(updates.load(plan, from), limitMs).catch((problem: unknown) => {
    throw new PlanUnreadable('the log could not be read', { cause: problem })
  })
  if (found === null) throw new PlanGone('no such plan')
  return found
}

/** Of some changes those that can be read and join on, up to the first that does not. */
function changesAfter(base: Folded, updates: readonly Uint8Array[]): Change[] {
  const clocks = Y.decodeStateVector(base.vector)
  const clockOf = (client: number) => clocks.get(client) ?? 0
  const changes: Change[] = []
  for (const bytes of updates) {
    const news = decodeUpdate(bytes, AS_STORED)
    if (news === null || !joinsOn(news, { clockOf })) break
    for (const { client, to } of news.runs) clocks.set(client, to)
    changes.push({ bytes, news })
  }
  return changes
}

/** By halves, each time afresh: what cannot be read may have been taken in by half. */
function upToTheFirstBroken(parts: readonly Uint8Array[]): Y.Doc {
  let sound = 0
  let until = parts.length
  while (sound < until) {
    const middle = Math.ceil((sound + until) / 2)
    if (canBeRead(parts.slice(0, middle))) sound = middle
    else until = middle - 1
  }
  return documentOf(parts.slice(0, sound))
}

function canBeRead(parts: readonly Uint8Array[]): boolean {
  try {
    documentOf(parts).destroy()
    return true
  } catch {
    return false
  }
}

/** Rejects when a promise takes longer; what it does afterwards is ignored. */
export function withinTime<T>(promise: Promise<T>, limitMs: number): Promise<T> {
  let timer: NodeJS.Timeout
  const tooLong = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('took too long')), limitMs)
  })
  return Promise.race([promise, tooLong]).finally(() => clearTimeout(timer))
}
