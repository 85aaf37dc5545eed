import { dayOf, timeOf } from '@withy/shared/plan'
import { useLanguage } from './use-text.ts'

/** `day` and `time` in the language shown. */
export function useDates(): { day: (when: string) => string; time: (when: string) => string } {
  const language = useLanguage()
  return { day: (when) => dayOf(language, when), time: (when) => timeOf(language, when) }
}
