/** A box that listens. */
export type Listener = {
  /** Another begins. */
  readonly end: () => void
  /** It is about to close: what was heard and is not certain yet lands as it was heard. */
  readonly settle: () => void
}

let now: Listener | null = null

/** One box of the page listens at a time: that of a box that listened before ends (SPEC A11Y-173). */
export function listensNow(own: Listener): void {
  const before = now
  now = own
  if (before !== own) before?.end()
}

/** Nothing of it is to come any more. */
export function heardAll(own: Listener): void {
  if (now === own) now = null
}

/** To be called before a box closes: words have no place to go afterwards. */
export const settleSpoken = (): void => now?.settle()
