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
  /** Nothing waits and no commit is under way. */
  isIdle(): boolean
  /** How much is not on disk yet. */
  waiting(): number
  /** Resolves when all that was put so far is on disk, or when a commit has failed. */
  drained(): Promise<void>
}

export type KeepNeeds = {
  /** Stores a batch in one transaction; a throw means it is not (or perhaps not) stored. */
  append(batch: Gathered): Promise<void>
  /** The last stored change when the room was loaded. */
  readonly seq: number
  /** A commit begins with all that was put so far. */
  starting(): void
  /** It is done, and every `kept` of it has been called. */
  committed(): void
  /** A commit failed, or its outcome is not known, or a `kept` threw: nothing will ever be `kept` again. */
  failed(problem: unknown): void
}

/**
 * Group commit (SPEC STORE-1): one transaction for everything that gathered while the last one was under way. No
 * timer and no debounce: it starts at the end of the turn of the event loop in which something came.
 */
export function createKeep({ append, seq: loaded, starting, committed, failed }: KeepNeeds): Keep {
  let seq = loaded
  let gathered: Waiting[] = []
  let underWay = 0
  let isBusy = false
  let hasFailed = false
  let onDrained: (() => void)[] = []

  async function commitAll() {
    while (gathered.length > 0) {
      const batch = gathered
      gathered = []
      underWay = batch.length
      starting()
      const claims = batch.flatMap((waiting) => waiting.claims ?? [])
      const changes = batch.flatMap((waiting) => waiting.change ?? [])
      if (claims.length > 0 || changes.length > 0) {
        const first = seq + 1
        await append({ claims, entries: changes.map((change, i) => ({ ...change, seq: first + i })) })
        seq += changes.length
      }
      for (const waiting of batch) waiting.kept()
      committed()
    }
    rest()
  }

  /** In the turn in which nothing waits any more: what comes a moment later has to find it idle, and start it again. */
  function rest() {
    isBusy = false
    underWay = 0
    const told = onDrained
    onDrained = []
    for (const done of told) done()
  }

  function start() {
    commitAll().catch((problem: unknown) => {
      hasFailed = true
      gathered = []
      failed(problem)
      rest()
    })
  }

  return {
    put(waiting) {
      if (hasFailed) return
      gathered.push(waiting)
      if (isBusy) return
      isBusy = true
      setImmediate(start)
    },
    isIdle: () => !isBusy,
    waiting: () => gathered.length + underWay,
    drained: () => (isBusy ? new Promise((resolve) => onDrained.push(resolve)) : Promise.resolve()),
  }
}
