import { useSyncExternalStore } from 'react'
import type { Here, Link, LivePlan } from './live-plan.ts'

/** The state of the link to the server; draws again only when it changes. */
export const useLink = (live: LivePlan): Link => useSyncExternalStore(live.onLink, live.link)

/** Everyone else's open pages of this plan. */
export const useHere = (live: LivePlan): readonly Here[] => useSyncExternalStore(live.onHere, live.here)
