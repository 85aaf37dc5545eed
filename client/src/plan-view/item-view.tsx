import type { CellValue, Field, Item, ItemShape, Language } from '@withy/shared/plan'
import { FEATURES } from '@withy/shared/plan'
import './plan-view.css'

/** A person of the plan as far as a view needs them. */
export type KnownPerson = { readonly id: string; readonly name: string }

type ItemViewProps = {
  item: Item
  shape: ItemShape
  lang: Language
  people: readonly KnownPerson[]
}

/** A list item drawn read-only: its first words large, then each field that is filled, with its label. */
export function ItemView({ item, shape, lang, people }: ItemViewProps) {
  const [first, ...rest] = shape.fields
  const filled = rest.flatMap((field) => {
    const words = cellWordsIn(field, item.cells[field.id], lang, people)
    return words ? [{ field, words }] : []
  })
  return (
    <div className="item-view">
      <p className="item-view-name" dir="auto">
        {(first && cellWordsIn(first, item.cells[first.id], lang, people)) || shape.name[lang]}
      </p>
      {filled.length > 0 && (
        <dl className="item-view-cells">
          {filled.map(({ field, words }) => (
            <div key={field.id}>
              <dt>{field.label[lang]}</dt>
              <dd dir="auto">{words}</dd>
            </div>
          ))}
        </dl>
      )}
      {item.other?.map((words, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: plain words without identity or state
        <p key={i} className="item-view-other" dir="auto">
          {words}
        </p>
      ))}
    </div>
  )
}

/**
 * A cell as words: names for people, labels for choices and features, the day in full for a date; '' when empty.
 * What its field cannot read (an option no longer there, words where a date belongs) is shown as it stands, never dropped.
 */
export function cellWordsIn(
  field: Field,
  value: CellValue | undefined,
  lang: Language,
  people: readonly KnownPerson[],
): string {
  if (value === undefined || value === '') return ''
  if (Array.isArray(value)) {
    return value.map((each) => nameOf(field, String(each), lang, people)).join(', ')
  }
  if (field.type === 'date') return dateInWords(String(value), lang)
  if (field.type === 'scale') return `${value} / 10`
  return nameOf(field, String(value), lang, people)
}

function nameOf(field: Field, id: string, lang: Language, people: readonly KnownPerson[]): string {
  if (field.type === 'choice') return field.options.find((option) => option.id === id)?.label[lang] ?? id
  if (field.type === 'people') return people.find((person) => person.id === id)?.name ?? id
  if (field.type === 'features') return FEATURES.find((feature) => feature.id === id)?.title[lang] ?? id
  return id
}

/** `2026-06-14` as "Sunday 14 June 2026"; anything else as it stands. */
export function dateInWords(date: string, lang: Language): string {
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(date)
  if (!parts) return date
  // Noon UTC, shown in UTC: the day stays the same in every time zone.
  const at = new Date(Date.UTC(Number(parts[1]), Number(parts[2]) - 1, Number(parts[3]), 12))
  if (Number.isNaN(at.getTime())) return date
  return dayFormat(lang).format(at)
}

// Made once a language: making one takes a phone a millisecond or more, and a plan has many dates.
const dayFormats = new Map<Language, Intl.DateTimeFormat>()

function dayFormat(lang: Language): Intl.DateTimeFormat {
  const made =
    dayFormats.get(lang) ??
    new Intl.DateTimeFormat(lang === 'cy' ? 'cy-GB' : 'en-GB', { dateStyle: 'full', timeZone: 'UTC' })
  dayFormats.set(lang, made)
  return made
}
