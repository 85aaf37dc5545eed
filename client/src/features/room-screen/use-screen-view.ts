import type { PlanKind } from '@withy/shared/plan'
import { useEffect, useState, useSyncExternalStore } from 'react'
import type { Calm } from '../../live/calm.ts'
import type { LivePlan } from '../../live/live-plan.ts'
import { createScreenView, type ScreenView } from './screen-view.ts'

/** The room's view of a live plan. `null` until it has been made. */
export function useScreenView(live: LivePlan, kind: PlanKind, calm: Calm): ScreenView | null {
  const [view, setView] = useState<ScreenView | null>(null)
  useEffect(() => {
    const made = createScreenView(live.doc, kind, calm)
    setView(made)
    return made.stop
  }, [live, kind, calm])
  useSyncExternalStore(view?.onChange ?? never, view?.plan ?? nothing)
  useSyncExternalStore(view?.onChange ?? never, view?.fresh ?? nothing)
  return view
}

const never = () => () => {}
const nothing = () => null
