import type { Run } from '@withy/shared/plan'
import { easyAsList, type Fact, type Node, rowsAsList } from './nodes.ts'
import type { Pages } from './pages.ts'

/**
 * A copy as plain text, for Braille displays, screen readers, and anything that shows text: a line a paragraph, as long as it is
 * (a Braille line is 40 signs or 20, so the display breaks it), headings marked, nothing drawn with signs, no table (SPEC EXPORT-21).
 */
export function writeText({ title, head, mark, nodes }: Pages): string {
  const last = [head, mark].filter(Boolean).join(' ')
  const lines = [last, '', `# ${title}`, '', ...nodes.flatMap((node) => linesOf(node, '')), last]
  return `${lines.join('\n')}\n`
}

/** The lines of a node, with an empty one after it. `indent`: how far in it stands. */
function linesOf(node: Node, indent: string): string[] {
  if (node.is === 'heading')
    return [...(node.level === 1 ? [''] : []), ...headed(node.level, said(node.runs, indent)), '']
  if (node.is === 'paragraph') return [...said(node.runs, indent), '']
  if (node.is === 'facts') return [...node.facts.flatMap((fact) => factLines(fact, indent)), '']
  if (node.is === 'note') return node.inside.flatMap((inside) => linesOf(inside, indent))
  if (node.is === 'easy') return linesOf(easyAsList(node), indent)
  if (node.is === 'table') return linesOf(rowsAsList(node.head, node.rows), indent)
  if (node.is === 'contents')
    return [...headed(1, [indent + node.title]), '', ...node.of.map(({ title }) => `${indent}- ${title}`), '']
  const items = node.items.flatMap((item, n) => {
    const sign = node.is === 'numbers' ? `${n + 1}. ` : '- '
    const [first = '', ...rest] = item.flatMap((inside) => linesOf(inside, `${indent}  `)).filter((line) => line !== '')
    return [indent + sign + first.trimStart(), ...rest]
  })
  return [...items, '']
}

/** A heading is found by its signs: one for the title of the plan, and one more a level. */
const headed = (level: number, [first = '', ...rest]: readonly string[]): string[] =>
  first.trim() === '' ? [first, ...rest] : [first.replace(/\S/, `${'#'.repeat(level + 1)} $&`), ...rest]

const factLines = ({ label, runs }: Fact, indent: string): string[] => {
  const [first = '', ...rest] = said(runs, `${indent}  `)
  return [`${indent}${label}: ${first.trimStart()}`, ...rest]
}

/** Words of runs. An address stands after all the words that lead to it, unless they are it. */
function said(runs: readonly Run[], indent: string): string[] {
  let led = ''
  const text = runs
    .map(({ text, link }, n) => {
      led = link && link === runs[n - 1]?.link ? led + text : text
      const isEnd = link !== runs[n + 1]?.link
      return link && isEnd && led !== link ? `${text} (${link})` : text
    })
    .join('')
  return text.split('\n').map((line) => indent + line)
}
