import { join } from 'node:path'
import { buildClient } from '../ground/build-client.mjs'
import { findChromium } from '../ground/chromium.mjs'
import { ROOT } from '../ground/root.mjs'
import { run } from '../ground/run-process.mjs'

/** Measures opening, typing, exporting and sizes (server/bench/README.md). */
export async function main(args) {
  const env = { ...process.env, CHROMIUM_PATH: await findChromium() }
  await buildClient()
  return run(process.execPath, [join(ROOT, 'server/bench/main.ts'), ...args], { env })
}
