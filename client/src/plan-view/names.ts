import type { PlanFacts } from '@withy/shared/api'
import { toldApart } from '@withy/shared/protocol'
import type { KnownPerson } from './item-view.tsx'

/** Names to show in a plan: everyone in it, equal names told apart, and those who have left it. */
export const namesIn = ({ people, former }: Pick<PlanFacts, 'people' | 'former'>): readonly KnownPerson[] => [
  ...Array.from(toldApart(people), ([id, name]) => ({ id, name })),
  ...former,
]
