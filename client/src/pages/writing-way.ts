import { useSyncExternalStore } from 'react'
import type { Way } from '../features/editor/editor-chunk.ts'
import { onReadingSettings, readingSettings, setReadingSettings } from '../features/reading/settings.ts'

/** The way this device writes in text boxes (SPEC A11Y-110). */
export const wayNow = (): Way => (readingSettings().simpleBox ? 'simple' : 'rich')

export const useWay = (): Way => useSyncExternalStore(onReadingSettings, wayNow)

/** From now on this device writes so. */
export const setWay = (way: Way): void => setReadingSettings({ ...readingSettings(), simpleBox: way === 'simple' })
