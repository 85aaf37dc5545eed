import { canonicalItem } from '../canonical.ts'
import type { Language, Words } from '../catalogue.ts'
import { WELSH_MONTHS } from '../dates.ts'
import type { EasyCheck, Item, Plan } from '../plan.ts'
import { say } from '../wording.ts'
import { EASY_TITLE, easyKey } from './place.ts'
import { printOf } from './print.ts'

const NOT_CHECKED = say('Not checked yet.', 'Heb ei wirio eto.')

/** The rows as a reader sees them: a check holds as long as they read so. */
export const printOfRows = (rows: readonly Item[]): string => printOf(rows.map(canonicalItem))

/**
 * Whether easy words were gone through with somebody, as it is told wherever they stand, in both languages: nobody takes them for
 * checked when they are not, or not as they read now (SPEC EASY-12).
 */
export function easyStatus(rows: readonly Item[], check: EasyCheck | undefined): Words {
  if (!check) return NOT_CHECKED
  const isSame = check.rows === printOfRows(rows)
  return say(inEnglish(check, isSame), inWelsh(check, isSame))
}

const inEnglish = ({ by, supporter, on }: EasyCheck, isSame: boolean): string => {
  const who = `with ${by} on ${day('en', on)}${supporter ? `, with ${supporter} supporting` : ''}`
  return isSame ? `Checked ${who}.` : `Changed since it was checked ${who}.`
}

const inWelsh = ({ by, supporter, on }: EasyCheck, isSame: boolean): string => {
  const who = `gyda ${by} (${day('cy', on)}${supporter ? `, gyda chymorth ${supporter}` : ''})`
  return isSame ? `Wedi’i wirio ${who}.` : `Wedi newid ers ei wirio ${who}.`
}

/**
 * A day in words of ours. It is part of what people agree to: what a browser or a newer Node would say ("Tuesday, 3" or "Tuesday 3")
 * must not change a fingerprint. Editions come out of files too, and a day in them may be none.
 */
function day(language: Language, on: string): string {
  const [year, month, date] = on.split('-').map(Number)
  const name = MONTHS[language][(month ?? 0) - 1]
  return name ? `${date} ${name} ${year}` : on
}

const MONTHS: Readonly<Record<Language, readonly string[]>> = {
  en: 'January February March April May June July August September October November December'.split(' '),
  cy: WELSH_MONTHS,
}

/** Title and status in one: it is what every copy, comparison and agreement shows, so that the status is never left out. */
export function easyTitle(rows: readonly Item[], check: EasyCheck | undefined): Words {
  const status = easyStatus(rows, check)
  return say(`${EASY_TITLE.en}. ${status.en}`, `${EASY_TITLE.cy}. ${status.cy}`)
}

/** What is told of checks, by section: of those that have rows to be read. */
export function easyChecksIn({ boxes, easyChecked }: Plan): ReadonlyMap<string, Words> {
  const told = Object.entries(easyChecked).flatMap(([section, check]): [string, Words][] => {
    const content = boxes[easyKey(section)]
    const rows = content?.type === 'list' ? content.items : []
    return rows.length > 0 ? [[section, easyStatus(rows, check)]] : []
  })
  return new Map(told)
}
