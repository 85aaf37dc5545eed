import type { CardOf, Needs } from '@withy/shared/api'

/** What the feature of cards "How I communicate" needs of storage. Whoever is not in the plan any more has none. */
export interface CardStore {
  /** Somebody's own, where they keep it with the plan. */
  cardOf(plan: string, person: string): Promise<Needs | null>
  /** All that are kept with the plan, the first to come to it first. */
  cardsWith(plan: string): Promise<CardOf[]>
  /**
   * Keeps somebody's card with the plan in the place of the one before; null takes it away. Nothing is kept of somebody who is not
   * in the plan.
   */
  keepCard(plan: string, person: string, card: Needs | null, at: number): Promise<void>
}
