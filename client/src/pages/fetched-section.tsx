import { useEffect, useState } from 'react'
import { useDesk } from '../live/desk.tsx'
import { useLinkStage } from '../live/use-live.ts'
import { useText } from '../text/use-text.ts'
import { fetchAhead } from '../ui/fetch-ahead.ts'
import { reach } from '../ui/reach.ts'
import type { WriteSection } from './write-section.tsx'

type Part = typeof WriteSection
let here: Part | null = null

// With the part of the plan's page it is made of, so that a phone fetches that once.
const fetchPart = async (): Promise<Part> => {
  here = await reach(async () => (await import('./open-plan.tsx')).WriteSection)
  return here
}

/** What it takes to write in the plan is here before the room comes to it, and forty phones ask at once. */
export function usePreparedSection(): void {
  useEffect(() => {
    // Asked for again when it is needed.
    fetchAhead('tools', fetchPart).catch(() => {})
  }, [])
}

/** A section of the plan to write in, as soon as its editors are here. */
export function FetchedSection({ section }: { readonly section: string }) {
  const t = useText()
  const { live } = useDesk()
  const isLinked = useLinkStage(live) === 'open'
  const [Part, setPart] = useState<Part | null>(() => here)
  useEffect(() => {
    if (Part || !isLinked) return
    let over = false
    fetchPart().then(
      (part) => over || setPart(() => part),
      () => {},
    )
    return () => {
      over = true
    }
  }, [Part, isLinked])
  if (Part) return <Part section={section} />
  return <p role="status">{t('common.opening')}</p>
}
