import { photoAddress } from '../../../../api/photos.ts'
import type { LivePlan } from '../../../../live/live-plan.ts'
import { sayTaken } from '../../../../plan-view/taken-photos.ts'

const followed = new WeakSet<LivePlan>()

/**
 * From here on a photo that anybody takes away from a plan is drawn on this page no more (SPEC EASY-58). For as long as the plan is open,
 * also where none is drawn just now: a browser draws one that it had before without asking for it.
 */
export function followRemoved(plan: string, live: LivePlan): void {
  if (followed.has(live)) return
  followed.add(live)
  live.onMessage((message) => {
    if (message.type === 'photo-removed') sayTaken(photoAddress(plan, message.photo))
  })
}
