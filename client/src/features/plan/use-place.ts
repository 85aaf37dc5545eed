import { useEffect, useState } from 'react'
import { decoded } from '../../api/fragment.ts'
import { useDesk } from '../../live/desk.tsx'
import { keepPlaceIn, keptPlaceIn } from '../../live/kept-place.ts'
import { goToSection } from './go-to-section.ts'

/** A section counts as the one being read from when its top is above this share of the window. */
const READING_LINE = 0.25

/**
 * The section being read. It stands in the address, so that opening the page again comes back to it (SPEC PLAN-98), and is kept for
 * a day, for who comes back another way (SPEC A11Y-82). Others see it unless this person is writing somewhere.
 */
export function usePlace(): string | null {
  const { id: plan, live, writing } = useDesk()
  const [place, setPlace] = useState<string | null | undefined>(undefined)

  useEffect(() => {
    const asked = () => decoded(location.hash.slice(1)) ?? ''
    const first = asked() || keptPlaceIn(plan)
    if (first) goToSection(first, false)
    const follow = () => goToSection(asked())
    window.addEventListener('hashchange', follow)
    return () => window.removeEventListener('hashchange', follow)
  }, [plan])

  useEffect(() => {
    let frame = 0
    const look = () => {
      frame = 0
      // While a dialog is open nobody walks through the plan: the page moves by itself, as when letters grow.
      if (document.querySelector('dialog[open]')) return
      setPlace(sectionAt(window.innerHeight * READING_LINE))
    }
    const soon = () => {
      frame ||= requestAnimationFrame(look)
    }
    window.addEventListener('scroll', soon, { passive: true })
    soon()
    return () => {
      window.removeEventListener('scroll', soon)
      cancelAnimationFrame(frame)
    }
  }, [])

  useEffect(() => {
    if (place === undefined) return // Not looked yet: the address still says where to go.
    const tell = () => {
      if (writing.now() === null) live.say({ section: place })
    }
    tell()
    // Not by setting location.hash: that would scroll.
    const hash = place === null ? '' : `#${encodeURIComponent(place)}`
    if (location.hash !== hash) history.replaceState(history.state, '', `${location.pathname}${location.search}${hash}`)
    keepPlaceIn(plan, place)
    return writing.on(tell)
  }, [place, plan, live, writing])

  return place ?? null
}

/** The last section that begins above this line of the window (px), or null before the first. */
function sectionAt(line: number): string | null {
  let at: string | null = null
  for (const section of document.querySelectorAll<HTMLElement>('[data-section]')) {
    if (section.getBoundingClientRect().top > line) break
    at = section.id
  }
  return at
}
