import type { PlanKind } from '@withy/shared/plan'
import type { Authored } from './authors.ts'

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

/** The whole plan after the change `seq`, as one Yjs update of format V1. `stored`: bytes of the changes up to there. */
export type Snapshot = { readonly seq: number; readonly stored: number; readonly bytes: Uint8Array }

/** A plan's document as it is on disk, whole. */
export type LoggedPlan = {
  readonly epoch: string
  readonly kind: PlanKind
  /** The `seq` of the last stored change; 0 when nothing was written yet. */
  readonly seq: number
  /** The whole plan at an earlier point, where one was kept. */
  readonly snapshot: Snapshot | null
  /** The changes after the snapshot, or all of them, in the order of `seq`. */
  readonly updates: readonly Uint8Array[]
  /** Bytes of all stored changes, those in the snapshot too. */
  readonly stored: number
  /** Whose each client id is. */
  readonly clients: ReadonlyMap<number, string>
}

/** The live room's store: what people wrote, in order (SPEC STORE). update-log-contract.ts proves it of each adapter. */
export interface UpdateLog {
  /** Gives the whole plan, or null when there is no such plan. Throws rather than give a part of it. */
  load(plan: string): Promise<LoggedPlan | null>
  /**
   * Stores a batch in ONE transaction and returns only when it is on stable storage; after a throw nothing of it is kept.
   * Throws when the plan's epoch is another, when the first `seq` is not the next or the rest do not follow one by one,
   * and when a claimed client id is bound to someone else. Claiming an id for the person who has it already is fine.
   * Who was said to be typed for is kept where they are in the plan at that moment; else the words are the writer's alone.
   */
  append(plan: string, epoch: string, batch: LogBatch): Promise<void>
  /**
   * Keeps a snapshot, and nothing else changes: the log stays whole. Epoch and order are conditions of the statement: nothing is
   * kept where the plan's epoch is another, where its log has not come so far, or where a later snapshot is there already.
   * @returns whether it was kept
   */
  keepSnapshot(plan: string, epoch: string, snapshot: Snapshot): Promise<boolean>
}
