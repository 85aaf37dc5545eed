import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

/** Writes a file of a spoiled tree. */
export function write(root, path, content) {
  mkdirSync(dirname(join(root, path)), { recursive: true })
  writeFileSync(join(root, path), content)
}

/** Changes a file of a spoiled tree. A change that changes nothing is a mistake in the plant. */
export function change(root, path, how) {
  const before = readFileSync(join(root, path), 'utf8')
  const after = how(before)
  if (after === before) throw new Error(`The plant changed nothing in ${path}`)
  writeFileSync(join(root, path), after)
}

/** Changes a JSON file. */
export const changeJson = (root, path, how) =>
  change(root, path, (text) => {
    const value = JSON.parse(text)
    how(value)
    return JSON.stringify(value, null, 2)
  })
