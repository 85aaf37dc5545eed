import { defineConfig } from '@playwright/test'
import journeys from './playwright.config.ts'

/** `npm run spoken`: journeys that a real screen reader speaks. One at a time: it speaks for the whole screen. */
export default defineConfig({
  ...journeys,
  testDir: 'spoken',
  timeout: 300_000,
  workers: 1,
  projects: [{ name: 'spoken' }],
})
