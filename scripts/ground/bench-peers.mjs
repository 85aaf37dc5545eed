import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { ROOT } from './root.mjs'
import { read } from './run-process.mjs'

const PEERS = join(ROOT, 'server', 'bench', 'peers')
const STAMP = join(PEERS, 'node_modules', '.withy-stamp')

/**
 * Installs what Withy is measured beside, exactly as its own lock file says, unless it is there. It is no part of the
 * workspace: nobody who runs Withy ever fetches it.
 * @throws {Error} with npm's own words when it cannot
 */
export async function installBenchPeers() {
  const lock = readFileSync(join(PEERS, 'package-lock.json'), 'utf8')
  if (existsSync(STAMP) && readFileSync(STAMP, 'utf8') === lock) return
  console.log('Installing the peers to measure beside ...')
  // No scripts: all that has a native part brings it along.
  const args = ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--prefer-offline']
  const { code, out, err } = await read('npm', args, { cwd: PEERS })
  if (code !== 0) throw new Error(`${out}${err}\nThe peers could not be installed. Is the npm registry reachable?`)
  writeFileSync(STAMP, lock)
}
