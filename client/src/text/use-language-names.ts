import { nameOfLanguage, SPOKEN_LANGUAGES } from '@withy/shared/plan'
import { useLanguage } from './use-text.ts'

/** A language as we call it, and as those call it who speak it. */
export function useLanguageNames(): (tag: string) => string {
  const shown = useLanguage()
  return (tag) => {
    const own = SPOKEN_LANGUAGES.find(({ lang }) => lang === tag)?.own
    if (own === undefined) return nameOfLanguage(tag, shown)
    return tag === shown ? own : `${nameOfLanguage(tag, shown)} – ${own}`
  }
}
