import type { Plan } from '../plan.ts'
import { brackenfordEast } from './brackenford-east.ts'
import { rosaTillingham } from './rosa-tillingham.ts'

/** A voice as @withy/shared/access names it; said again because a plan knows nothing of access. */
type ExampleVoice = 'person' | 'care' | 'resident' | 'carer' | 'professional' | 'supporter' | 'group'

export type Example = {
  readonly title: string
  readonly plan: Plan
  /** Made-up people named in it and what they say of themselves. Nobody real is behind a name. */
  readonly people: readonly { readonly name: string; readonly voice: ExampleVoice }[]
}

export type ExampleId = 'brackenford-east' | 'rosa-tillingham'

/** Two worked plans, wholly made up, that anybody can open a copy of [PLAN-61]. In English, as their groups wrote them. */
export const EXAMPLES: Record<ExampleId, Example> = {
  'brackenford-east': {
    title: 'Brackenford East',
    plan: brackenfordEast,
    people: [
      { name: 'Nadia', voice: 'resident' },
      { name: 'Graham', voice: 'professional' },
      { name: 'Edith', voice: 'care' },
      { name: 'Wren', voice: 'resident' },
      { name: 'Tobias', voice: 'resident' },
    ],
  },
  'rosa-tillingham': {
    title: 'Rosa Tillingham',
    plan: rosaTillingham,
    people: [
      { name: 'Rosa', voice: 'person' },
      { name: 'Dennis', voice: 'carer' },
      { name: 'Pilar', voice: 'carer' },
      { name: 'Kofi', voice: 'professional' },
      { name: 'Wren', voice: 'supporter' },
      { name: 'Priya', voice: 'professional' },
    ],
  },
}
