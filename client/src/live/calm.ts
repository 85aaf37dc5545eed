/** A room that looks at a large screen sees one change in this time (ms), however many there were. */
export const CALM = 1_000

/** Everything that changes on one large screen, brought together so that it changes at most once in `CALM` (SPEC WORK-70). */
export type Calm = {
  /**
   * Shows a change as soon as one may be seen: at once in a quiet room, else together with all others that wait.
   * @param what names it: a newer change of the same takes the place of the one that waits
   */
  show(what: string, change: () => void): void
  /** What waits under this name is not shown. */
  forget(what: string): void
}

export function createCalm(): Calm {
  const waiting = new Map<string, () => void>()
  let shownAt = Number.NEGATIVE_INFINITY
  let timer: ReturnType<typeof setTimeout> | undefined

  const showSoon = () => {
    timer = undefined
    if (waiting.size === 0) return
    const wait = shownAt + CALM - Date.now()
    if (wait > 0) {
      timer = setTimeout(showSoon, wait)
      return
    }
    shownAt = Date.now()
    const all = [...waiting.values()]
    waiting.clear()
    for (const change of all) change()
    // A busy computer draws later than it is told to, and a room counts from what it saw.
    requestAnimationFrame(() => {
      shownAt = Date.now()
    })
  }
  return {
    show(what, change) {
      waiting.set(what, change)
      if (timer === undefined) showSoon()
    },
    forget: (what) => void waiting.delete(what),
  }
}
