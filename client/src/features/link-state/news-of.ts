import type { Notice } from '../../live/announcements.ts'
import type { Link } from '../../live/live-plan.ts'

/**
 * What is worth telling when a link changes (SPEC SYNC-58). `before` is the last state that was settled: saved → saving →
 * saved is no news, lost → saving → saved is.
 */
export function newsOf(before: Link, after: Link): Notice | null {
  if (!isSettled(after)) return null
  if (after.is === 'lost') {
    const known = before.is === 'lost' && before.unsaved === after.unsaved && before.kept === after.kept
    return known || before.is === 'opening' ? null : { kind: 'lost', unsaved: after.unsaved, kept: isKept(after) }
  }
  // What has ended is told by a notice that takes the focus.
  if (after.is !== 'open') return null
  if (after.saved === 'not-saved')
    return isBad(before) && isKept(before) === isKept(after) ? null : { kind: 'not-saved', kept: isKept(after) }
  return after.saved === 'saved' && isBad(before) ? { kind: 'back' } : null
}

/** Whether a link is as it will be for a while: not on the way to the server's disk, nor to this device's. */
export const isSettled = (link: Link): boolean => {
  if (link.is === 'open') return link.saved === 'saved' || (link.saved === 'not-saved' && link.kept !== 'soon')
  return link.is !== 'lost' || link.kept !== 'soon'
}

const isBad = (link: Link): boolean => link.is === 'lost' || (link.is === 'open' && link.saved === 'not-saved')
const isKept = (link: Link): boolean => 'kept' in link && link.kept === 'yes'
