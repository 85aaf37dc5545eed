/**
 * Which local changes the server has not acked yet, and which frame carries each. A change without a frame goes with
 * the next SyncStep2. Plain counting, no document and no clock of its own: times are given (ms).
 */
export type Ledger = {
  /** A socket was made: counts start again, and all that is un-acked goes with its SyncStep2. */
  socketMade(): void
  sent(frame: number, carries: 'step2' | 'update', at: number): void
  /** Somebody at this screen changed these roots. Call after the frame, if any, has been sent. */
  changed(roots: readonly string[], at: number): void
  /** The first `count` frames of this socket are on disk. */
  acked(count: number): void
  /** Everything typed here is on disk, as far as this socket has told (SPEC SYNC-41). */
  settled(): boolean
  /** A change was made after the SyncStep2 and no frame carried it: only a new sync brings it over. */
  missed(): boolean
  /** Time of the oldest frame or change that waits for its ack, or null. */
  waitingSince(): number | null
  /** Roots with changes that are not acked, oldest first. */
  unsaved(): readonly string[]
}

type Change = { roots: Set<string>; since: number; frame: number | null }

export function createLedger(): Ledger {
  let changes: Change[] = []
  let sent = 0
  let acked = 0
  let step2: number | null = null
  let step2At = 0
  /** Frames up to here bring something new; a later SyncStep2 that only answers the server's question does not. */
  let needed = 0
  let claimed = 0

  const settled = () => step2 !== null && acked >= step2 && acked >= needed && changes.length === 0

  return {
    socketMade() {
      changes = changes.length === 0 ? [] : [merged(changes)]
      sent = acked = needed = claimed = 0
      step2 = null
    },
    sent(frame, carries, at) {
      const bringsNothing = carries === 'step2' && settled()
      sent = frame
      if (!bringsNothing) needed = frame
      if (carries !== 'step2') return
      for (const change of changes) change.frame ??= frame
      claimed = frame
      if (step2 === null) {
        step2 = frame
        step2At = at
      }
    },
    changed(roots, at) {
      const frame = sent > claimed ? sent : null
      claimed = sent
      const last = changes.at(-1)
      if (frame === null && last?.frame === null) for (const root of roots) last.roots.add(root)
      else changes.push({ roots: new Set(roots), since: at, frame })
    },
    acked(count) {
      acked = Math.max(acked, Math.min(count, sent))
      changes = changes.filter(({ frame }) => frame === null || frame > acked)
    },
    settled,
    missed: () => step2 !== null && changes.some(({ frame }) => frame === null),
    waitingSince() {
      const oldest = changes[0]?.since ?? null
      if (step2 === null || acked >= step2) return oldest
      return oldest === null ? step2At : Math.min(oldest, step2At)
    },
    unsaved: () => [...merged(changes).roots],
  }
}

/** All changes as one that no frame carries yet. */
function merged(changes: readonly Change[]): Change {
  const roots = new Set(changes.flatMap((change) => [...change.roots]))
  return { roots, since: changes[0]?.since ?? 0, frame: null }
}
