import { join } from 'node:path'
import { buildClient } from '../ground/build-client.mjs'
import { ROOT } from '../ground/root.mjs'
import { run } from '../ground/run-process.mjs'

/** Serves Withy: PORT, HOST, DATA_DIR, PUBLIC_URL and WITHY_START are the server's own to read. */
export async function main() {
  await buildClient()
  return run(process.execPath, [join(ROOT, 'server/src/main.ts')])
}
