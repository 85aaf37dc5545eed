import type { Needs } from '@withy/shared/api'
import { readingSettings, SIZES, setReadingSettings } from '../features/reading/settings.ts'

/** Large enough for somebody who asks for large letters, without knowing more. */
const LARGE = '150'

/** Sets how this device shows everything by what somebody needs: the reading settings everybody has, which they can change at any time. */
export function showAsNeeded(ticks: Needs['ticks']): void {
  const now = readingSettings()
  const isSmall = SIZES.indexOf(now.size) < SIZES.indexOf(LARGE)
  setReadingSettings({
    ...now,
    size: ticks.includes('large-text') && isSmall ? LARGE : now.size,
    pictures: now.pictures || ticks.includes('pictures'),
    calm: now.calm || ticks.includes('slow'),
  })
}
