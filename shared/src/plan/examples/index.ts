import type { Language } from '../catalogue.ts'
import type { Plan } from '../plan.ts'
import { brackenfordEast } from './brackenford-east.ts'
import { BRACKENFORD_IN_EASY_WORDS } from './easy/brackenford-east.ts'
import { ROSA_IN_EASY_WORDS } from './easy/rosa-tillingham.ts'
import { withEasyWords } from './easy/rows.ts'
import { rosaTillingham } from './rosa-tillingham.ts'

/**
 * Two worked plans, wholly made up, that anybody can open a copy of [PLAN-61, PLAN-62]. Nobody real is behind a name. In
 * English, as their groups wrote them.
 */
export const EXAMPLES: Record<ExampleId, { readonly title: string; readonly lang: Language; readonly plan: Plan }> = {
  'brackenford-east': { title: 'Brackenford East', lang: 'en', plan: brackenfordEast },
  'rosa-tillingham': { title: 'Rosa Tillingham', lang: 'en', plan: rosaTillingham },
}

type ExampleId = 'brackenford-east' | 'rosa-tillingham'

const EASY = { 'brackenford-east': BRACKENFORD_IN_EASY_WORDS, 'rosa-tillingham': ROSA_IN_EASY_WORDS }

/** The same with its easy words, in the language given: what a copy of an example begins as (SPEC EASY-24). */
export const exampleInEasyWords = (id: ExampleId, language: Language): Plan =>
  withEasyWords(EXAMPLES[id].plan, EASY[id], language)
