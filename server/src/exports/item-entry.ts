import {
  type CellValue,
  FEATURES,
  type Field,
  IDEAS,
  type Item,
  type ItemShape,
  type Language,
  type Origin,
} from '@withy/shared/plan'
import { isVisible, visibleText } from './visible-text.ts'
import { dayInWords, OURS } from './words.ts'

/** Someone of the plan, for cells that name people by id. */
export type KnownPerson = { readonly id: string; readonly name: string }

/** An item as a reader meets it: its name, then each filled field with its label. */
export type ItemEntry = {
  readonly name: string
  readonly facts: readonly { readonly label: string; readonly words: string }[]
}

/** An item in words, all of it: labels for choices and features, names for people, days in full, and whatever else was in it. */
export function entryOf(item: Item, shape: ItemShape, people: readonly KnownPerson[], lang: Language): ItemEntry {
  const [first, ...rest] = shape.fields
  const wordsIn = (field: Field) => visibleText(cellInWords(field, item.cells[field.id], people, lang))
  const facts = rest.map((field) => ({ label: field.label[lang], words: wordsIn(field) }))
  const origin = item.origin ? [{ label: OURS.from[lang], words: visibleText(originInWords(item.origin, lang)) }] : []
  const other = (item.other ?? []).map((words) => ({ label: OURS.alsoWritten[lang], words: visibleText(words) }))
  const name = first ? wordsIn(first) : ''
  return {
    name: isVisible(name) ? name : OURS.noWords[lang],
    facts: [...facts, ...origin, ...other].filter(({ words }) => isVisible(words)),
  }
}

function cellInWords(
  field: Field,
  value: CellValue | undefined,
  people: readonly KnownPerson[],
  lang: Language,
): string {
  if (value === undefined) return ''
  if (typeof value === 'object') return value.map((id) => named(field, id, people, lang)).join(', ')
  if (field.type === 'date') return dayInWords(String(value), lang)
  if (field.type === 'scale') return `${value} ${OURS.outOfTen[lang]}`
  return named(field, String(value), people, lang)
}

function named(field: Field, id: string, people: readonly KnownPerson[], lang: Language): string {
  if (field.type === 'choice') return field.options.find((option) => option.id === id)?.label[lang] ?? id
  if (field.type === 'features') return FEATURES.find((feature) => feature.id === id)?.title[lang] ?? id
  if (field.type === 'people') return people.find((person) => person.id === id)?.name ?? OURS.someoneGone[lang]
  return id
}

function originInWords(origin: Origin, lang: Language): string {
  if (origin.from === 'plan') return `${OURS.fromPlan[lang]} ${origin.title}`
  const idea = IDEAS.find(({ id }) => id === origin.idea)
  return `${OURS.fromIdea[lang]} ${idea?.title[lang] ?? origin.idea}`
}
