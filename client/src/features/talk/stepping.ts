import { createListeners } from '../../live/listeners.ts'

/** One on, or one back, in the list of all that is said. */
export type Step = 1 | -1

const listeners = createListeners<Step>()
/** Asked for when there was no list yet: it comes because of that. */
let waiting: Step | null = null

export function askToStep(step: Step): void {
  waiting = step
  listeners.tell(step)
}

/** Calls `take` with each step that is asked for, and with the one the list was opened by; returns how to stop. */
export function onStep(take: (step: Step) => void): () => void {
  const done = (step: Step) => {
    waiting = null
    take(step)
  }
  // What opens the list gives it the focus first.
  const frame = waiting === null ? 0 : requestAnimationFrame(() => waiting && done(waiting))
  const off = listeners.add(done)
  return () => {
    cancelAnimationFrame(frame)
    off()
  }
}
