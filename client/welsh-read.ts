import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** How many Welsh texts there are, and how many nobody has read yet whose first language it is. */
export type WelshRead = { readonly all: number; readonly unread: number }

/**
 * Counts the Welsh texts of pages. One that was read stands in `cy-read/<file>` as it was then (docs/ADDING-A-LANGUAGE.md): a
 * text that was changed since is unread again.
 * @param folder with `cy` and, where somebody has read any, `cy-read`
 */
export function countWelshRead(folder: string): WelshRead {
  let all = 0
  let unread = 0
  for (const file of readdirSync(join(folder, 'cy')).filter((name) => name.endsWith('.json'))) {
    const read = textsIn(join(folder, 'cy-read', file))
    for (const [key, text] of Object.entries(textsIn(join(folder, 'cy', file)))) {
      all += 1
      if (read[key] !== text) unread += 1
    }
  }
  return { all, unread }
}

const textsIn = (file: string): Readonly<Record<string, string>> =>
  existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {}
