import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { fromDebian, isDebianRoot } from './debian.mjs'
import { ROOT } from './root.mjs'
import { read } from './run-process.mjs'

/** The same engine without its window and all that belongs to that: a journey takes half the processor. */
const SHELL = '/usr/bin/chromium-headless-shell'

const PLACES = [
  '/usr/bin/chromium',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
]

/** Playwright's own Chromium, if its download is there. */
function playwrights() {
  const { chromium } = createRequire(join(ROOT, 'e2e/package.json'))('playwright-core')
  return chromium.executablePath()
}

const found = () => [process.env.CHROMIUM_PATH, ...PLACES, playwrights()].find((path) => path && existsSync(path))

async function fromPlaywright() {
  console.log('Downloading Chromium with Playwright ...')
  const cli = createRequire(join(ROOT, 'e2e/package.json')).resolve('playwright-core/cli.js')
  const { code, err } = await read(process.execPath, [cli, 'install', 'chromium'])
  if (code !== 0) console.log(`The download did not work: ${err.trim().split('\n').at(-1)}`)
}

/**
 * A Chromium for the journeys: the one without a window where the system has it or can have it, and otherwise any.
 * @returns {Promise<string>} its path
 * @throws {Error} that says plainly what is missing
 */
export async function findHeadlessChromium() {
  if (process.env.CHROMIUM_PATH) return findChromium()
  if (!existsSync(SHELL) && isDebianRoot()) await fromDebian('chromium-headless-shell')
  return existsSync(SHELL) ? SHELL : findChromium()
}

/**
 * A Chromium as people use it, found or installed.
 * @returns {Promise<string>} its path
 * @throws {Error} that says plainly what is missing
 */
export async function findChromium() {
  if (process.env.CHROMIUM_PATH && !existsSync(process.env.CHROMIUM_PATH))
    throw new Error(`CHROMIUM_PATH says ${process.env.CHROMIUM_PATH}, but there is nothing there.`)
  if (!found() && isDebianRoot()) await fromDebian('chromium')
  if (!found()) await fromPlaywright()
  const path = found()
  if (path) return path
  throw new Error(
    'The browser tests need Chromium or Chrome, and this machine has neither.\nInstall one (on Debian: apt-get install chromium), or set CHROMIUM_PATH to one, then run the same command again.',
  )
}
