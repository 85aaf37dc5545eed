import {
  actionsShown,
  behindWorkshop,
  type CellValue,
  dayOf,
  FEATURES,
  type Field,
  IDEAS,
  type Item,
  type ItemShape,
  isVisible,
  type Language,
  type Origin,
} from '@withy/shared/plan'
import { seen, visibleText } from '../http/visible-text.ts'
import { OURS } from './words.ts'

/** Someone of the plan, for cells that name people by id. */
export type KnownPerson = { readonly id: string; readonly name: string }

/** What a cell names by id: people, and actions of the plan by their first words. */
export type KnownNames = { readonly people: readonly KnownPerson[]; readonly actions: ReadonlyMap<string, string> }

/** On which day (YYYY-MM-DD) "did it happen?" is asked about actions, by their id, and where it is answered. */
export type Asked = { readonly on: ReadonlyMap<string, string>; readonly address: string }

/** `link`: an address that stands after the words. */
export type Fact = { readonly label: string; readonly words: string; readonly link?: string }

/** An item as a reader meets it: its name, then each filled field with its label. */
export type ItemEntry = {
  readonly name: string
  readonly facts: readonly Fact[]
}

/** An item in words, all of it: labels for choices and features, names for people, days in full, and whatever else was in it. */
export function entryOf(
  item: Item,
  shape: ItemShape,
  names: KnownNames & { readonly asked?: Asked | undefined },
  lang: Language,
): ItemEntry {
  const [first, ...rest] = shape.fields
  const wordsIn = (field: Field) => visibleText(cellInWords(field, item.cells[field.id], names, lang))
  const facts = rest.map((field) => ({ label: field.label[lang], words: wordsIn(field) }))
  const origin = item.origin
    ? [{ label: OURS.from[lang], words: visibleText(originInWords(item, item.origin, lang)) }]
    : []
  const other = (item.other ?? []).map((words) => ({ label: OURS.alsoWritten[lang], words: visibleText(words) }))
  const name = first ? wordsIn(first) : ''
  return {
    name: isVisible(name) ? name : OURS.noWords[lang],
    facts: [...facts, ...origin, ...other, ...askedOf(item, names.asked, lang)].filter(({ words }) => isVisible(words)),
  }
}

/** The same words before that day and after it: a copy is read on any day (SPEC WORK-116). */
function askedOf({ id }: Item, asked: Asked | undefined, lang: Language): Fact[] {
  const on = asked?.on.get(id)
  if (!asked || on === undefined) return []
  const words = `${OURS.didItHappen[lang]} ${dayOf(lang, on)}. ${OURS.answerHere[lang]}`
  return [{ label: OURS.afterWorkshop[lang], words, link: asked.address }]
}

function cellInWords(field: Field, value: CellValue | undefined, names: KnownNames, lang: Language): string {
  if (value === undefined) return ''
  if (typeof value === 'object') {
    // Words of people often hold a comma: between those of actions stands something else.
    if (field.type === 'actions')
      return actionsShown(value, names.actions)
        .map((id) => named(field, id, names, lang))
        .join(' · ')
    return value.map((id) => named(field, id, names, lang)).join(', ')
  }
  if (field.type === 'date') return dayOf(lang, String(value))
  if (field.type === 'scale') return `${value} ${OURS.outOfTen[lang]}`
  return named(field, String(value), names, lang)
}

function named(field: Field, id: string, names: KnownNames, lang: Language): string {
  if (field.type === 'choice') return field.options.find((option) => option.id === id)?.label[lang] ?? id
  if (field.type === 'features') return FEATURES.find((feature) => feature.id === id)?.title[lang] ?? id
  if (field.type === 'people') return names.people.find((person) => person.id === id)?.name ?? OURS.someoneGone[lang]
  if (field.type === 'actions') return seen(names.actions.get(id) ?? '') || OURS.noWords[lang]
  return id
}

function originInWords(item: Item, origin: Origin, lang: Language): string {
  if (origin.from === 'workshop') {
    const { names, ownWords } = behindWorkshop(item, origin)
    const own = ownWords.map(({ by, words }) => `${by}: “${words}”`)
    const said = `${OURS.saidBy[lang]} ${names.join(', ')} ${OURS.inWorkshop[lang]} (${dayOf(lang, origin.on)})`
    return [said, ...own].join(' · ')
  }
  if (origin.from === 'plan') return `${OURS.fromPlan[lang]} ${origin.title}`
  const idea = IDEAS.find(({ id }) => id === origin.idea)
  return `${OURS.fromIdea[lang]} ${idea?.title[lang] ?? origin.idea}`
}
