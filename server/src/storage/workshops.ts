import type { WorkshopCard } from '@withy/shared/api'
import type { Explained } from '@withy/shared/plan'

/** A part of a workshop's state, e.g. one idea. `id` is unique among its kind, so that there is one vote a person. */
export type PartRow = { readonly kind: string; readonly id: string; readonly value: unknown }

/** What changes together, or not at all. `value` null takes a part away. */
export type WorkshopChange = {
  readonly workshop: string
  readonly card?: Pick<WorkshopCard, 'title' | 'stage' | 'closedAt'>
  readonly parts: readonly PartRow[]
  /** Words that are explained with it: they join what the plan explains, or take the place of what stood there. */
  readonly explained?: readonly Explained[]
}

/** What the workshop feature needs of storage. */
export interface WorkshopStore {
  /** How many ideas people were shown nobody has answered yet, by workshop; of those where there are some. */
  ideasUnanswered(plan: string): Promise<ReadonlyMap<string, number>>
  /** For how many ideas of somebody's other words are offered that they have not answered, by workshop; of those where there are some. */
  wordingsOffered(plan: string, person: string): Promise<ReadonlyMap<string, number>>
  /** Newest first. */
  workshopsOf(plan: string): Promise<WorkshopCard[]>
  /** The workshop of the plan that is open; null when none is. */
  openWorkshopOf(plan: string): Promise<Pick<WorkshopCard, 'id' | 'title'> | null>
  /** The workshop of the plan that closed last; null when none has. */
  lastWorkshopOf(plan: string): Promise<Pick<WorkshopCard, 'id' | 'title'> | null>
  /** False, and nothing kept, when the plan has `most` already. */
  addWorkshop(plan: string, card: WorkshopCard, parts: readonly PartRow[], most: number): Promise<boolean>
  /** Parts in the order they were first kept. Null where the plan has no such workshop. */
  readWorkshop(plan: string, workshop: string): Promise<{ card: WorkshopCard; parts: PartRow[] } | null>
  /** All of them in one transaction; a second open workshop of a plan throws. */
  changeWorkshop(change: WorkshopChange): Promise<void>
}
