import type { Figure } from '../bench.ts'
import type { Result } from './result.ts'
import { median } from './spread.ts'

/**
 * A bench's sentence, a table with a row a figure and a column a case, and where it was measured. Where cases are more than figures
 * they are the rows.
 */
export const sectionOf = (name: string, result: Result): string =>
  `## ${name}\n\n${result.shows}\n\n${tableOf(result)}\n\n${measuredOn(result)}\n`

function tableOf({ rounds }: Result): string {
  const cases = [...new Set(rounds.map((round) => round.case))]
  const names = [...new Set(rounds.flatMap(({ figures }) => figures.map(({ name, unit }) => `${name} (${unit})`)))]
  const cell = (figure: string, of: string) =>
    cellOf(
      rounds
        .filter((round) => round.case === of)
        .flatMap(({ figures }) => figures.filter(({ name, unit }) => `${name} (${unit})` === figure)),
    )
  const isWide = cases.length > names.length
  const columns = isWide ? names : cases
  const rows = isWide
    ? cases.map((of) => [of, ...names.map((figure) => cell(figure, of))])
    : names.map((figure) => [figure, ...cases.map((of) => cell(figure, of))])
  return [['', ...columns], ['---', ...columns.map(() => '---:')], ...rows]
    .map((row) => `| ${row.join(' | ')} |`)
    .join('\n')
}

/** The median of the rounds, their range, and the aim where there is one. */
function cellOf(figures: readonly Figure[]): string {
  const values = figures.map(({ value }) => value)
  if (values.length === 0) return ''
  const middle = median(values)
  const range = values.length > 1 ? ` (${short(Math.min(...values))}–${short(Math.max(...values))})` : ''
  const aim = figures[0]?.aim
  return short(middle) + range + (aim === undefined ? '' : `, aim ≤ ${aim}${middle > aim ? ' **missed**' : ''}`)
}

/** As many digits as mean something. */
export const short = (value: number): string => value.toFixed(value < 10 ? 2 : value < 100 ? 1 : 0)

function measuredOn({ at, command, machine, rounds }: Result): string {
  const { processor, cores, memoryGB, kernel, node, chromium, load } = machine
  const count = new Set(rounds.map(({ round }) => round)).size
  const browser = chromium === null ? '' : `, Chromium ${chromium}`
  const what = count === 1 ? 'One round' : `Median (range) of ${count} rounds`
  return (
    `${what}, ${at.slice(0, 10)}, \`${command}\`. ${processor}, ${cores} cores, ${memoryGB} GB, ${kernel}, ` +
    `Node ${node}${browser}; load before: ${load}.`
  )
}
