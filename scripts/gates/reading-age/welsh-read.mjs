import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { filesUnder } from '../tree.mjs'

/**
 * How many Welsh texts of pages nobody has read yet whose first language it is. One that was read stands in
 * `client/src/text/cy-read/<file>` as it was then (docs/ADDING-A-LANGUAGE.md): a text that was changed since is unread again.
 */
export function welshNobodyRead(root) {
  const folder = join(root, 'client/src/text')
  const counts = { all: 0, unread: 0 }
  for (const file of filesUnder(join(folder, 'cy'), ['.'], /\.json$/)) {
    const [texts, read] = ['cy', 'cy-read'].map((list) => textsIn(join(folder, list, file)))
    for (const [key, text] of Object.entries(texts)) {
      counts.all += 1
      if (read[key] !== text) counts.unread += 1
    }
  }
  return counts
}

const textsIn = (file) => (existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {})
