import { defineConfig } from '@playwright/test'
import journeys from './playwright.config.ts'

/** `npm run screenshots`: not tests, but made the same way, from the running product. */
export default defineConfig(journeys, { testDir: 'pictures', reporter: 'list', timeout: 180_000, workers: 1 })
