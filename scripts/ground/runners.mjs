import { createRequire } from 'node:module'
import { join } from 'node:path'
import { buildClient } from './build-client.mjs'
import { findChromium } from './chromium.mjs'
import { countsIn, resultFile } from './counts.mjs'
import { ROOT } from './root.mjs'
import { run } from './run-process.mjs'

/** Runs the unit and web tests. @returns their counts */
export async function runVitest(args = []) {
  const file = resultFile('unit')
  const cli = join(ROOT, 'node_modules/vitest/vitest.mjs')
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`]
  const code = await run(process.execPath, [cli, 'run', ...reporters, ...args])
  return honest(countsIn(file), code)
}

/**
 * Runs the journeys in a real browser against the real server.
 * @param {string[]} args passed on to Playwright; `--full` also takes every theme in both languages
 */
export async function runJourneys(args = []) {
  const file = resultFile('journeys')
  const chromium = await findChromium()
  await buildClient()
  const cli = createRequire(join(ROOT, 'e2e/package.json')).resolve('@playwright/test/cli')
  const env = {
    ...process.env,
    CHROMIUM_PATH: chromium,
    PLAYWRIGHT_JSON_OUTPUT_NAME: file,
    WITHY_E2E_FULL: args.includes('--full') ? '1' : '',
  }
  const rest = args.filter((arg) => arg !== '--full')
  const code = await run(process.execPath, [cli, 'test', ...rest], { cwd: join(ROOT, 'e2e'), env })
  return honest(countsIn(file), code)
}

/** A runner that ended badly without naming a failed test has still failed. */
const honest = (counts, code) => (code !== 0 && counts.failed === 0 ? { ...counts, failed: 1 } : counts)
