import { heldWords } from './held-words.ts'

/** After a composition ProseMirror reads the words it brought from the page, 20 ms later; then others' may come (ms). */
const SETTLES = 60

/**
 * Lets others' words wait while a word is being composed (IME, most phone keyboards): redrawing the words around it would
 * break the composition (y-prosemirror#107, SPEC PLAN-81). Returns how to end it.
 * @param hold begins a hold of what others write; what it returns ends it
 */
export function holdWhileComposing(words: HTMLElement, hold: () => () => void): () => void {
  const held = heldWords(hold)
  const settle = () => held.endIn(SETTLES)
  const stop = new AbortController()
  const { signal } = stop
  words.addEventListener('compositionstart', held.begin, { signal })
  words.addEventListener('compositionend', settle, { signal })
  words.addEventListener('blur', settle, { signal })
  return () => {
    stop.abort()
    held.end()
  }
}
