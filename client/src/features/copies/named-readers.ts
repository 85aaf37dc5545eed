import type { CopyHolder } from '@withy/shared/api'
import { type Edition, inLanguage, LANGUAGES, type Plan } from '@withy/shared/plan'

/** Somebody who should have a copy, as the plan itself says under "Who sees what". */
export type NamedReader = {
  readonly id: string
  readonly name: string
  readonly sees: 'everything' | 'some' | null
  /** Which parts, in people's own words. */
  readonly which: string
  /** Those sections that these words name by their titles; the rest is for somebody to choose. */
  readonly sections: readonly string[]
  readonly hasCopy: boolean
  /** They are in the plan and so have a place above. */
  readonly isHere: boolean
}

const BOX = 'who-sees-what.readers'
/** Words alone, with a space before and after each: a title is named where all of it stands as words of its own. */
const folded = (words: string): string =>
  ` ${words
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
    .trim()} `

/** Whom a sealed plan names to have a copy, and which of them have one (SPEC EXPORT-67). */
export function namedReaders(plan: Plan, edition: Edition, holders: readonly CopyHolder[]): NamedReader[] {
  const box = plan.boxes[BOX]
  if (box?.type !== 'list') return []
  const titled = edition.parts.flatMap(({ sections }) => sections)
  return box.items.flatMap(({ id, cells }) => {
    const said = (field: string) => (typeof cells[field] === 'string' ? cells[field].trim() : '')
    const who = Array.isArray(cells.who) ? cells.who : []
    const theirs = holders.filter(({ person }) => person !== null && who.includes(person))
    const name = said('name') || theirs.map((holder) => holder.name).join(', ')
    if (name === '') return []
    const which = said('which')
    const isNamed = (title: string) => title.trim() !== '' && folded(which).includes(folded(title))
    const named = titled.filter(({ title }) => LANGUAGES.some((lang) => isNamed(inLanguage(title, lang))))
    const known = theirs.length > 0 ? theirs : holders.filter((holder) => folded(holder.name) === folded(name))
    return [
      {
        ...{
          id,
          name,
          which,
          sees: said('sees') === 'everything' ? 'everything' : said('sees') === 'some' ? 'some' : null,
        },
        sections: named.map((section) => section.id),
        hasCopy: known.some(({ given }) => given.some(({ isOver }) => !isOver)),
        isHere: known.some((holder) => holder.isHere),
      },
    ]
  })
}
