import type { PlanFacts } from '@withy/shared/api'
import { askBeforeClosing } from './ask-before-closing.ts'
import type { LivePlan } from './live-plan.ts'

/** A plan with words typed on this page that are not on the server's disk, and its facts when it was left. */
export type KeptPlan = { readonly live: LivePlan; readonly facts: PlanFacts }

const kept = new Set<KeptPlan>()

/**
 * Leaves a plan while its page goes. Where words still go over it lives on, without a page, until they are saved; where
 * they cannot any more it is closed and they are kept (SPEC SYNC-67). The browser asks before Withy is closed meanwhile.
 */
export function leavePlan(left: KeptPlan): void {
  const { live } = left
  if (live.unsaved().length === 0 || live.link().is === 'ended') {
    live.close()
    keepWords(left)
    return
  }
  keepWords(left)
  const stop = live.onLink(() => {
    if (kept.has(left) && live.unsaved().length > 0) return
    stop()
    if (!kept.has(left)) return
    forgetPlan(left)
    live.close()
  })
}

/** Keeps the words of a plan that are not acked, whether it is closed or not, until they are forgotten. */
export function keepWords(left: KeptPlan): void {
  if (left.live.unsaved().length === 0) return
  kept.add(left)
  window.addEventListener('beforeunload', askBeforeClosing)
}

/** Takes back all that was left of a plan: it is its page's affair again. */
export function takeBack(plan: string): readonly KeptPlan[] {
  const its = [...kept].filter(({ facts }) => facts.id === plan)
  for (const each of its) forgetPlan(each)
  return its
}

/** A plan that was left and whose words still wait to go over. @param plan that one alone */
export const waitingPlan = (plan?: string): KeptPlan | undefined =>
  [...kept].find(({ live, facts }) => live.link().is !== 'ended' && (plan === undefined || facts.id === plan))

/** Its words have been shown, copied, or saved. */
export function forgetPlan(left: KeptPlan): void {
  kept.delete(left)
  if (kept.size === 0) window.removeEventListener('beforeunload', askBeforeClosing)
}

/** This device is nobody's or somebody else's now: what was left on this page is closed, and shown to nobody (SPEC ACCESS-81). */
export function closeKeptPlans(): void {
  for (const left of [...kept]) {
    forgetPlan(left)
    // Or a write that is on its way would come after the device was emptied.
    left.live.keeper.use(null)
    left.live.close()
  }
}
