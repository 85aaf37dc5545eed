import { existsSync } from 'node:fs'
import { defineConfig } from '@playwright/test'

const chromium = process.env.CHROMIUM_PATH ?? '/usr/bin/chromium'

export default defineConfig({
  testDir: 'journeys',
  // Before any browser starts: the machine's network does not change while journeys run.
  globalSetup: './hall.ts',
  outputDir: '../test-results/browser',
  // A journey that passes only the second time has found something: in CI it is named at the end and refuses nobody's work.
  retries: process.env.CI ? 1 : 0,
  // A journey waits more than it works: three keep two cores busy.
  workers: 3,
  fullyParallel: true,
  // Begun last, the longest journey would be waited for alone.
  projects: [
    { name: 'longest', testMatch: '**/workshop.spec.ts' },
    { name: 'others', testIgnore: '**/workshop.spec.ts' },
  ],
  forbidOnly: Boolean(process.env.CI),
  timeout: 120_000,
  expect: { timeout: 15_000 },
  reporter: [['list'], ...(process.env.PLAYWRIGHT_JSON_OUTPUT_NAME ? [['json'] as const] : [])],
  use: {
    locale: 'en-GB',
    timezoneId: 'Europe/London',
    actionTimeout: 30_000,
    // A trace takes as long again as the journey: asked for where one fails.
    trace: process.env.WITHY_TRACE ? 'retain-on-failure' : 'off',
    launchOptions: {
      ...(existsSync(chromium) ? { executablePath: chromium } : {}),
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    },
  },
})
