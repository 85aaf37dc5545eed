import type { Run } from '@withy/shared/plan'
import { easyAsList, type Fact, type Node, rowsAsList } from './nodes.ts'
import type { Pages } from './pages.ts'

/**
 * A copy as Markdown (CommonMark, and nothing of GitHub's): what people typed never becomes markup, but their own bold, italic,
 * lists and links (SPEC EXPORT-20). A block in another language or direction stands in a `div` that says so.
 */
export function writeMarkdown({ title, head, mark, nodes }: Pages): string {
  const last = paragraph([{ text: [head, mark].filter(Boolean).join(' ') }])
  return `${[last, `# ${oneLine([{ text: title }])}`, blocks(nodes), last].join('\n\n')}\n`
}

/** Blocks one after the other. Two lists in a row have other signs, or they would be one. */
function blocks(nodes: readonly Node[]): string {
  let other = false
  return nodes
    .map((node, n) => {
      other = isList(node) && isList(nodes[n - 1]) ? !other : false
      return spoken(node, block(node, other))
    })
    .join('\n\n')
}

const isList = (node: Node | undefined): boolean =>
  node !== undefined && ['bullets', 'numbers', 'facts', 'table', 'easy'].includes(node.is)

function block(node: Node, other: boolean): string {
  if (node.is === 'heading') return `${'#'.repeat(Math.min(6, node.level + 1))} ${oneLine(node.runs)}`
  if (node.is === 'paragraph') return node.tone === 'name' ? `**${named(node.runs)}**` : paragraph(node.runs)
  if (node.is === 'facts') return node.facts.map((fact) => item(other ? '* ' : '- ', factLine(fact))).join('\n')
  if (node.is === 'note') return quoted(blocks(node.inside))
  if (node.is === 'easy') return block(easyAsList(node), other)
  if (node.is === 'table') return block(rowsAsList(node.head, node.rows), other)
  if (node.is === 'contents') {
    const titles = node.of.map(({ title }) => item('- ', paragraph([{ text: title }])))
    return [paragraph([{ text: node.title }]), titles.join('\n')].join('\n\n')
  }
  const sign = (n: number) => (node.is === 'numbers' ? `${n + 1}${other ? ')' : '.'} ` : other ? '* ' : '- ')
  return node.items.map((inside, n) => item(sign(n), blocks(inside))).join('\n\n')
}

const item = (sign: string, inside: string): string =>
  sign + inside.replace(/\n(?!\n)/g, `\n${' '.repeat(sign.length)}`)

const quoted = (inside: string): string => inside.replace(/^/gm, '> ')

const factLine = ({ label, runs }: Fact): string => paragraph([{ text: `${label}: ` }, ...runs])

function spoken({ is, lang, dir }: Node, written: string): string {
  if (!lang && !dir) return written
  // A language is checked when it is read in, and letters, digits and hyphens; here nothing is taken on trust.
  const said = [lang && `lang="${lang.replace(/[^A-Za-z0-9-]/g, '')}"`, dir && `dir="${dir}"`].filter(Boolean).join(' ')
  return is === 'heading' || is === 'facts' || is === 'note' ? written : `<div ${said}>\n\n${written}\n\n</div>`
}

// Lines of people never begin with a space: four of them are code.
const lines = (runs: readonly Run[]): string[][] => {
  const found: string[][] = [[]]
  for (const [n, run] of runs.entries())
    for (const [m, text] of run.text.split('\n').entries()) {
      if (m > 0) found.push([])
      found.at(-1)?.push(marked({ ...run, text }, around(runs, n)))
    }
  return found
}

const paragraph = (runs: readonly Run[]): string =>
  lines(runs)
    .map((pieces) => atStart(pieces.join('').trim()))
    .filter((line) => line !== '')
    .join('\\\n')

const oneLine = (runs: readonly Run[]): string => paragraph(runs).replaceAll('\\\n', ' ')

/** The name of an item: all of it is bold, so its own marks are left out. */
const named = (runs: readonly Run[]): string => oneLine(runs.map(({ text }) => ({ text })))

/** What stands beside a run in its block: the last sign before it and the first after it. */
const around = (runs: readonly Run[], n: number): readonly [string, string] => [
  runs[n - 1]?.text.at(-1) ?? ' ',
  runs[n + 1]?.text[0] ?? ' ',
]

/**
 * A run with its marks. CommonMark sees a mark only where spaces stand beside it, or words within them (its "flanking"); where
 * that is not so the words stand without it, as no one wants stars among them.
 */
function marked({ text, bold, italic, link }: Run, [before, after]: readonly [string, string]): string {
  const words = text.trim()
  const space = text.slice(0, text.length - text.trimStart().length)
  const end = text.slice(text.trimEnd().length)
  if (words === '') return text
  const isFree = link !== undefined || ((space !== '' || /\s/u.test(before)) && (end !== '' || /\s/u.test(after)))
  const stars = isFree ? `${bold ? '**' : ''}${italic ? '*' : ''}` : ''
  const said = stars + escaped(words) + [...stars].reverse().join('')
  return space + (link ? `[${said}](<${link.replaceAll('&', '\\&')}>)` : said) + end
}

/** Every sign that Markdown, or a site that reads it, takes for more than itself. */
const escaped = (text: string): string =>
  text
    .replace(/[\\`*_[\]<>&~|$@#{}]/g, '\\$&')
    // Before a link it would make a picture.
    .replace(/!$/, '\\!')
    .replace(/:(?=\/\/)/g, '\\:')
    .replace(/\b(www)\./gi, '$1\\.')

/** A line that begins as a list, a heading's underline or a number does is one otherwise. */
const atStart = (line: string): string => line.replace(/^([-+=])/, '\\$1').replace(/^(\d+)([.)])/, '$1\\$2')
