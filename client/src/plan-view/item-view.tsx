import type { CellValue, Field, Item, ItemShape, Language } from '@withy/shared/plan'
import { actionsShown, dayOf, FEATURES, SHAPES } from '@withy/shared/plan'
import { Words } from './explain.tsx'
import './plan-view.css'
import { Theirs } from '../ui/theirs.tsx'

/** A person of the plan as far as a view needs them. */
export type KnownPerson = { readonly id: string; readonly name: string }

/** What cells name by id: people, and actions of the plan by their first words. */
export type KnownNames = { readonly people: readonly KnownPerson[]; readonly actions: ReadonlyMap<string, string> }

type ItemViewProps = {
  item: Item
  shape: ItemShape
  lang: Language
} & KnownNames

/** A list item drawn read-only: its first words large, then each field that is filled, with its label. */
export function ItemView({ item, shape, lang, people, actions }: ItemViewProps) {
  const [first, ...rest] = shape.fields
  const known = { people, actions }
  const called = first && cellWordsIn(first, item.cells[first.id], lang, known)
  const filled = rest.flatMap((field) => {
    const words = cellWordsIn(field, item.cells[field.id], lang, known)
    return words ? [{ field, words }] : []
  })
  return (
    <div className="item-view">
      <Theirs
        as="p"
        in={called && langOf(first, item)}
        ours={!called}
        className="item-view-name"
        data-field={first?.id}
      >
        <Words ours={!called} words={called || shape.name[lang]} />
      </Theirs>
      {filled.length > 0 && (
        <dl className="item-view-cells">
          {filled.map(({ field, words }) => (
            <div key={field.id}>
              <dt>{field.label[lang]}</dt>
              <Theirs as="dd" in={langOf(field, item)} ours={!isTheirs(field)} data-field={field.id}>
                <Words ours={!isTheirs(field)} words={words} />
              </Theirs>
            </div>
          ))}
        </dl>
      )}
      {item.other?.map((words, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: plain words without identity or state
        <Theirs as="p" key={i} className="item-view-other">
          <Words words={words} />
        </Theirs>
      ))}
    </div>
  )
}

/** The language of what is written in a field, where the field or its item says it. */
const langOf = (field: Field | undefined, { lang }: Item): string | undefined =>
  field?.type === 'words' ? (field.lang ?? lang) : undefined

/** Whether a field holds words that people wrote, and no label or name. */
const isTheirs = ({ type }: Field): boolean => type === 'words' || type === 'actions'

/**
 * A cell as words: names for people, labels for choices and features, first words of actions, the day in full for a
 * date; '' when empty. What its field cannot read (an option no longer there, words where a date belongs) is shown as it
 * stands, never dropped; an action that is gone is not shown (SPEC PLAN-63).
 */
export function cellWordsIn(field: Field, value: CellValue | undefined, lang: Language, known: KnownNames): string {
  if (value === undefined || value === '') return ''
  if (Array.isArray(value)) {
    // Words of people often hold a comma: between those of actions stands something else.
    if (field.type === 'actions')
      return actionsShown(value, known.actions)
        .map((each) => nameOf(field, each, lang, known))
        .join(' · ')
    return value.map((each) => nameOf(field, String(each), lang, known)).join(', ')
  }
  if (field.type === 'date') return dateInWords(String(value), lang)
  if (field.type === 'scale') return `${value} / 10`
  return nameOf(field, String(value), lang, known)
}

function nameOf(field: Field, id: string, lang: Language, { people, actions }: KnownNames): string {
  if (field.type === 'choice') return field.options.find((option) => option.id === id)?.label[lang] ?? id
  if (field.type === 'people') return people.find((person) => person.id === id)?.name ?? id
  if (field.type === 'actions') return actions.get(id) || SHAPES.action.name[lang]
  if (field.type === 'features') return FEATURES.find((feature) => feature.id === id)?.title[lang] ?? id
  return id
}

/** `2026-06-14` as "Sunday 14 June 2026"; anything else as it stands. */
export function dateInWords(date: string, lang: Language): string {
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(date)
  if (!parts) return date
  // Noon UTC is the same day in the UK, all year round.
  const at = new Date(Date.UTC(Number(parts[1]), Number(parts[2]) - 1, Number(parts[3]), 12))
  if (Number.isNaN(at.getTime())) return date
  return dayOf(lang, at.toISOString())
}
