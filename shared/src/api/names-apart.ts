import type { Person } from '../protocol/room-messages.ts'

/**
 * What to call each person so that two with the same name are told apart: by id, the name, and from the second on
 * "Anna (2)". Who joined first keeps the plain name, so nobody takes a name over by coming later (SPEC ACCESS-14).
 * Names that only look different to a machine (case, width, hidden marks) count as the same.
 */
export function namesApart(people: readonly Pick<Person, 'id' | 'name' | 'joinedAt'>[]): ReadonlyMap<string, string> {
  const called = new Map<string, string>()
  const taken = new Set<string>()
  for (const { id, name } of people.toSorted(byArrival)) {
    let label = name
    for (let n = 2; taken.has(folded(label)); n++) label = `${name} (${n})`
    taken.add(folded(label))
    called.set(id, label)
  }
  return called
}

const byArrival = (a: Pick<Person, 'id' | 'joinedAt'>, b: Pick<Person, 'id' | 'joinedAt'>): number =>
  a.joinedAt < b.joinedAt ? -1 : a.joinedAt > b.joinedAt ? 1 : a.id < b.id ? -1 : 1

const folded = (name: string): string =>
  name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\p{Cf}\p{Mn}\s]+/gu, '')
