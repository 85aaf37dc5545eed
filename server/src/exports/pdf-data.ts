import { type BlockLanguage, LANGUAGES, type Run } from '@withy/shared/plan'
import { type Cell, directionOf, type EasyRow, type Node, picturesIn, sidesOf } from './nodes.ts'
import type { Pages } from './pages.ts'
import { photoSize } from './photo-size.ts'
import { pictureSvg } from './picture-files.ts'
import { OURS } from './words.ts'

/** A copy as the data that plan.typ reads, its words as plain strings. Photos are files beside it (`photoFile`). */
export function pdfData({ title, titled, lang, size, at, head, mark, isDraft, nodes, photos }: Pages): object {
  return {
    title,
    ...directionOf(title),
    ...(titled.lang && { titled: spokenOf({ ...titled, ...directionOf(title) }) }),
    short: shortened(title),
    lang,
    size,
    date: [at.getUTCFullYear(), at.getUTCMonth() + 1, at.getUTCDate(), at.getUTCHours(), at.getUTCMinutes()],
    head,
    mark,
    isDraft,
    page: OURS.page[lang],
    nodes: nodes.map((node) => nodeOf(node, photos)),
    pictures: Object.fromEntries(picturesIn(nodes).map((id) => [id, pictureSvg(id)])),
  }
}

/** Where Typst finds a photo, among files that are in memory alone. */
export const photoFile = (id: string): string => `/photo-${id}.jpg`

function nodeOf(node: Node, photos: Pages['photos']): object {
  const said = spokenOf(node)
  if (node.is === 'heading' || node.is === 'paragraph')
    return { ...node, ...said, runs: node.runs.map((run) => runOf(run)) }
  if (node.is === 'bullets' || node.is === 'numbers')
    return { ...node, ...said, items: node.items.map((item) => item.map((inside) => nodeOf(inside, photos))) }
  if (node.is === 'facts')
    return { is: 'facts', facts: node.facts.map((fact) => ({ label: fact.label, ...cellOf(fact) })) }
  if (node.is === 'easy') return { ...node, rows: node.rows.map((row) => easyRowOf(row, photos)) }
  if (node.is === 'table') return { ...node, rows: node.rows.map((row) => row.map((cell) => cellOf(cell, NARROW))) }
  if (node.is === 'note') return { ...node, inside: node.inside.map((inside) => nodeOf(inside, photos)) }
  return node
}

function easyRowOf({ picture, photo, note, ...row }: EasyRow, photos: Pages['photos']): object {
  const sides = sidesOf(row)
  const bytes = photo && photos.get(photo.id)
  return {
    ...(picture && { picture }),
    ...(bytes && { photo: { ...spokenOf(photo), file: photoFile(photo.id), alt: photo.alt, ...photoSize(bytes) } }),
    ...(note && { note: cellOf(note, EASY) }),
    sides: sides.map((cell) => cellOf(cell, sides.length > 1 ? NARROW : EASY)),
  }
}

const cellOf = (cell: Cell, long = LONG) => ({ ...spokenOf(cell), runs: cell.runs.map((run) => runOf(run, long)) })

const runOf = ({ text, ...marks }: Run, long = LONG) => ({ ...marks, lines: linesOf(text, long) })

// Composed (NFC), since a letter and its mark that are two glyphs are copied out of a PDF as two letters.
const linesOf = (words: string, long: number): string[] =>
  words
    .normalize('NFC')
    .split('\n')
    .map((line) => breakable(line, long))

// Letters that fit in a line of the largest print, and in a column of a table or of one of two languages.
const LONG = 24
const NARROW = 14
const EASY = 20
const signs = new Intl.Segmenter('en', { granularity: 'grapheme' })

/** A word longer than a line would run off the paper: it gets places to break, which nobody sees (U+200B). */
const breakable = (line: string, long: number): string =>
  line.replace(/\S{15,}/gu, (word) =>
    Array.from(signs.segment(word), ({ segment }, n) => (n > 0 && n % long === 0 ? `\u200b${segment}` : segment)).join(
      '',
    ),
  )

// Typst takes a language of two or three letters and a country of two, and its direction with it unless one is said: words in Latin
// letters in a block that says it is Arabic would run backwards.
function spokenOf({ lang, dir }: BlockLanguage): BlockLanguage & { readonly region?: string } {
  const [language, ...more] = lang?.toLowerCase().split('-') ?? []
  if (!language) return { ...(dir && { dir }) }
  const region =
    more.find((part) => /^[a-z]{2}$/.test(part)) ?? (LANGUAGES.some((ours) => ours === language) ? 'gb' : null)
  return { lang: language, dir: dir ?? 'ltr', ...(region && { region: region.toUpperCase() }) }
}

/** A title that fits beside what stands at the head of a page. */
function shortened(title: string): string {
  const all = Array.from(signs.segment(title), ({ segment }) => segment)
  return all.length > 40 ? `${all.slice(0, 39).join('')}…` : title
}
