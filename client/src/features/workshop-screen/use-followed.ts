import type { PlanFacts } from '@withy/shared/api'
import { useEffect, useState } from 'react'

/**
 * The workshop that is on this screen: the one that is open, and once it has closed its thanks, until a section of the plan is chosen
 * or somebody at the screen lets it go. A screen that is held still stays where it is.
 */
export function useFollowed({ workshop, shown }: PlanFacts, isHeld: boolean): [id: string | null, letGo: () => void] {
  const open = workshop?.id ?? null
  const [followed, setFollowed] = useState({ id: open, shown })
  useEffect(() => {
    if (isHeld) return
    setFollowed((before) => {
      if (open === before.id && shown === before.shown) return before
      if (open !== null) return { id: open, shown }
      return shown === before.shown ? before : { id: null, shown }
    })
  }, [open, shown, isHeld])
  return [followed.id, () => setFollowed({ id: null, shown })]
}
