import { type BlockLanguage, spokenIn } from '@withy/shared/plan'
import type { Exported } from './exported.ts'

/** What is said of people's words that say no language themselves: the plan's, where it is not the copy's (SPEC EXPORT-113). */
export function theirsIn({ edition, lang }: Pick<Exported, 'edition' | 'lang'>): BlockLanguage {
  if (edition.lang === undefined || edition.lang === lang) return {}
  // A line in letters that run the other way runs as they do.
  return { lang: edition.lang, ...(spokenIn(edition.lang).dir === 'rtl' && { dir: 'rtl' }) }
}

/** The same copy, in which the plan says no language. */
export function withoutLanguage(exported: Exported): Exported {
  const { lang: _, ...edition } = exported.edition
  return { ...exported, edition }
}
