import { onTabEmptied, TAB_KEYS } from './empty-tab.ts'
import { createListeners } from './listeners.ts'

/** What one shelf holds for a workshop, by place. */
type Held<T> = Readonly<Record<string, T>>

/**
 * Things that were begun and have not reached the server. They outlive a page that is loaded anew and a phone that slept; with the tab
 * they go, as a device may be somebody else's next.
 * @param name of the shelf, in the storage of the tab
 * @param isKept whether what was read back is a thing of this shelf
 */
export function createTabShelf<T>(name: string, isKept: (said: unknown) => said is T) {
  const listeners = createListeners<void>()
  const known = new Map<string, Held<T>>()
  const keyOf = (of: string) => `${TAB_KEYS}${name}.${of}`

  function read(of: string): Held<T> {
    try {
      const said: unknown = JSON.parse(sessionStorage.getItem(keyOf(of)) ?? '{}')
      return Object.fromEntries(Object.entries(said ?? {}).filter((entry): entry is [string, T] => isKept(entry[1])))
    } catch {
      return {} // Storage is blocked, or holds something else.
    }
  }

  function all(of: string): Held<T> {
    const found = known.get(of) ?? read(of)
    known.set(of, found)
    return found
  }

  onTabEmptied(() => {
    known.clear()
    listeners.tell()
  })

  return {
    all,
    onChange: listeners.add,
    /** null: there is none any more. */
    put(of: string, place: string, thing: T | null): void {
      const { [place]: _before, ...others } = all(of)
      const next = thing === null ? others : { ...others, [place]: thing }
      known.set(of, next)
      try {
        sessionStorage.setItem(keyOf(of), JSON.stringify(next))
      } catch {
        // Storage is blocked: it holds until the page closes.
      }
      listeners.tell()
    },
  }
}
