import type { Notice } from '../../live/announcements.ts'
import type { Link } from '../../live/live-plan.ts'

/**
 * What is worth telling when a link changes (SPEC SYNC-58). `before` is the last state but "saving", which says nothing
 * by itself: saved → saving → saved is no news, lost → saving → saved is.
 */
export function newsOf(before: Link, after: Link): Notice | null {
  if (after.is === 'lost') {
    const known = before.is === 'lost' && before.unsaved === after.unsaved
    return known || before.is === 'opening' ? null : { kind: 'lost', unsaved: after.unsaved }
  }
  // What has ended is told by a notice that takes the focus.
  if (after.is !== 'open') return null
  if (after.saved === 'not-saved') return isBad(before) ? null : { kind: 'not-saved' }
  return after.saved === 'saved' && isBad(before) ? { kind: 'back' } : null
}

const isBad = (link: Link): boolean => link.is === 'lost' || (link.is === 'open' && link.saved === 'not-saved')
