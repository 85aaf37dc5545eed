/** After a composition ProseMirror reads the words it brought from the page, 20 ms later; then others' may come (ms). */
const SETTLES = 60

/**
 * Lets others' words wait while a word is being composed (IME, most phone keyboards): redrawing the words around it would
 * break the composition (y-prosemirror#107, SPEC PLAN-81). Returns how to end it.
 * @param hold begins a hold of what others write; what it returns ends it
 */
export function holdWhileComposing(words: HTMLElement, hold: () => () => void): () => void {
  let end: (() => void) | null = null
  let soon: ReturnType<typeof setTimeout> | undefined
  const release = () => {
    clearTimeout(soon)
    end?.()
    end = null
  }
  const begin = () => {
    clearTimeout(soon)
    end ??= hold()
  }
  const settle = () => {
    clearTimeout(soon)
    soon = setTimeout(release, SETTLES)
  }
  const stop = new AbortController()
  const { signal } = stop
  words.addEventListener('compositionstart', begin, { signal })
  words.addEventListener('compositionend', settle, { signal })
  words.addEventListener('blur', settle, { signal })
  return () => {
    stop.abort()
    release()
  }
}
