import type { Kept } from '../../live/device-copy/keeper.ts'
import type { Link } from '../../live/live-plan.ts'
import type { TextId } from '../../text/catalogue.ts'

/** How a link is shown: its words, and the shape beside them (never colour alone). */
export type Light = {
  readonly words: TextId
  /** What to do meanwhile. */
  readonly more?: TextId
  readonly shape: 'tick' | 'dots' | 'stop'
}

/** The saved light of a link (SPEC SYNC-41 to SYNC-46, SYNC-103). "Saved" is shown for one state of the link and no other. */
export function lightOf(link: Link): Light {
  switch (link.is) {
    case 'opening':
      return { words: 'live.opening', shape: 'dots' }
    case 'open':
      if (link.saved === 'saved') return { words: 'live.saved', shape: 'tick' }
      return link.saved === 'saving' ? { words: 'live.saving', shape: 'dots' } : NOT_SAVED[link.kept]
    case 'lost':
      if (!link.unsaved) return { words: 'live.light-lost', shape: 'stop' }
      return link.kept === 'no' ? { ...NOT_SAVED.no, more: 'live.light-lost-more' } : NOT_SAVED[link.kept]
    case 'ended':
      return { words: 'live.light-ended', shape: 'stop' }
  }
}

const NOT_SAVED: Record<Kept, Light> = {
  yes: { words: 'live.light-kept', shape: 'stop' },
  soon: { words: 'live.light-keeping', shape: 'stop' },
  no: { words: 'live.light-not-kept', more: 'live.light-more', shape: 'stop' },
}

/** Whether closing the page now would lose words. */
export const wouldLose = (link: Link): boolean => {
  if (link.is === 'opening' || (link.is === 'open' && link.saved === 'saved')) return false
  return link.kept !== 'yes' && (link.is === 'open' || link.unsaved)
}
