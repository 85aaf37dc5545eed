import type { PlanKind } from '@withy/shared/plan'
import { useEffect, useState, useSyncExternalStore } from 'react'
import type { LivePlan } from '../../live/live-plan.ts'
import { createScreenView, type ScreenView } from './screen-view.ts'

/** The room's view of a live plan. `null` until it has been made. */
export function useScreenView(live: LivePlan, kind: PlanKind): ScreenView | null {
  const [view, setView] = useState<ScreenView | null>(null)
  useEffect(() => {
    const made = createScreenView(live.doc, kind)
    setView(made)
    return made.stop
  }, [live, kind])
  useSyncExternalStore(view?.onChange ?? never, view?.plan ?? nothing)
  useSyncExternalStore(view?.onChange ?? never, view?.fresh ?? nothing)
  return view
}

const never = () => () => {}
const nothing = () => null
