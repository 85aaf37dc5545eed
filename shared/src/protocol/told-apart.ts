import { withoutUnseen } from '../plan/visible.ts'
import type { Person } from './room-messages.ts'

/**
 * What to call each person so that two with the same name are told apart: by id, the name, and from the second on
 * "Anna (2)". Who joined first keeps the plain name, so nobody takes a name over by coming later (SPEC ACCESS-14).
 * Names that only look different to a machine (case, width, spaces, marks nobody sees) count as the same.
 */
export function toldApart(people: readonly Pick<Person, 'id' | 'name' | 'joinedAt'>[]): ReadonlyMap<string, string> {
  const called = new Map<string, string>()
  const taken = new Set<string>()
  const next = new Map<string, number>()
  for (const { id, name } of people.toSorted(byArrival)) {
    const key = folded(name)
    let n = next.get(key) ?? 1
    while (taken.has(folded(numbered(name, n)))) n++
    next.set(key, n + 1)
    taken.add(folded(numbered(name, n)))
    called.set(id, numbered(name, n))
  }
  return called
}

const numbered = (name: string, n: number): string => (n === 1 ? name : `${name.trim()} (${n})`)

const byArrival = (a: Pick<Person, 'id' | 'joinedAt'>, b: Pick<Person, 'id' | 'joinedAt'>): number =>
  a.joinedAt < b.joinedAt ? -1 : a.joinedAt > b.joinedAt ? 1 : a.id < b.id ? -1 : 1

const folded = (name: string): string =>
  withoutUnseen(name)
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\p{Mn}\s]+/gu, '')
