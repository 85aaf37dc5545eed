import type { CopyHolder, GivenCopy } from '@withy/shared/api'
import type { CopyNote } from '../storage/copies.ts'

/** Somebody of the plan, as they are called. */
export type Known = { readonly id: string; readonly name: string }

const iso = (at: number): string => new Date(at).toISOString()

type Asking = {
  /** The id of who asks. */
  readonly me: string
  /** The address of a private link. */
  readonly linkOf: (id: string) => string
}
type Over = ReadonlyMap<string | null, CopyNote>
/** By the link each of them ends. */
const overIn = (notes: readonly CopyNote[]): Over => new Map(notes.map((note) => [note.of, note]))

/**
 * What each of these people, and then everybody else who was given one and is not put away, wants and has of a version. `notes`: in
 * the order they were put.
 */
export function holdersOf(notes: readonly CopyNote[], people: readonly Known[], asking: Asking): CopyHolder[] {
  const over = overIn(notes)
  const keyOf = ({ person, name }: Pick<CopyNote, 'person' | 'name'>) => person ?? `name ${name}`
  const byHolder = Map.groupBy(notes, keyOf)
  const here = people.map(({ id, name }) => ({ person: id, name, isHere: true, of: byHolder.get(id) ?? [] }))
  const known = new Set(people.map(({ id }) => id))
  const others = [...byHolder.values()].flatMap((of) => {
    const [first] = of
    if (!first || known.has(first.person ?? '') || of.at(-1)?.does === 'away') return []
    return [{ person: first.person, name: first.name, isHere: false, of }]
  })
  return [...here, ...others].map(({ of, ...holder }) => ({ ...holder, ...copiesIn(of, over, asking) }))
}

function copiesIn(
  notes: readonly CopyNote[],
  over: Over,
  asking: Asking,
): Omit<CopyHolder, 'person' | 'name' | 'isHere'> {
  const wish = notes.findLast(({ does }) => does === 'wants')
  const last = reminderIn(notes)
  return {
    wants: wish?.form && wish.lang ? { form: wish.form, lang: wish.lang, at: iso(wish.at) } : null,
    given: notes.flatMap((note) => givenBy(note, over, asking)),
    remindedAt: last && iso(last.at),
  }
}

/**
 * When one person was reminded, where they have had no copy since; null: they were not, or have. By the order in which their notes
 * were put: a server's clock may be set back, and a link that was taken back is no copy.
 */
export function reminderIn(notes: readonly CopyNote[]): CopyNote | null {
  const over = overIn(notes)
  const at = notes.findLastIndex(({ does }) => does === 'reminded')
  const hasSince = notes.slice(at + 1).some((note) => isCopy(note) && !over.has(note.id))
  return hasSince ? null : (notes[at] ?? null)
}

const isCopy = ({ does }: CopyNote): boolean => does === 'took' || does === 'gave' || does === 'link'

function givenBy(note: CopyNote, over: Over, { me, linkOf }: Asking): GivenCopy[] {
  const { id, does, form, lang, sections, at, by, byName, person } = note
  if (!form || !lang || !isCopy(note)) return []
  const ended = over.get(id)
  // What somebody made for themselves is theirs to give: who leads knows of it, and has no way in by it.
  const isTold = person === me || person !== by
  return [
    {
      ...{ id, form, lang, sections: sections && [...sections], at: iso(at), by: by === person ? null : byName },
      link: does === 'link' && !ended && isTold ? linkOf(id) : null,
      isOver: ended !== undefined,
      overBy: !ended || ended.by === person ? null : ended.byName,
    },
  ]
}
