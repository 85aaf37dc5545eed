import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { ROOT } from './root.mjs'
import { read } from './run-process.mjs'

const PNPM = 'pnpm@10.34.9'
const STAMP = join(ROOT, 'node_modules', '.withy-stamp')

const wanted = () =>
  createHash('sha256')
    .update(readFileSync(join(ROOT, 'pnpm-lock.yaml')))
    .update(`${process.platform} ${process.arch}`)
    .digest('hex')

/**
 * Installs exactly what the lockfile says, unless that is already there.
 * @throws {Error} with pnpm's own words when it cannot
 */
export async function installPackages() {
  const stamp = wanted()
  if (existsSync(STAMP) && readFileSync(STAMP, 'utf8') === stamp) return
  console.log('Installing packages. The first time this takes up to a minute ...')
  const began = Date.now()
  const args = ['--yes', PNPM, 'install', '--frozen-lockfile', '--prefer-offline', '--reporter=append-only']
  // CI=true: pnpm asks nothing. NODE_ENV=production would leave out what builds and tests.
  const env = { ...process.env, CI: 'true', NODE_ENV: '' }
  const { code, out, err } = await read(process.platform === 'win32' ? 'npx.cmd' : 'npx', args, { env })
  if (code !== 0) throw new Error(`${out}${err}\nThe packages could not be installed. Is the npm registry reachable?`)
  writeFileSync(STAMP, stamp)
  console.log(`Packages are ready (${((Date.now() - began) / 1000).toFixed(0)} s).`)
}
