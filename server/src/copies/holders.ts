import type { CopyHolder, GivenCopy } from '@withy/shared/api'
import type { CopyNote } from '../storage/copies.ts'

/** Somebody of the plan, as they are called. */
export type Known = { readonly id: string; readonly name: string }

const iso = (at: number): string => new Date(at).toISOString()

/**
 * What each of these people, and then everybody else who was given one, wants and has of a version. `notes`: in the order they were
 * put. `linkOf`: the address of a private link.
 */
export function holdersOf(
  notes: readonly CopyNote[],
  people: readonly Known[],
  linkOf: (id: string) => string,
): CopyHolder[] {
  const over = new Set(notes.map(({ of }) => of))
  const keyOf = ({ person, name }: Pick<CopyNote, 'person' | 'name'>) => person ?? `name ${name}`
  const byHolder = Map.groupBy(notes, keyOf)
  const here = people.map(({ id, name }) => ({ person: id, name, of: byHolder.get(id) ?? [] }))
  const known = new Set(people.map(({ id }) => id))
  const others = [...byHolder.values()].flatMap((of) => {
    const [first] = of
    return first && !known.has(first.person ?? '') ? [{ person: first.person, name: first.name, of }] : []
  })
  return [...here, ...others].map(({ person, name, of }) => holderOf(person, name, of, over, linkOf))
}

function holderOf(
  person: string | null,
  name: string,
  notes: readonly CopyNote[],
  over: ReadonlySet<string | null>,
  linkOf: (id: string) => string,
): CopyHolder {
  const wish = notes.findLast(({ does }) => does === 'wants')
  const given = notes.flatMap((note) => givenBy(note, over, linkOf))
  const last = notes.findLast(({ does }) => does === 'reminded')
  const hasSince = last && notes.some(({ does, at }) => does !== 'wants' && does !== 'reminded' && at > last.at)
  return {
    person,
    name,
    wants: wish?.form && wish.lang ? { form: wish.form, lang: wish.lang, at: iso(wish.at) } : null,
    given,
    remindedAt: last && !hasSince ? iso(last.at) : null,
  }
}

function givenBy(
  { id, does, form, lang, sections, at, by, byName, person }: CopyNote,
  over: ReadonlySet<string | null>,
  linkOf: (id: string) => string,
): GivenCopy[] {
  if (!form || !lang || (does !== 'took' && does !== 'gave' && does !== 'link')) return []
  const isOver = over.has(id)
  const link = does === 'link' && !isOver ? linkOf(id) : null
  return [{ id, form, lang, isPart: sections !== null, at: iso(at), by: by === person ? null : byName, link, isOver }]
}
