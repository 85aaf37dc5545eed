import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'
import { inWords, type Result, type Results } from './result.ts'

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url))
const LATEST = at('../results/latest.json')
const README = at('../README.md')
const SEEDS = at('../seeds.json')
const TABLE = /(<!-- outcomes: .*? -->\n)[\s\S]*(<!-- end of outcomes -->)/

/** Puts results in the place of the last ones of the same scenarios, in results/latest.json and the README. */
export function keepResults(
  came: Results,
  order: readonly string[],
  elsewhere: Readonly<Record<string, string>>,
): void {
  const before: Results = existsSync(LATEST) ? JSON.parse(readFileSync(LATEST, 'utf8')) : {}
  const both = { ...before, ...came }
  const all = Object.fromEntries(order.flatMap((name) => (both[name] ? [[name, both[name]]] : [])))
  mkdirSync(dirname(LATEST), { recursive: true })
  writeFileSync(LATEST, `${JSON.stringify(all, null, 2)}\n`)
  const readme = readFileSync(README, 'utf8')
  if (!TABLE.test(readme)) throw new Error('server/faults/README.md has lost its place for outcomes.')
  writeFileSync(
    README,
    readme.replace(TABLE, (_all, begin, end) => `${begin}\n${tableOf(all, elsewhere)}\n\n${end}`),
  )
}

function tableOf(all: Results, elsewhere: Readonly<Record<string, string>>): string {
  const rows = [
    ['', 'what has to hold', 'seeds', 'outcome', 'figures', 'on'],
    ['---', '---', '---:', '---', '---', '---'],
    ...Object.entries(all).map(([name, result]) => [
      name,
      result.shows,
      `${result.seeds}`,
      outcomeOf(result),
      inWords(result.figures),
      result.at.slice(0, 10),
    ]),
    ...Object.entries(elsewhere).map(([name, where]) => [name, `elsewhere: ${where}`, '', '', '', '']),
  ]
  return rows.map((row) => `| ${row.join(' | ')} |`).join('\n')
}

const outcomeOf = ({ outcome, why, brokenSeeds }: Result): string => {
  if (outcome === 'left out') return `left out: ${why}`
  return outcome === 'held' ? 'held' : `**broken** by seeds ${brokenSeeds.join(' ')}`
}

/** Seeds that once broke a scenario: they are run every time, in front of the others. */
export const keptSeeds = (name: string): readonly number[] =>
  (JSON.parse(readFileSync(SEEDS, 'utf8')) as Record<string, number[]>)[name] ?? []

export function keepSeed(name: string, seed: number): void {
  const all = JSON.parse(readFileSync(SEEDS, 'utf8')) as Record<string, number[]>
  const seeds = [...new Set([...(all[name] ?? []), seed])]
  writeFileSync(SEEDS, `${JSON.stringify({ ...all, [name]: seeds }, null, 2)}\n`)
}
