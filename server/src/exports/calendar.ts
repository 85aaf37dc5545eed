import { createHash } from 'node:crypto'
import { type EditionItem, inLanguage, type ShapeId, type Words } from '@withy/shared/plan'
import ical, { ICalEventTransparency } from 'ical-generator'
import { seen } from '../http/visible-text.ts'
import { chosenEdition, listsIn } from './chosen.ts'
import { type Exported, momentOf } from './exported.ts'
import { factsInWords, nameInWords } from './in-words.ts'
import { textIn } from './nodes.ts'
import { namedOf } from './pages.ts'

/** Items that are a day in a calendar, and what is said before what they are called. */
const DAYS: Readonly<Partial<Record<ShapeId, Words>>> = {
  action: { en: 'To be done:', cy: 'I’w wneud:' },
  review: { en: 'Look at our plan again:', cy: 'Edrych ar ein cynllun eto:' },
}

/** What a calendar shows of one thing: the plan has all of it. */
const SIGNS = 160
const LONGEST = 2_000

/** Everything of a copy that is a day in a calendar, in reading order. */
const daysIn = (exported: Exported) =>
  listsIn(chosenEdition(exported)).flatMap(({ section, box }) => {
    const before = DAYS[box.shape]
    if (!before) return []
    return box.items.flatMap((item) => {
      const day = dayIn(item)
      return day ? [{ section, box, item, before, day }] : []
    })
  })

/** Whether a calendar of this copy would hold anything: one with no day in it is no calendar, by its own rules (RFC 5545). */
export const hasDays = (exported: Exported): boolean => daysIn(exported).length > 0

/**
 * The days on which something is to be done and on which the plan is looked at again, for a calendar (RFC 5545). Made of the
 * copy and never of the clock. A day keeps its name from version to version, whatever the plan is called by then, so that a
 * calendar that has it takes a later copy of it for the same day (SPEC EXPORT-46).
 */
export function writeCalendar(exported: Exported): string {
  const { lang } = exported
  const { title, head, mark } = namedOf(exported)
  const copy = [title, head, mark].filter(Boolean).join(' · ')
  const calendar = ical({ prodId: { company: 'Withy', product: 'Plan', language: lang.toUpperCase() }, name: copy })
  for (const { section, box, item, before, day } of daysIn(exported)) {
    const facts = factsInWords(item, undefined, lang).map(({ label, runs }) => `${label}: ${textIn(runs)}`)
    calendar.createEvent({
      id: nameOf(exported.planKey, box.key, item.id),
      stamp: momentOf(exported),
      // Minutes, so that a later copy replaces an earlier one, a draft one that was agreed too.
      sequence: Math.floor(momentOf(exported).getTime() / 60_000),
      start: new Date(`${day}T00:00:00Z`),
      allDay: true,
      transparency: ICalEventTransparency.TRANSPARENT,
      summary: shortened(`${before[lang]} ${seen(nameInWords(item, lang))}`, SIGNS),
      description: shortened([copy, seen(inLanguage(section.title, lang)), ...facts].join('\n'), LONGEST),
    })
  }
  // Every line of the format ends so, the last too.
  return `${calendar.toString().trimEnd()}\r\n`
}

function dayIn({ facts }: EditionItem): string | undefined {
  for (const { value } of facts) if (value.is === 'date') return value.date
  return undefined
}

/** By plan, list and item: an item of a copied plan has the same id there. */
const nameOf = (...of: readonly string[]): string =>
  `${createHash('sha256').update(JSON.stringify(of)).digest('hex').slice(0, 32)}@withy`

const signs = new Intl.Segmenter('en', { granularity: 'grapheme' })

function shortened(words: string, most: number): string {
  if (words.length <= most) return words
  let kept = ''
  for (const { segment } of signs.segment(words)) {
    if (kept.length + segment.length >= most) break
    kept += segment
  }
  return `${kept}…`
}
