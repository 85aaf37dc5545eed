import type { Link } from '../../live/live-plan.ts'
import type { TextId } from '../../text/catalogue.ts'

/** How a link is shown: its words, and the shape beside them (never colour alone). */
export type Light = {
  readonly words: TextId
  /** What to do meanwhile. */
  readonly more?: TextId
  readonly shape: 'tick' | 'dots' | 'stop'
}

/** The saved light of a link (SPEC SYNC-41 to SYNC-46). "Saved" is shown for one state of the link and no other. */
export function lightOf(link: Link): Light {
  switch (link.is) {
    case 'opening':
      return { words: 'live.opening', shape: 'dots' }
    case 'open':
      return OPEN[link.saved]
    case 'lost':
      return link.unsaved
        ? { words: 'live.light-not-saved', more: 'live.light-lost-more', shape: 'stop' }
        : { words: 'live.light-lost', shape: 'stop' }
    case 'ended':
      return { words: 'live.light-ended', shape: 'stop' }
  }
}

const OPEN: Record<Extract<Link, { is: 'open' }>['saved'], Light> = {
  saved: { words: 'live.saved', shape: 'tick' },
  saving: { words: 'live.saving', shape: 'dots' },
  'not-saved': { words: 'live.light-not-saved', more: 'live.light-more', shape: 'stop' },
}

/** Whether closing the page now would lose words. */
export const wouldLose = (link: Link): boolean =>
  link.is === 'open' ? link.saved !== 'saved' : link.is !== 'opening' && link.unsaved
