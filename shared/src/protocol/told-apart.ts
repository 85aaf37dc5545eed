import type { Person } from './room-messages.ts'

/**
 * The name each person is shown by: their own, with a number after it where someone who came before has the same
 * (case and spaces aside), so that two Sams are never taken for one another.
 * @returns names by person id
 */
export function toldApart(people: readonly Pick<Person, 'id' | 'name' | 'joinedAt'>[]): ReadonlyMap<string, string> {
  const taken = new Map<string, number>()
  const names = new Map<string, string>()
  const inOrder = [...people].sort((a, b) => a.joinedAt.localeCompare(b.joinedAt) || a.id.localeCompare(b.id))
  for (const { id, name } of inOrder) {
    const key = name.trim().replace(/\s+/g, ' ').toLocaleLowerCase()
    const number = (taken.get(key) ?? 0) + 1
    taken.set(key, number)
    names.set(id, number === 1 ? name : `${name.trim()} (${number})`)
  }
  return names
}
