import { boxIn } from '../append-words.ts'
import { canonicalItem } from '../canonical.ts'
import { boxKey, sectionsOf } from '../catalogue.ts'
import { hasWords } from '../plain-words.ts'
import type { Item, Plan, RichText, StandsFor } from '../plan.ts'
import { ownActionsKey, ownTextKey } from '../plan-doc.ts'
import { sentencesOf, wordsOfRuns } from '../rewording/sentences.ts'
import { SHAPES } from '../shapes.ts'
import { TEMPLATES } from '../templates.ts'
import { sectionOfBox } from './place.ts'
import { printOf } from './print.ts'

/** Words of the full text that one row can stand for: a sentence of a text box, or an item. */
export type FullWords = { readonly words: string; readonly of: StandsFor }

/** The full text of a section, sentence by sentence and item by item: what rows of easy words may begin as (SPEC EASY-14). */
export function fullWordsOf(plan: Plan, section: string): readonly FullWords[] {
  return boxesIn(plan, section).flatMap((key): FullWords[] => {
    const content = boxIn(plan, key)
    if (!content) return []
    if (content.type === 'text')
      return sentencesIn(content.text).map((words) => ({ words, of: { place: key, print: printOf(words) } }))
    const named = SHAPES[content.shape].fields[0]?.id ?? ''
    return content.items.flatMap((item) => {
      const words = String(item.cells[named] ?? '').trim()
      return hasWords(words) ? [{ words, of: { place: `${key}/${item.id}`, print: printOfItem(item) } }] : []
    })
  })
}

/** What a row stands for that somebody writes from nothing: all of the section, as it reads now. */
export const wholeSection = (plan: Plan, section: string): StandsFor => ({
  place: section,
  print: printOfSection(plan, section),
})

/**
 * Whether the full text that a row stands for reads otherwise than when the row was written or last looked at. `null`: the row does
 * not say what it stands for (SPEC EASY-11).
 */
export function fullTextChanged(plan: Plan, section: string, of: StandsFor | undefined): boolean | null {
  if (!of) return null
  if (of.place === section) return printOfSection(plan, section) !== of.print
  return !fullWordsOf(plan, section).some((now) => now.of.place === of.place && now.of.print === of.print)
}

/** What a row stands for from now on, after somebody looked: the item as it is; else, since its sentence is not there any more, the section. */
export function standsForNow(plan: Plan, section: string, of: StandsFor): StandsFor {
  const item = of.place.includes('/') && fullWordsOf(plan, section).find((now) => now.of.place === of.place)
  return item ? item.of : wholeSection(plan, section)
}

const printOfSection = (plan: Plan, section: string): string =>
  printOf(fullWordsOf(plan, section).map(({ of: { place, print } }) => [place, print]))

/** Every cell counts, also the choices and days: they are read in the plan. */
const printOfItem = (item: Item): string => {
  const { cells, other } = canonicalItem(item)
  return printOf([cells, other ?? []])
}

const sentencesIn = (text: RichText): string[] =>
  sentencesOf(text)
    .map(({ runs }) => wordsOfRuns(runs).replace(/\s+/g, ' ').trim())
    .filter(hasWords)

function boxesIn({ kind, own }: Plan, section: string): readonly string[] {
  const ours = sectionsOf(TEMPLATES[kind]).find(({ id }) => id === section)
  if (ours) return ours.boxes.map(({ id }) => boxKey(section, id))
  return own
    .filter(({ id }) => sectionOfBox(ownTextKey(id)) === section)
    .flatMap(({ id }) => [ownTextKey(id), ownActionsKey(id)])
}
