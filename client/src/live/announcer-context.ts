import { createContext, useContext, useSyncExternalStore } from 'react'
import { type Announcements, createAnnouncements, type Entry } from './announcements.ts'

/** The page's announcer, given by `app`. Without one (a component on its own in a test) nothing is read out. */
export const AnnouncerContext = createContext<Announcements>(createAnnouncements())

/** Tells the announcer what happened: `announce({ kind: 'joined', name })`. */
export const useAnnounce = (): Announcements['announce'] => useContext(AnnouncerContext).announce

/** The last 50 things that happened on this page, newest first. */
export function useActivity(): readonly Entry[] {
  const announcements = useContext(AnnouncerContext)
  return useSyncExternalStore(announcements.onChange, announcements.list)
}
