import type { Needs } from '@withy/shared/api'
import { useSyncExternalStore } from 'react'
import { createTabShelf } from '../../live/tab-shelf.ts'
import { cardIn } from './kept-card.ts'

/** A card that is being filled in and is kept nowhere yet: it outlives a sheet that is closed, and goes with the tab. */
const shelf = createTabShelf('card', (said: unknown): said is Needs => cardIn(said) !== null)
const OF = 'mine'
const PLACE = 'card'

const EMPTY: Needs = { ticks: [], words: '' }

/** The card as it is filled in by now. `start`: as it is kept, while nothing has been changed. */
export function useCardDraft(start: Needs | null) {
  const begun = useSyncExternalStore(shelf.onChange, () => shelf.all(OF)[PLACE] ?? null)
  const card = begun ?? start ?? EMPTY
  return {
    card,
    change: (part: Partial<Needs>) => shelf.put(OF, PLACE, { ...card, ...part }),
    clear: () => shelf.put(OF, PLACE, null),
  }
}

/** Whether nothing is said on it. */
export const isEmpty = ({ ticks, reach = '', helper = '', words }: Needs): boolean =>
  ticks.length === 0 && `${reach}${helper}${words}`.trim() === ''
