/** "Did it happen?" is asked six weeks after a workshop: long enough to have begun, soon enough to be remembered. */
const WEEKS = 6

const PARTS = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/London',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
})

/** The day in the UK at a moment, as YYYY-MM-DD: days compare as words do. */
export function dayAt(ms: number): string {
  const { year, month, day } = Object.fromEntries(PARTS.formatToParts(ms).map(({ type, value }) => [type, value]))
  return `${year}-${month}-${day}`
}

/** The day on which "did it happen?" is asked of a workshop that closed at a moment. */
export function dueDayAfter(closedAt: number): string {
  const due = new Date(dayAt(closedAt))
  due.setUTCDate(due.getUTCDate() + 7 * WEEKS)
  return due.toISOString().slice(0, 10)
}
