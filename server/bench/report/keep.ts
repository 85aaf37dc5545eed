import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'
import { sectionsOf } from './readme.ts'
import type { Results } from './result.ts'

const LATEST = fileURLToPath(new URL('../results/latest.json', import.meta.url))
const README = fileURLToPath(new URL('../README.md', import.meta.url))
const FIGURES = /(<!-- figures: .*? -->\n)[\s\S]*(<!-- end of figures -->)/

/** Puts results in the place of the last ones of the same benches, in results/latest.json and the README. */
export function keepResults(measured: Results, order: readonly string[]): void {
  const before: Results = existsSync(LATEST) ? JSON.parse(readFileSync(LATEST, 'utf8')) : {}
  const both = { ...before, ...measured }
  const all = Object.fromEntries(order.flatMap((name) => (both[name] ? [[name, both[name]]] : [])))
  mkdirSync(dirname(LATEST), { recursive: true })
  writeFileSync(LATEST, `${JSON.stringify(all, null, 2)}\n`)

  const readme = readFileSync(README, 'utf8')
  if (!FIGURES.test(readme)) throw new Error('server/bench/README.md has lost its place for figures.')
  writeFileSync(
    README,
    readme.replace(FIGURES, (_all, begin, end) => `${begin}\n${sectionsOf(all)}\n${end}`),
  )
}
