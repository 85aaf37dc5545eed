import type { Words } from '../plan/catalogue.ts'

/** What a copy of a plan as it stands says of itself: who writes copies and who checks them read the same words. */
export const DRAFT_WORDS = {
  draft: { en: 'DRAFT', cy: 'DRAFFT' },
  unfinished: {
    en: 'This plan is not finished. It shows what was written at this time:',
    cy: 'Nid yw’r cynllun hwn wedi’i orffen. Mae’n dangos beth oedd wedi’i ysgrifennu ar yr adeg hon:',
  },
} as const satisfies Record<string, Words>
