import { defineConfig } from '@playwright/test'
import journeys from './playwright.config.ts'

/**
 * `npm run inclusion`: what is looked at on every page, in every theme, language and size, and the journeys that stand for a check of
 * the inclusion score. What fell short the first time did.
 */
export default defineConfig({
  ...journeys,
  testDir: '.',
  retries: 0,
  timeout: 600_000,
  // One red test is enough to see a planted fault.
  maxFailures: process.env.WITHY_INCLUSION_ONLY && process.env.WITHY_INCLUSION_SHORT ? 1 : 0,
  projects: [
    { name: 'pages', testMatch: 'inclusion/**/*.spec.ts', testIgnore: '**/slow-phone.spec.ts' },
    { name: 'slow-phone', testMatch: 'inclusion/slow-phone.spec.ts', workers: 1 },
    { name: 'journeys', testMatch: 'journeys/**/*.spec.ts', grep: /@[A-H]\d/ },
  ],
})
