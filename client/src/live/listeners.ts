/** Those who want to be told something. */
export type Listeners<T> = {
  add(listener: (value: T) => void): () => void
  tell(value: T): void
}

/**
 * A list of listeners in which one that throws harms nobody: the others are still told, and the caller - often a Yjs
 * event, which an exception would wedge for good - never notices (SPEC SYNC-48).
 */
export function createListeners<T>(): Listeners<T> {
  const listeners = new Set<(value: T) => void>()
  return {
    add(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    tell(value) {
      for (const listener of [...listeners]) {
        try {
          listener(value)
        } catch (error) {
          console.error(error)
        }
      }
    },
  }
}
