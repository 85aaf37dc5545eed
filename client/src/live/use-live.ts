import { useSyncExternalStore } from 'react'
import type { EndedWhy, Here, Link, LivePlan, Sending } from './live-plan.ts'

/** The state of the link to the server; draws again only when it changes. */
export const useLink = (live: LivePlan): Link => useSyncExternalStore(live.onLink, live.link)

/** Which part of something large is on its way, or null. */
export const useSending = (live: LivePlan): Sending | null => useSyncExternalStore(live.onLink, live.sending)

/** Everyone else's open pages of this plan. */
export const useHere = (live: LivePlan): readonly Here[] => useSyncExternalStore(live.onHere, live.here)

/** Whether a room screen of it is open anywhere, also another page of one's own. */
export const useScreenOpen = (live: LivePlan): boolean =>
  useSyncExternalStore(live.onHere, () => live.here().some(({ screen }) => screen))

/**
 * How far a plan is open, without the turns of the saved light: draws again only when it arrives, ends, or is lost and
 * found. `EndedWhy` once it has ended.
 */
export const useLinkStage = (live: LivePlan): 'opening' | 'open' | 'lost' | EndedWhy =>
  useSyncExternalStore(live.onLink, () => {
    const link = live.link()
    return link.is === 'ended' ? link.why : link.is
  })

/** Whether the plan was closed for good on this page. */
export const hasEnded = (stage: 'opening' | 'open' | 'lost' | EndedWhy): stage is EndedWhy =>
  stage !== 'opening' && stage !== 'open' && stage !== 'lost'
