import type { Part } from './parts.ts'

/** The origin of changes that come back from the device: this person's own, made by a page that is gone. */
export const BROUGHT_BACK = Symbol('brought back')

/** Where a page keeps what is not acked. Each resolves once it is done on the disk. */
export type Shelf = {
  /** Adds a part. `whole`: it stands for all this page put there before. */
  keep(part: Part, whole: boolean): Promise<void>
  /** Takes away all this page put there, and what it took over from pages before it. */
  empty(): Promise<void>
  /** Marks it all: the server will not have it, so it must not be sent again, only read. */
  refuse(): Promise<void>
}

/**
 * `yes`: a completed transaction holds every un-acked change. `soon`: it is being written, or somebody is typing.
 * `no`: nobody asked for it, or the last try went wrong.
 */
export type Kept = 'yes' | 'soon' | 'no'

export type KeeperNeeds = {
  readonly client: number
  /** All of the document, as one update. */
  readonly whole: () => Uint8Array
  /** Roots with un-acked changes. */
  readonly unsaved: () => readonly string[]
  /** Whether an ack can come soon. */
  readonly connected: () => boolean
  /** Whether all is kept has changed. */
  readonly onChange: () => void
  readonly now?: () => number
}

/** Keeps what is typed and not acked on the device, while it has a shelf to keep it on (SPEC SYNC-101, SYNC-103). */
export type Keeper = {
  /** From now on on this shelf; null: nowhere. */
  use(shelf: Shelf | null): void
  shelf(): Shelf | null
  /** Somebody at this screen changed something. Only notes it: it is called from inside a Yjs event. */
  changed(update: Uint8Array): void
  /** What lay on the shelf from pages before this one is in the document now: it goes from there with what is acked. */
  took(): void
  /** Others changed something. */
  othersChanged(): void
  /** Look again: something may have been acked, or have become old. */
  look(): void
  /** The server has refused what was sent, for good. */
  refused(): void
  kept(): Kept
  stop(): void
}

/** Where there is a connection, acks mostly come within this: what they reach never needs to touch the device (ms). */
const WAIT_FOR_ACK = 200
/** From this age on the whole plan is kept with un-acked changes: alone they could not be read in another epoch (ms). */
const WHOLE_AFTER = 2_000
/** The whole is written again at most this often, when others have changed it (ms). */
const WHOLE_EVERY = 10_000
/** `yes` is said once nothing changed for this long, or the light would flicker with each letter (ms). */
const CALM = 600
/** After a try that went wrong (ms). */
const TRY_AGAIN = 5_000

export function createKeeper({
  client,
  whole,
  unsaved,
  connected,
  onChange,
  now = () => Date.now(),
}: KeeperNeeds): Keeper {
  let shelf: Shelf | null = null
  let pending: Uint8Array[] = []
  /** Changes made here, and how many of them are on the shelf or acked. */
  let made = 0
  let kept = 0
  let madeAt = Number.NEGATIVE_INFINITY
  /** Time of the oldest un-acked change. */
  let since: number | null = null
  /** What lies on the shelf is of no use by itself: all of the document has to go there. */
  let needsWhole = false
  let wholeAt = Number.NEGATIVE_INFINITY
  let stale = true
  let full = false
  let isRefused = false
  let failedAt: number | null = null
  let working = false
  let stopped = false
  let timer: ReturnType<typeof setTimeout> | undefined

  const settle = () => {
    pending = []
    kept = made
    since = null
    wholeAt = Number.NEGATIVE_INFINITY
    stale = true
  }
  const isAllAcked = () => !isRefused && unsaved().length === 0
  const wantsWhole = () =>
    needsWhole || (stale && since !== null && now() - since >= WHOLE_AFTER && now() - wholeAt >= WHOLE_EVERY)

  /** The next thing to do on the shelf, or null. */
  const next = (on: Shelf): (() => Promise<void>) | null => {
    if (since === null) {
      if (!full) return null
      return async () => {
        await on.empty()
        full = false
      }
    }
    const isWhole = wantsWhole()
    // While the timer runs an ack may still make it needless.
    if (!isWhole && (pending.length === 0 || timer !== undefined)) return null
    const upTo = made
    const updates = isWhole ? [whole()] : pending
    pending = []
    if (isWhole) {
      needsWhole = stale = false
      wholeAt = now()
    }
    return async () => {
      await on.keep({ client, roots: unsaved(), updates }, isWhole)
      full = true
      // Refused before it lay there: unmarked it would be sent, and refused, each time the plan is opened.
      if (isRefused) await on.refuse()
      kept = Math.max(kept, upTo)
    }
  }

  const work = async () => {
    clearTimeout(timer)
    timer = undefined
    if (working || stopped || !shelf) return
    if (failedAt !== null && now() - failedAt < TRY_AGAIN) return
    working = true
    const on = shelf
    try {
      for (let step = next(on); step && shelf === on; step = next(on)) {
        await step()
        failedAt = null
        onChange()
      }
    } catch {
      // Whatever it was - none, full, closed, damaged, silent: the light says so, and the next try brings all there is.
      failedAt = now()
      needsWhole = true
      pending = []
      onChange()
    } finally {
      working = false
    }
  }

  return {
    use(next) {
      shelf = next
      failedAt = null
      full = false
      pending = []
      needsWhole = since !== null
      if (since !== null) kept = -1
      void work()
    },
    shelf: () => shelf,
    changed(update) {
      made += 1
      madeAt = now()
      since ??= madeAt
      if (!shelf) return
      pending.push(update)
      timer ??= setTimeout(work, connected() ? WAIT_FOR_ACK : 0)
    },
    took() {
      full = true
      void work()
    },
    othersChanged() {
      stale = true
    },
    look() {
      if (since !== null && isAllAcked()) settle()
      if (timer === undefined) void work()
    },
    refused() {
      isRefused = true
      shelf?.refuse().catch(() => {
        // It is sent once more when the plan is opened again, refused again, and marked then.
      })
    },
    kept() {
      if (shelf === null || failedAt !== null) return 'no'
      return kept === made && now() - madeAt >= CALM ? 'yes' : 'soon'
    },
    stop() {
      stopped = true
      clearTimeout(timer)
      // What waited for the timer: a saved plan leaves nothing, also where its page goes at once.
      if (isAllAcked() && (full || working)) shelf?.empty().catch(() => {})
    },
  }
}
