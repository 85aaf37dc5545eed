import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { ROOT } from './root.mjs'
import { read } from './run-process.mjs'

const STAMP = join(ROOT, 'node_modules', '.withy-client-stamp')
const MADE_FROM = [
  'client/src',
  'client/public',
  'client/index.html',
  'client/vite.config.ts',
  'client/files-together.ts',
  'client/lost-sheet-plugin.ts',
  'client/packed-files-plugin.ts',
  'client/text-plugin.ts',
  'client/welsh-read.ts',
  'client/tsconfig.json',
  'tsconfig.json',
  'client/package.json',
  'shared/src',
  'shared/package.json',
  'pnpm-lock.yaml',
]

/** Every file under a path of the workspace, in a fixed order; tests left out. */
function filesOf(path) {
  const full = join(ROOT, path)
  if (!existsSync(full)) return []
  if (path.includes('.')) return [full]
  return readdirSync(full, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !/\.test\.tsx?$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
}

function sourceHash() {
  const hash = createHash('sha256')
  for (const file of MADE_FROM.flatMap(filesOf)) hash.update(file).update('\0').update(readFileSync(file))
  return hash.digest('hex')
}

/**
 * Builds the client into client/dist when its sources have changed since the last build.
 * @throws {Error} with Vite's own words when it cannot
 */
export async function buildClient({ always = false } = {}) {
  const stamp = sourceHash()
  const built = existsSync(join(ROOT, 'client/dist/index.html')) && existsSync(STAMP)
  if (!always && built && readFileSync(STAMP, 'utf8') === stamp) return
  console.log('Building the pages ...')
  const began = Date.now()
  rmSync(STAMP, { force: true })
  // Pages of older sources must not be taken for these, by a reader or by the size gate.
  rmSync(join(ROOT, 'client/dist'), { recursive: true, force: true })
  const vite = join(ROOT, 'client/node_modules/vite/bin/vite.js')
  const { code, out, err } = await read(process.execPath, [vite, 'build'], { cwd: join(ROOT, 'client') })
  if (code !== 0) throw new Error(`${out}${err}\nThe pages could not be built.`)
  writeFileSync(STAMP, stamp)
  console.log(`The pages are built (${((Date.now() - began) / 1000).toFixed(0)} s).`)
}
