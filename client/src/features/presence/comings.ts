import type { PersonHere } from './people-here.ts'

/** Someone whose page went away may be back at once (a reload, a short loss of connection): they have left after this. */
export const LEFT_AFTER = 10_000

export type Coming = { readonly kind: 'joined' | 'left'; readonly person: string; readonly name: string }

/**
 * Turns who is here into comings and goings (SPEC SYNC-64). The first people met are not news. While this page itself is
 * not connected nobody comes or goes: who was about to be missed is waited for anew when it is connected again.
 */
export function createComings(tell: (coming: Coming) => void) {
  /** Those who are here, and those who may have left, with the timer that will say so. */
  const known = new Map<string, { name: string; leaving?: ReturnType<typeof setTimeout> }>()
  let met = false
  return {
    see(here: readonly PersonHere[], connected: boolean) {
      if (!connected) {
        for (const entry of known.values()) {
          clearTimeout(entry.leaving)
          delete entry.leaving
        }
        return
      }
      for (const { person, name } of here) {
        const before = known.get(person.id)
        clearTimeout(before?.leaving)
        known.set(person.id, { name })
        if (!before && met) tell({ kind: 'joined', person: person.id, name })
      }
      const present = new Set(here.map(({ person }) => person.id))
      for (const [id, entry] of known) {
        if (present.has(id) || entry.leaving) continue
        entry.leaving = setTimeout(() => {
          known.delete(id)
          tell({ kind: 'left', person: id, name: entry.name })
        }, LEFT_AFTER)
      }
    },
    /** From now on, new people are news. */
    meet() {
      met = true
    },
    stop() {
      for (const { leaving } of known.values()) clearTimeout(leaving)
    },
  }
}
