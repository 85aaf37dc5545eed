import type { CardOf, Needs } from '@withy/shared/api'
import type { ReactNode } from 'react'

/** What the page gives a workshop, because features meet there. */
export type FromPage = {
  /** The editors and lists of one section of the plan. */
  readonly writeIn: (section: string) => ReactNode
  /** The card "How I communicate" of whoever is at this device. `today`: shows it for the day, or takes that back; may throw. */
  readonly myCard: (shownToday: Needs | null, today: (card: Needs | null) => Promise<void>) => ReactNode
  /** Cards that people keep with the plan; none for whoever does not lead. */
  readonly cards: readonly CardOf[]
  /** Draws cards by name, for whoever leads. */
  readonly drawCards: (cards: readonly CardOf[]) => ReactNode
  /** How somebody comes back after the day: shown once the workshop is over. */
  readonly wayBack: ReactNode
}
