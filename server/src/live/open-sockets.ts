import type { LiveLimits } from './limits.ts'

/** How many sockets are open: of all, and of each person. */
export function createOpenSockets(limits: Pick<LiveLimits, 'sockets' | 'socketsPerPerson'>) {
  const byPerson = new Map<string, number>()
  let all = 0

  function count(person: string, by: 1 | -1) {
    all += by
    const its = (byPerson.get(person) ?? 0) + by
    if (its > 0) byPerson.set(person, its)
    else byPerson.delete(person)
  }

  return {
    all: () => all,
    people: () => byPerson.size,
    /** Whether one more of this person may open. */
    hasRoomFor: (person: string): boolean =>
      all < limits.sockets && (byPerson.get(person) ?? 0) < limits.socketsPerPerson,
    /** @returns what frees its place, however often it is called */
    take(person: string): () => void {
      count(person, 1)
      let isFree = false
      return () => {
        if (!isFree) count(person, -1)
        isFree = true
      }
    },
  }
}
