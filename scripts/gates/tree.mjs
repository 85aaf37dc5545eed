import { existsSync, readdirSync } from 'node:fs'
import { join, relative } from 'node:path'

const NEVER = new Set(['node_modules', 'dist', 'data', 'coverage', 'test-results'])

/** Every file under some folders of a tree whose name fits, as paths from its root. */
export function filesUnder(root, folders, fits) {
  const found = []
  const walk = (folder) => {
    for (const entry of readdirSync(folder, { withFileTypes: true })) {
      const path = join(folder, entry.name)
      if (entry.isDirectory() && !NEVER.has(entry.name)) walk(path)
      if (entry.isFile() && fits.test(entry.name)) found.push(relative(root, path))
    }
  }
  for (const folder of folders) if (existsSync(join(root, folder))) walk(join(root, folder))
  return found.sort()
}
