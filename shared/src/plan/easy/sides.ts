import { LANGUAGES, type Language } from '../catalogue.ts'
import type { EditionItem } from '../edition.ts'
import { hasWords } from '../plain-words.ts'
import type { Item } from '../plan.ts'
import { SHAPES } from '../shapes.ts'
import { PHOTO_WORDS } from './photo.ts'

/** The words of a row in one language; without `lang` nobody said in which. `field`: the cell they stand in. */
export type EasySide = { readonly field: string; readonly words: string; readonly lang?: Language }

/**
 * The words of a row side by side, those in the reader's language first; a side without words is none (SPEC EASY-39). A row that has the
 * same again in one of our two languages is itself in the other, unless their plan is in a third: nobody else would write it twice.
 * @param plan the language of the plan; null: nobody said
 */
export function sidesOfRow({ cells }: Pick<Item, 'cells'>, reader: Language, plan: string | null): readonly EasySide[] {
  return inOrder(
    SHAPES.easy.fields.flatMap((field): EasySide[] => {
      if (field.type !== 'words' || field.id === PHOTO_WORDS) return []
      return [{ field: field.id, words: String(cells[field.id] ?? ''), ...(field.lang && { lang: field.lang }) }]
    }),
    reader,
    plan,
  )
}

/** The same of a row of an edition. */
export function sidesOfFacts(
  { name, facts }: Pick<EditionItem, 'name' | 'facts'>,
  reader: Language,
  plan: string | null,
): readonly EasySide[] {
  const named = { field: SHAPES.easy.fields[0]?.id ?? '', label: SHAPES.easy.name, value: name }
  return inOrder(
    [named, ...facts].flatMap(({ field, value }): EasySide[] =>
      value?.is === 'words' && field !== PHOTO_WORDS ? [{ field, words: value.words, ...oursIn(value.lang) }] : [],
    ),
    reader,
    plan,
  )
}

/** A row of easy words says no language but ours. */
function oursIn(lang: string | undefined): { readonly lang?: Language } {
  const one = LANGUAGES.find((known) => known === lang)
  return one ? { lang: one } : {}
}

function inOrder(given: readonly EasySide[], reader: Language, plan: string | null): readonly EasySide[] {
  const sides = given.filter(({ words }) => hasWords(words))
  const twins = sides.flatMap(({ lang }) => lang ?? [])
  const left = LANGUAGES.filter((lang) => !twins.includes(lang))
  const isOneOfOurs = plan === null || LANGUAGES.some((lang) => lang === plan)
  const own = isOneOfOurs && twins.length > 0 && left.length === 1 ? left[0] : undefined
  const said = sides.map((side) => (side.lang || !own ? side : { ...side, lang: own }))
  return [...said.filter(({ lang }) => lang === reader), ...said.filter(({ lang }) => lang !== reader)]
}
