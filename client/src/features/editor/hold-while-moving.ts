import { heldWords } from './held-words.ts'

const MOVING = ['Home', 'End', 'PageUp', 'PageDown', 'ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown']

/** Where the caret stayed (at an end already), nobody tells: others' words wait no longer than this (ms). */
const LONGEST = 100

/**
 * Lets others' words wait from the press of a key that moves the caret until the editor knows where it went: the browser moves it at
 * once and tells later, and drawing words in between would put it back (SPEC SYNC-160). Returns how to end it.
 * @param hold begins a hold of what others write; what it returns ends it
 */
export function holdWhileMoving(words: HTMLElement, hold: () => () => void): () => void {
  const held = heldWords(hold)
  const stop = new AbortController()
  const { signal } = stop
  words.addEventListener(
    'keydown',
    ({ key }) => {
      if (!MOVING.includes(key)) return
      held.begin()
      held.endIn(LONGEST)
    },
    { signal },
  )
  // After the editor's own listener, whichever was there first.
  document.addEventListener('selectionchange', () => held.endIn(0), { signal })
  return () => {
    stop.abort()
    held.end()
  }
}
