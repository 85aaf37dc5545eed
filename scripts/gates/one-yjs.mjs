import { readFileSync, realpathSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'

export const name = 'one-yjs'
export const title = 'one copy of Yjs'

/** Two copies of any of these in one process corrupt documents without a word. */
const ONE = [
  'yjs',
  'lib0',
  'y-protocols',
  '@tiptap/core',
  '@tiptap/pm',
  'prosemirror-model',
  'prosemirror-state',
  'prosemirror-view',
]

/** Packages that must be one copy and are not, in the lockfile and as Node finds them from each building. */
export async function look(root) {
  const lockfile = readFileSync(join(root, 'pnpm-lock.yaml'), 'utf8')
  const packages = lockfile.slice(lockfile.indexOf('\npackages:'), lockfile.indexOf('\nsnapshots:'))
  const findings = []
  for (const name of ONE) {
    const versions = [...packages.matchAll(/^ {2}'?((?:@[\w-]+\/)?[\w.-]+)@([^:'(]+)'?:$/gm)].filter(
      (found) => found[1] === name,
    )
    if (versions.length !== 1)
      findings.push(
        `pnpm-lock.yaml has ${versions.length} versions of ${name}: ${versions.map((found) => found[2]).join(', ')}`,
      )
  }
  const homes = new Map()
  for (const building of ['shared', 'server', 'client', 'e2e']) {
    const home = realpathSync(createRequire(join(root, building, 'package.json')).resolve('yjs/package.json'))
    homes.set(home, [...(homes.get(home) ?? []), building])
  }
  if (homes.size !== 1)
    findings.push(
      `Yjs is found in ${homes.size} places: ${[...homes].map(([home, who]) => `${who.join(', ')} in ${home}`).join('; ')}`,
    )
  return { read: `${ONE.length} packages`, findings }
}
