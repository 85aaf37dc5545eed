import { useEffect, useRef } from 'react'
import { useAnnounce } from '../../live/announcer-context.ts'
import { useDesk } from '../../live/desk.tsx'
import { createDigest } from '../../live/digest.ts'
import { onOthersChanges, sectionOfRoot } from '../../live/others-changes.ts'
import { useSectionTitles } from '../../live/section-titles.ts'
import { createComings } from './comings.ts'
import { namesOf, peopleHere } from './people-here.ts'

/** Those who were here before us arrive within this time after the first sync, and are not news. */
const MEETING = 2_000

/** Tells the announcer who comes and goes, who changed what, and what the room screen shows. Draws nothing. */
export function PresenceNews() {
  const announce = useAnnounce()
  const { live, people, me, shown } = useDesk()
  const titleOf = useSectionTitles()
  const newest = useRef({ people, titleOf })
  newest.current = { people, titleOf }

  const told = useRef(shown)
  useEffect(() => {
    const section = shown === told.current || shown === null ? null : newest.current.titleOf(shown)
    if (section !== null) announce({ kind: 'shown', section })
    told.current = shown
  }, [shown, announce])

  useEffect(() => {
    const comings = createComings(announce)
    const see = () => comings.see(peopleHere(live.here(), newest.current.people, me.id), live.link().is === 'open')
    see()
    const meeting = setTimeout(comings.meet, MEETING)
    const stopHere = live.onHere(see)
    const stopLink = live.onLink(see)
    return () => {
      clearTimeout(meeting)
      stopHere()
      stopLink()
      comings.stop()
    }
  }, [live, me.id, announce])

  useEffect(() => {
    const digest = createDigest(({ person, section }) => {
      const { people: now, titleOf: title } = newest.current
      const changed = title(section)
      if (changed === null) return
      announce({
        kind: 'changed',
        name: person === null ? null : (namesOf(now).get(person) ?? null),
        section: changed,
        place: section,
      })
    })
    const stop = onOthersChanges(live, (changes) => {
      for (const { root, people: by } of changes) {
        const section = sectionOfRoot(root)
        // One's own other page is not somebody else.
        const others = by.filter((person) => person !== me.id)
        if (section !== null && others.length > 0) digest.changed(section, others)
      }
    })
    return () => {
      stop()
      digest.stop()
    }
  }, [live, me.id, announce])

  return null
}
