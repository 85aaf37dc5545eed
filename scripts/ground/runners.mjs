import { readdirSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { buildClient } from './build-client.mjs'
import { findChromium, findHeadlessChromium } from './chromium.mjs'
import { countsIn, resultFile } from './counts.mjs'
import { quickDisk } from './quick-disk.mjs'
import { ROOT } from './root.mjs'
import { run } from './run-process.mjs'
import { installScreenReader } from './screen-reader.mjs'

// Tests start our server a hundred times: each finds its modules compiled. Node looks whether a file has changed.
const compiled = { NODE_COMPILE_CACHE: join(ROOT, 'node_modules/.cache/node-compile') }

/**
 * Runs the unit and web tests, or those that are asked for. `name`: where the results are left; `onDisk`: what they keep goes to a
 * real disk, for those that look at what one holds after the worst. @returns their counts
 */
export async function runVitest(args = [], name = 'unit', { onDisk = false } = {}) {
  const file = resultFile(name)
  const cli = join(ROOT, 'node_modules/vitest/vitest.mjs')
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`]
  const { folder, end } = onDisk ? { folder: null, end: () => undefined } : quickDisk()
  try {
    const code = await run(process.execPath, [cli, 'run', ...reporters, ...args], {
      env: { ...process.env, ...compiled, ...(folder ? { TMPDIR: folder } : {}) },
    })
    return honest(countsIn(file), code)
  } finally {
    end()
  }
}

const playwright = (args, env) => {
  const cli = createRequire(join(ROOT, 'e2e/package.json')).resolve('@playwright/test/cli')
  return run(process.execPath, [cli, 'test', ...args], {
    cwd: join(ROOT, 'e2e'),
    env: { ...process.env, ...compiled, ...env },
  })
}

/**
 * Runs the journeys in a real browser against the real server.
 * @param {string[]} args passed on to Playwright; `--full` also takes every theme in both languages
 */
export async function runJourneys(args = []) {
  const file = resultFile('journeys')
  const env = {
    CHROMIUM_PATH: await findHeadlessChromium(),
    PLAYWRIGHT_JSON_OUTPUT_NAME: file,
    WITHY_E2E_FULL: args.includes('--full') ? '1' : '',
  }
  await buildClient()
  const code = await playwright(
    args.filter((arg) => arg !== '--full'),
    env,
  )
  return honest(countsIn(file), code)
}

/** Takes the pictures. @returns the exit code */
export async function runPictures(args = []) {
  const env = { CHROMIUM_PATH: await findChromium() }
  await buildClient()
  return playwright(['--config', 'pictures.config.ts', ...args], env)
}

/**
 * Runs what looks at every page for the inclusion score, and the journeys that stand for one of its checks.
 * `name`: where the results are left. @returns their counts
 */
export async function runInclusionPages(args = [], name = 'inclusion') {
  const file = resultFile(name)
  await buildClient()
  const env = { CHROMIUM_PATH: await findHeadlessChromium(), PLAYWRIGHT_JSON_OUTPUT_NAME: file }
  const code = await playwright(['--config', 'inclusion.config.ts', ...args], env)
  return honest(countsIn(file), code)
}

/** Runs the journeys that a screen reader speaks. @returns their counts; where no screen reader can run all are left out */
export async function runSpoken(args = []) {
  const missing = await installScreenReader()
  if (missing.length > 0) {
    const left = readdirSync(join(ROOT, 'e2e/spoken')).filter((file) => file.endsWith('.spec.ts')).length
    console.log(`LEFT OUT: no screen reader can run here. What is missing: ${missing.join(', ')}.`)
    return { passed: 0, failed: 0, skipped: left }
  }
  const file = resultFile('spoken')
  await buildClient()
  const env = { CHROMIUM_PATH: await findHeadlessChromium(), PLAYWRIGHT_JSON_OUTPUT_NAME: file }
  const code = await playwright(['--config', 'spoken.config.ts', ...args], env)
  return honest(countsIn(file), code)
}

/** A runner that ended badly without naming a failed test has still failed. */
const honest = (counts, code) => (code !== 0 && counts.failed === 0 ? { ...counts, failed: 1 } : counts)
