import type { Language } from './catalogue.ts'

const format = (options: Intl.DateTimeFormatOptions) =>
  new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/London', ...options })

// Made once: making one takes a phone a millisecond or more, and a plan has many dates.
const DAY = format({ dateStyle: 'full' })
const TIME = format({ hour: 'numeric', minute: '2-digit', hour12: true })
const PARTS = format({ weekday: 'short', day: 'numeric', month: 'numeric', year: 'numeric' })

// Our own: Chromium knows no Welsh days and months, and would say them in American English; the copies people take away
// say what the page said.
const DAYS: Readonly<Record<string, string>> = {
  Mon: 'Llun',
  Tue: 'Mawrth',
  Wed: 'Mercher',
  Thu: 'Iau',
  Fri: 'Gwener',
  Sat: 'Sadwrn',
  Sun: 'Sul',
}
export const WELSH_MONTHS =
  'Ionawr Chwefror Mawrth Ebrill Mai Mehefin Gorffennaf Awst Medi Hydref Tachwedd Rhagfyr'.split(' ')

const partsOf = (formatted: Intl.DateTimeFormat, when: string) =>
  Object.fromEntries(formatted.formatToParts(new Date(when)).map(({ type, value }) => [type, value]))

/** Dates as people say them, in UK time wherever the device is. `when`: an ISO time, or YYYY-MM-DD. */
export function dayOf(language: Language, when: string): string {
  if (language === 'en') return DAY.format(new Date(when))
  language satisfies 'cy'
  const { weekday, day, month, year } = partsOf(PARTS, when)
  return `Dydd ${DAYS[weekday ?? '']} ${Number(day)} ${WELSH_MONTHS[Number(month) - 1]} ${year}`
}

/** "2:30 pm", "2:30 yh" */
export function timeOf(language: Language, when: string): string {
  if (language === 'en') return TIME.format(new Date(when))
  language satisfies 'cy'
  const { hour, minute, dayPeriod } = partsOf(TIME, when)
  return `${hour}:${minute} ${dayPeriod?.startsWith('a') ? 'yb' : 'yh'}`
}
