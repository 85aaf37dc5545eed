/** A section is told of after its changes have paused for this long ... */
export const PAUSE = 4_000
/** ... or at the latest after this, while somebody goes on writing. */
export const LONGEST = 30_000

/** `person` null: nobody can tell for certain who. */
export type Digest = { readonly person: string | null; readonly section: string }

/**
 * Gathers others' changes into one message a person and section, after a pause (SPEC SYNC-65). Where a known person
 * wrote, changes of unknown hand in the same stretch are not told of separately.
 */
export function createDigest(tell: (digest: Digest) => void) {
  const open = new Map<string, { people: Set<string | null>; since: number; timer: ReturnType<typeof setTimeout> }>()
  const finish = (section: string) => {
    const people = [...(open.get(section)?.people ?? [])]
    open.delete(section)
    const known = people.filter((person) => person !== null)
    for (const person of known.length > 0 ? known : [null]) tell({ person, section })
  }
  return {
    changed(section: string, people: readonly (string | null)[]) {
      const before = open.get(section)
      clearTimeout(before?.timer)
      const since = before?.since ?? Date.now()
      const wait = Math.max(0, Math.min(PAUSE, since + LONGEST - Date.now()))
      open.set(section, {
        people: new Set([...(before?.people ?? []), ...people]),
        since,
        timer: setTimeout(finish, wait, section),
      })
    },
    stop() {
      for (const { timer } of open.values()) clearTimeout(timer)
      open.clear()
    },
  }
}
