import type { ClientClaim, LogEntry } from '../storage/update-log.ts'
import type { Wrote } from './authorship.ts'

/** Everything that gathered, with what the gate found in each change. */
export type Gathered = { readonly claims: readonly ClientClaim[]; readonly entries: readonly (LogEntry & Wrote)[] }

/** Something that has to be on disk, or come after what has to be. */
export type Waiting = {
  readonly claims?: readonly ClientClaim[]
  readonly change?: Omit<LogEntry, 'seq'> & Wrote
  /** Called in order once it and all before it are on stable storage. */
  kept(): void
}

export type Keep = {
  put(waiting: Waiting): void
  /** Begins a commit of all that waits. False: nothing does, or one is under way, after which `waits` is called again. */
  commit(): boolean
  /** Nothing waits and no commit is under way. */
  isIdle(): boolean
  /** How much is not on disk yet. */
  waiting(): number
  /** Resolves when all that was put so far is on disk, which is not waited with, or when nothing more will be kept. */
  drained(): Promise<void>
  /** Nothing more will be kept: not what waits, and of a commit under way nobody hears whether it was. */
  stop(): void
}

export type KeepNeeds = {
  /** Stores a batch in one transaction; a throw means it is not (or perhaps not) stored. */
  append(batch: Gathered): Promise<void>
  /** The last stored change when the room was loaded. */
  readonly seq: number
  /** Something waits for a commit: call `commit` when it is time. Called for each, and again where more came during a commit. */
  waits(): void
  /** A commit begins with all that was put so far. */
  starting(): void
  /** It is done, and every `kept` of it has been called. */
  committed(): void
  /** A commit failed, or its outcome is not known, or a `kept` threw: nothing will ever be `kept` again. */
  failed(problem: unknown): void
}

/**
 * Group commit (SPEC STORE-1): what gathers before a commit, also while the one before it is under way, is stored together in one
 * transaction.
 */
export function createKeep({ append, seq, waits, starting, committed, failed }: KeepNeeds): Keep {
  let gathered: Waiting[] = []
  let underWay = 0
  let isBusy = false
  let isOver = false
  /** Who waits for the commit under way, and who for the one after it. */
  let onCommitted: (() => void)[] = []
  let onGathered: (() => void)[] = []

  async function commitGathered() {
    const batch = gathered
    gathered = []
    underWay = batch.length
    onCommitted = onGathered
    onGathered = []
    starting()
    const claims = batch.flatMap((waiting) => waiting.claims ?? [])
    const changes = batch.flatMap((waiting) => waiting.change ?? [])
    if (claims.length > 0 || changes.length > 0) {
      const first = seq + 1
      await append({ claims, entries: changes.map((change, i) => ({ ...change, seq: first + i })) })
      if (isOver) return rest()
      seq += changes.length
    }
    for (const waiting of batch) waiting.kept()
    committed()
    rest()
  }

  /** In the turn in which the commit ends: what comes a moment later has to find it free. */
  function rest() {
    isBusy = false
    underWay = 0
    const told = onCommitted
    onCommitted = []
    for (const done of told) done()
    if (gathered.length === 0) return
    if (onGathered.length > 0) commit()
    else waits()
  }

  function stop() {
    isOver = true
    gathered = []
    onCommitted.push(...onGathered)
    onGathered = []
    if (!isBusy) rest()
  }

  function commit(): boolean {
    if (isBusy || gathered.length === 0) return false
    isBusy = true
    commitGathered().catch((problem: unknown) => {
      const wasOver = isOver
      stop()
      if (!wasOver) failed(problem)
      rest()
    })
    return true
  }

  const isIdle = () => !isBusy && gathered.length === 0

  return {
    put(waiting) {
      if (isOver) return
      gathered.push(waiting)
      if (!isBusy) waits()
    },
    commit,
    isIdle,
    waiting: () => gathered.length + underWay,
    drained() {
      if (isIdle()) return Promise.resolve()
      return new Promise((resolve) => {
        const waiters = gathered.length > 0 ? onGathered : onCommitted
        waiters.push(resolve)
        commit()
      })
    },
    stop,
  }
}
