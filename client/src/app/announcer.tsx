import { type ReactNode, useEffect, useState, useSyncExternalStore } from 'react'
import { onReadingSettings, readingSettings } from '../features/reading/settings.ts'
import { createAnnouncements } from '../live/announcements.ts'
import { AnnouncerContext } from '../live/announcer-context.ts'
import { sentenceOf } from '../live/notice-words.ts'
import { onToldChoice, silent } from '../live/told.ts'
import { useText } from '../text/use-text.ts'

/**
 * The one announcer of the app: two live regions, always on the page, that messages are added to as new elements and
 * taken out of after 7 s. Replacing text instead loses messages, and the same text twice would be silent (SPEC A11Y-40).
 */
export function Announcer({ children }: { readonly children: ReactNode }) {
  const t = useText()
  const [announcements] = useState(createAnnouncements)
  const spoken = useSyncExternalStore(announcements.onChange, announcements.spoken)

  useEffect(() => {
    const stop = new AbortController()
    const key = () => announcements.key()
    // beforeinput: phone keyboards and dictation press no keys.
    for (const event of ['keydown', 'beforeinput'])
      document.addEventListener(event, key, { capture: true, passive: true, signal: stop.signal })
    return () => stop.abort()
  }, [announcements])

  useEffect(() => {
    const choose = () => announcements.quiet(silent(readingSettings().calm))
    choose()
    const stops = [onReadingSettings(choose), onToldChoice(choose)]
    return () => stops.forEach((stop) => void stop())
  }, [announcements])

  const told = (urgent: boolean) =>
    spoken.filter((each) => each.urgent === urgent).map(({ id, notices }) => <p key={id}>{sentenceOf(t, notices)}</p>)

  return (
    <AnnouncerContext value={announcements}>
      <div className="unseen" aria-live="polite" aria-relevant="additions" aria-atomic="false">
        {told(false)}
      </div>
      <div className="unseen" aria-live="assertive" aria-relevant="additions" aria-atomic="false">
        {told(true)}
      </div>
      {children}
    </AnnouncerContext>
  )
}
