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
