import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { filesUnder } from '../gates/tree.mjs'

const BUILDINGS = ['client', 'server', 'shared', 'e2e']

/**
 * A copy of the workspace to spoil: its files, its built pages, and packages as links, except that our own packages
 * link to their copies.
 * @returns {string} the copy's folder, for the caller to remove
 */
export function copyTree(root) {
  const copy = mkdtempSync(join(tmpdir(), 'withy-planted-'))
  for (const file of filesUnder(root, ['.'], /./)) copyInto(root, copy, file)
  if (existsSync(join(root, 'client/dist'))) copyInto(root, copy, 'client/dist')
  for (const home of ['.', ...BUILDINGS])
    linkPackages(join(root, home, 'node_modules'), join(copy, home, 'node_modules'), copy)
  return copy
}

function copyInto(root, copy, path) {
  mkdirSync(dirname(join(copy, path)), { recursive: true })
  cpSync(join(root, path), join(copy, path), { recursive: true })
}

function linkPackages(from, to, copy) {
  if (!existsSync(from)) return
  mkdirSync(to, { recursive: true })
  for (const name of readdirSync(from)) {
    if (name !== '@withy') symlinkSync(join(from, name), join(to, name))
    else {
      mkdirSync(join(to, name))
      for (const ours of readdirSync(join(from, name))) symlinkSync(join(copy, ours), join(to, name, ours))
    }
  }
}
