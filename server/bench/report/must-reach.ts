import type { Figure, Ratio } from '../bench.ts'
import { MAIN_PEER } from '../engine/servers.ts'
import type { Results, Round } from './result.ts'
import { median } from './spread.ts'
import { short } from './table.ts'

/** What the engine must reach, and whether it does: medians, and their ratio to the main peer's of the same run. */
export function mustReach(results: Results): string {
  const rows = Object.entries(results).flatMap(([name, { rounds }]) =>
    figuresOf(rounds, 'Withy')
      .map((figure) => rowOf(name, figure, rounds))
      .filter((row) => row !== null),
  )
  const head = ['bench', 'figure', 'Withy', MAIN_PEER, 'ratio', 'must', 'aim', 'reached']
  const table = [head, head.map((_, i) => (i < 2 ? '---' : '---:')), ...rows].map((row) => `| ${row.join(' | ')} |`)
  return `## must-reach\n\nWhat Withy's server must reach: a ratio is its median divided by that of ${MAIN_PEER} in the same run.\n\n${table.join('\n')}\n`
}

/** The first of each name: what is asked for is the same in every round. */
const figuresOf = (rounds: readonly Round[], server: string): Figure[] => {
  const all = rounds.filter((round) => round.case === server).flatMap(({ figures }) => figures)
  return all.filter(({ name }, i) => all.findIndex((other) => other.name === name) === i)
}

const middle = (rounds: readonly Round[], server: string, figure: string): number | null => {
  const values = rounds
    .filter((round) => round.case === server)
    .flatMap(({ figures }) => figures.filter(({ name }) => name === figure).map(({ value }) => value))
  return values.length > 0 ? median(values) : null
}

function rowOf(bench: string, { name, unit, ratio, aim }: Figure, rounds: readonly Round[]): string[] | null {
  const ours = middle(rounds, 'Withy', name)
  const theirs = middle(rounds, MAIN_PEER, name)
  if (ours === null || (!ratio && aim === undefined)) return null
  const shown = [bench, `${name} (${unit})`, short(ours), theirs === null ? '' : short(theirs)]
  if (!ratio) return [...shown, '', `≤ ${aim}`, '', ours <= (aim ?? 0) ? 'yes' : '**missed**']
  if (theirs === null) return [...shown, '', ...wanted(ratio), 'not measured']
  return [...shown, `${short(ours / theirs)} x`, ...wanted(ratio), reached(ours / theirs, ratio)]
}

const wanted = ({ better, must, aim }: Ratio) =>
  [must, aim].map((value) => `${better === 'lower' ? '≤' : '≥'} ${short(value)} x`)

/** How far a ratio comes. */
export function reached(value: number, { better, must, aim }: Ratio): 'aim' | 'must' | '**missed**' {
  const comesTo = (mark: number) => (better === 'lower' ? value <= mark : value >= mark)
  return comesTo(aim) ? 'aim' : comesTo(must) ? 'must' : '**missed**'
}
