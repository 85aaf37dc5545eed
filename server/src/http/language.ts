import { LANGUAGES, type Language } from '@withy/shared/plan'
import type { Context } from 'hono'
import { accepts } from 'hono/accepts'

/** Which of our languages whoever asks reads best, as their browser says; English where it says none of them. */
export function languageOf(c: Context): Language {
  const best = accepts(c, {
    header: 'Accept-Language',
    supports: [...LANGUAGES],
    default: 'en',
    match: (wanted) => {
      const tags = wanted.filter(({ q }) => q > 0).toSorted((a, b) => b.q - a.q)
      return tags.map(({ type }) => type.toLowerCase().split('-')[0]).find((tag) => ourLanguage(tag)) ?? 'en'
    },
  })
  return ourLanguage(best) ?? 'en'
}

/** One of our languages by its tag. */
export const ourLanguage = (tag: string | undefined): Language | undefined => LANGUAGES.find((one) => one === tag)
