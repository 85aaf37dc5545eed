import type { Language } from '@withy/shared/plan'
import { useLanguage } from './use-text.ts'

const LOCALE: Record<Language, string> = { en: 'en-GB', cy: 'cy' }
const PLACE = 'Europe/London'

/** Dates as people say them, in UK time wherever the device is. `when`: an ISO time, or YYYY-MM-DD. */
export const dayOf = (language: Language, when: string): string =>
  format(language, { dateStyle: 'full' }).format(new Date(when))

/** "2:30 pm" */
export const timeOf = (language: Language, when: string): string =>
  format(language, { hour: 'numeric', minute: '2-digit', hour12: true }).format(new Date(when))

const format = (language: Language, options: Intl.DateTimeFormatOptions) =>
  new Intl.DateTimeFormat(LOCALE[language], { timeZone: PLACE, ...options })

/** `day` and `time` in the language shown. */
export function useDates(): { day: (when: string) => string; time: (when: string) => string } {
  const language = useLanguage()
  return { day: (when) => dayOf(language, when), time: (when) => timeOf(language, when) }
}
