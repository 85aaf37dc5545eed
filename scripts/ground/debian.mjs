import { existsSync, readFileSync } from 'node:fs'
import { read } from './run-process.mjs'

/** Whether packages of the system can be installed here. */
export const isDebianRoot = () =>
  process.getuid?.() === 0 &&
  existsSync('/etc/os-release') &&
  /debian|ubuntu/.test(readFileSync('/etc/os-release', 'utf8'))

/** Installs packages of the system, and says so; where that does not work it says why, and goes on. */
export async function fromDebian(...names) {
  console.log(`Installing ${names.join(', ')} from the system packages (about half a minute) ...`)
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  const update = await read('apt-get', ['update'], { env })
  if (update.code !== 0) return console.log(`apt-get update did not work: ${update.err.trim().split('\n').at(-1)}`)
  const install = await read('apt-get', ['install', '-y', '--no-install-recommends', ...names], { env })
  if (install.code !== 0) console.log(`apt-get install did not work: ${install.err.trim().split('\n').at(-1)}`)
}
