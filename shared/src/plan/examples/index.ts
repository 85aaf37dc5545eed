import type { Plan } from '../plan.ts'
import { brackenfordEast } from './brackenford-east.ts'
import { rosaTillingham } from './rosa-tillingham.ts'

/**
 * Two worked plans, wholly made up, that anybody can open a copy of [PLAN-61, PLAN-62]. Nobody real is behind a name. In
 * English, as their groups wrote them.
 */
export const EXAMPLES: Record<'brackenford-east' | 'rosa-tillingham', { readonly title: string; readonly plan: Plan }> =
  {
    'brackenford-east': { title: 'Brackenford East', plan: brackenfordEast },
    'rosa-tillingham': { title: 'Rosa Tillingham', plan: rosaTillingham },
  }
