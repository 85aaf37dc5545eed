import { dayAt } from '../uk-day.ts'

/** "Did it happen?" is asked six weeks after a workshop: long enough to have begun, soon enough to be remembered. */
const WEEKS = 6

/** The day on which "did it happen?" is asked of a workshop that closed at a moment. */
export function dueDayAfter(closedAt: number): string {
  const due = new Date(dayAt(closedAt))
  due.setUTCDate(due.getUTCDate() + 7 * WEEKS)
  return due.toISOString().slice(0, 10)
}
