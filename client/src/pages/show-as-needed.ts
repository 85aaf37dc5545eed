import type { Needs } from '@withy/shared/api'
import type { Look } from '../features/cards/look-offer.tsx'
import { type ReadingSettings, readingSettings, SIZES, setReadingSettings } from '../features/reading/settings.ts'

/** Large enough for somebody who asks for large letters, without knowing more. */
const LARGE = '150'

/**
 * How a card "How I communicate" sets this device's pages, for whoever wants that: by the reading settings everybody has, which
 * they can change at any time (SPEC A11Y-194).
 */
export const LOOK: Look = {
  changes(ticks) {
    const now = readingSettings()
    const then = asNeeded(ticks, now)
    return [
      ...(then.size === now.size ? [] : ['large-text' as const]),
      ...(then.pictures === now.pictures ? [] : ['pictures' as const]),
      ...(then.calm === now.calm ? [] : ['calm' as const]),
    ]
  },
  show: (ticks) => setReadingSettings(asNeeded(ticks, readingSettings())),
}

function asNeeded(ticks: Needs['ticks'], now: ReadingSettings): ReadingSettings {
  const isSmall = SIZES.indexOf(now.size) < SIZES.indexOf(LARGE)
  const has = (...needs: Needs['ticks']) => needs.some((need) => ticks.includes(need))
  return {
    ...now,
    size: has('large-text') && isSmall ? LARGE : now.size,
    pictures: now.pictures || has('pictures', 'easy-read'),
    calm: now.calm || has('slow', 'quiet'),
  }
}
