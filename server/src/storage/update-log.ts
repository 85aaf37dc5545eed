import type { PlanKind } from '@withy/shared/plan'
import type { Authored, Moved } from './authors.ts'

/** "From here on this Yjs client id is this person's." Kept for as long as the plan: an id never changes hands. */
export type ClientClaim = { readonly client: number; readonly person: string }

/** One stored change of a plan's document. */
export type LogEntry = {
  /** 1 for the first change of an epoch, then one more each time. */
  readonly seq: number
  /** The person the server knew the socket as: never what a client said. */
  readonly person: string
  /** Opaque id of the socket it came on. */
  readonly connection: string
  /** Server time, milliseconds since 1970. */
  readonly at: number
  /** A Yjs update, format V1. */
  readonly bytes: Uint8Array
}

/** Everything that gathered while the last commit was under way. Any part may be empty. */
export type LogBatch = {
  readonly claims: readonly ClientClaim[]
  readonly entries: readonly LogEntry[]
  /** Who wrote what in them. One of an earlier batch (same `seq`, `did` and `client`) comes again with more in it. */
  readonly authored: readonly Authored[]
}

/** A whole plan at one point, and what it holds said beside it, so that opening the plan need not read every word of it. */
export type Folded = {
  /** The plan as one Yjs update, format V1. */
  readonly bytes: Uint8Array
  /** The clock of each client: a state vector. */
  readonly vector: Uint8Array
  /** All that is deleted: an update that brings nothing else. */
  readonly deletes: Uint8Array
}

/** A plan as it was after the change `seq`. */
export type Snapshot = Folded & { readonly seq: number }

/** A plan's document as it is on disk, as far as it can be read. */
export type LoggedPlan = {
  readonly epoch: string
  readonly kind: PlanKind
  /** The `seq` of the last stored change; 0 when nothing was written yet. */
  readonly seq: number
  /** The whole plan at an earlier point, where one was kept. */
  readonly snapshot: Snapshot | null
  /**
   * The changes after the snapshot, or all of them, in order. They end before the first that is missing or not as it was stored:
   * then the snapshot and these are fewer than `seq`, and the plan is damaged.
   */
  readonly updates: readonly Uint8Array[]
  /** The last change the log was compacted to; 0: it is whole from the first. */
  readonly compacted: number
  /** Why nobody may write in it any more; null: they may. */
  readonly fenced: string | null
  /** Whose each client id is. */
  readonly clients: ReadonlyMap<number, string>
}

/** The live room's store: what people wrote, in order (SPEC STORE). update-log-contract.ts proves it of each adapter. */
export interface UpdateLog {
  /**
   * Gives a plan from its newest snapshot that can be read on, or null when there is no such plan. `from` `base`: from where the
   * log was last compacted to, or from the first change.
   */
  load(plan: string, from?: 'newest' | 'base'): Promise<LoggedPlan | null>
  /**
   * Stores a batch in ONE transaction and returns only when it is on stable storage; after a throw nothing of it is kept.
   * Throws when the plan's epoch is another, when the first `seq` is not the next or the rest do not follow one by one,
   * and when a claimed client id is bound to someone else. Claiming an id for the person who has it already is fine.
   * Who was said to be typed for is kept where they are in the plan at that moment; else the words are the writer's alone.
   */
  append(plan: string, epoch: string, batch: LogBatch): Promise<void>
  /**
   * Keeps a snapshot in place of the last one; the log stays whole. Epoch and order are conditions of the statement: nothing is
   * kept where the plan's epoch is another, where its log has not come so far, or where a later snapshot is there already.
   * @returns whether it was kept
   */
  keepSnapshot(plan: string, epoch: string, snapshot: Snapshot): Promise<boolean>
  /** Keeps which letters are others that were moved; one that is kept already stays as it was kept. */
  keepMoved(plan: string, moved: readonly Moved[]): Promise<void>
  /** From now on nobody may write in the plan: it holds what no plan can hold. Nothing where its epoch is another. */
  fence(plan: string, epoch: string, why: string): Promise<void>
  /**
   * Keeps a snapshot made from the log itself, and forgets the changes that are in the one before it: there are always two
   * to read the plan from. The same conditions hold, for what is forgotten too. Forgets some thousand changes at a time.
   * @returns `more`: there is more to forget, call it again; `null`: nothing was kept
   */
  compact(plan: string, epoch: string, snapshot: Snapshot): Promise<{ readonly more: boolean } | null>
}
