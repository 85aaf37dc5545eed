import type { Language } from '@withy/shared/plan'
import type { Context } from 'hono'
import { accepts } from 'hono/accepts'

/** Which of our languages whoever asks reads best, as their browser says; English where it says neither. */
export function languageOf(c: Context): Language {
  const best = accepts(c, {
    header: 'Accept-Language',
    supports: ['en', 'cy'],
    default: 'en',
    match: (wanted) => {
      const tags = wanted.filter(({ q }) => q > 0).toSorted((a, b) => b.q - a.q)
      return (
        tags.map(({ type }) => type.toLowerCase().split('-')[0] ?? '').find((tag) => /^(?:en|cy)$/.test(tag)) ?? 'en'
      )
    },
  })
  return best === 'cy' ? 'cy' : 'en'
}
