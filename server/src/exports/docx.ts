import type { BlockLanguage, Run } from '@withy/shared/plan'
import {
  AlignmentType,
  Bookmark,
  Document,
  ExternalHyperlink,
  Footer,
  Header,
  HeadingLevel,
  InternalHyperlink,
  type IParagraphOptions,
  LevelFormat,
  Packer,
  PageNumber,
  Paragraph,
  type ParagraphChild,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
} from 'docx'
import { EasyRows } from './docx-easy.ts'
import { docxStyles } from './docx-styles.ts'
import { commentsOf, DocxTalk } from './docx-talk.ts'
import { sameEachTime } from './docx-tidy.ts'
import { type Cell, directionOf, type Node } from './nodes.ts'
import type { Pages } from './pages.ts'
import { OURS } from './words.ts'

/** What lies around a stretch of a copy: how deep in lists it is, and the language and direction it takes from there. */
type Place = BlockLanguage & { readonly depth: number }

/** Word knows nine levels of lists. */
const LEVELS = [0, 1, 2, 3, 4, 5, 6, 7, 8]
const HEADINGS = [
  ...[HeadingLevel.HEADING_1, HeadingLevel.HEADING_2, HeadingLevel.HEADING_3],
  ...[HeadingLevel.HEADING_4, HeadingLevel.HEADING_5, HeadingLevel.HEADING_6],
]
const TONES = { name: 'ItemName', quiet: 'Quiet' } as const
/** In twentieths of a point. */
const STEP = 400
const A4 = { width: 11_906, height: 16_838 }

/**
 * A copy for Word and its like: headings, lists and tables are what they look like, so that a screen reader and a list of contents
 * find them, and what the copy is stands on each page (SPEC EXPORT-47).
 */
export async function writeDocx(pages: Pages): Promise<Uint8Array> {
  const { title, titled, lang, head, mark, nodes, native } = pages
  const copy = new Copy(new DocxTalk(native, nodes), new EasyRows(pages.photos))
  const isFromRight = directionOf(title).dir === 'rtl'
  const around = (text: string, ...more: TextRun[]) =>
    new Paragraph({ style: 'Around', children: [new TextRun(text), ...more] })
  const foot = [mark, OURS.page[lang]].filter(Boolean).join(' · ')
  const document = new Document({
    title,
    creator: 'Withy',
    lastModifiedBy: 'Withy',
    styles: docxStyles(pages),
    ...(native && native.comments.length > 0 && { comments: commentsOf(native) }),
    numbering: { config: [levelsOf('bullets', LevelFormat.BULLET), levelsOf('numbers', LevelFormat.DECIMAL)] },
    sections: [
      {
        properties: { page: { size: A4 } },
        headers: { default: new Header({ children: [around(head)] }) },
        footers: {
          default: new Footer({ children: [around(`${foot} `, new TextRun({ children: [PageNumber.CURRENT] }))] }),
        },
        children: [
          new Paragraph({
            heading: HeadingLevel.TITLE,
            ...(isFromRight && { bidirectional: true }),
            children: [
              new TextRun({
                text: title,
                ...(isFromRight && { rightToLeft: true }),
                ...(titled.lang && { language: { value: titled.lang, bidirectional: titled.lang } }),
              }),
            ],
          }),
          ...nodes.flatMap((node) => copy.blocksOf(node, { depth: 0 })),
        ],
      },
    ],
  })
  return sameEachTime(await Packer.toBuffer(document), pages.at)
}

const levelsOf = (reference: string, format: (typeof LevelFormat)[keyof typeof LevelFormat]) => ({
  reference,
  levels: LEVELS.map((level) => ({
    level,
    format,
    text: format === LevelFormat.BULLET ? '•' : `%${level + 1}.`,
    alignment: AlignmentType.START,
    style: { paragraph: { indent: { start: STEP * (level + 1), hanging: STEP } } },
  })),
})

class Copy {
  /** Each list with numbers counts by itself. */
  #lists = 0
  readonly #easy: EasyRows
  readonly #talk: DocxTalk

  constructor(talk: DocxTalk, easy: EasyRows) {
    this.#talk = talk
    this.#easy = easy
  }

  /** `more`: what the first paragraph of an item of a list carries besides. */
  blocksOf(node: Node, around: Place, more: IParagraphOptions = {}): (Paragraph | Table)[] {
    const place = { ...around, ...(node.lang && { lang: node.lang }), ...(node.dir && { dir: node.dir }) }
    const one = (options: IParagraphOptions) => [
      new Paragraph({
        ...(more.numbering ? {} : placed(place)),
        ...options,
        ...this.#talk.endOf(node),
        ...more,
        ...(place.dir === 'rtl' && { bidirectional: true }),
      }),
    ]
    if (node.is === 'heading') {
      const words = this.#runsOf(node.runs, place)
      const children = node.id ? [new Bookmark({ id: bookmarkOf(node.id), children: words })] : words
      return one({ heading: HEADINGS[node.level - 1] ?? HeadingLevel.HEADING_6, children })
    }
    if (node.is === 'paragraph')
      return one({ ...(node.tone && { style: TONES[node.tone] }), children: this.#runsOf(node.runs, place) })
    if (node.is === 'facts')
      return node.facts.map(({ label, ...cell }) => {
        const there = { ...place, ...(cell.lang && { lang: cell.lang }), ...(cell.dir && { dir: cell.dir }) }
        const children = [new TextRun({ text: `${label}: `, style: 'Label' }), ...this.#runsOf(cell.runs, there)]
        return new Paragraph({
          style: 'Fact',
          ...placed(place),
          children,
          ...(there.dir === 'rtl' && { bidirectional: true }),
        })
      })
    if (node.is === 'note')
      return node.inside.flatMap((inner) =>
        this.blocksOf(inner, place, inner.is === 'paragraph' ? { style: 'Note' } : {}),
      )
    if (node.is === 'table') return [this.#table(node, place)]
    if (node.is === 'easy')
      return [this.#easy.table(node.rows, (cell) => this.#runsOf(cell.runs, { ...place, ...cell }))]
    if (node.is === 'contents')
      return [
        new Paragraph({ heading: HeadingLevel.HEADING_1, children: [new TextRun(node.title)] }),
        ...node.of.map(({ id, title }) => {
          const words = new TextRun({ text: title, style: 'Hyperlink' })
          const link = new InternalHyperlink({ anchor: bookmarkOf(id), children: [words] })
          return new Paragraph({ numbering: { reference: 'bullets', level: 0 }, children: [link] })
        }),
      ]
    return this.#list(node, place)
  }

  #list({ is, items }: Node & { readonly is: 'bullets' | 'numbers' }, place: Place): (Paragraph | Table)[] {
    const level = Math.min(place.depth, LEVELS.length - 1)
    const numbering = { reference: is, level, ...(is === 'numbers' && { instance: ++this.#lists }) }
    const inside = { ...place, depth: place.depth + 1 }
    return items.flatMap((item) => {
      const [first] = item
      // An item that begins with a list has a line of its own for its sign or number.
      const isWords = first?.is === 'paragraph' || first?.is === 'heading'
      return [
        ...(isWords ? [] : [new Paragraph({ numbering })]),
        ...item.flatMap((node, n) => this.blocksOf(node, inside, n === 0 && isWords ? { numbering } : {})),
      ]
    })
  }

  #table({ head, rows }: Node & { readonly is: 'table' }, place: Place): Table {
    const headOf = (text: string) =>
      new TableCell({ children: [new Paragraph({ style: 'TableHead', children: [new TextRun(text)] })] })
    const cellOf = (cell: Cell) => {
      const there = { ...place, ...cell }
      const bidirectional = there.dir === 'rtl' && { bidirectional: true }
      return new TableCell({
        children: [new Paragraph({ children: this.#runsOf(cell.runs, there), ...bidirectional })],
      })
    }
    return new Table({
      width: { size: 100, type: WidthType.PERCENTAGE },
      margins: { top: 60, bottom: 60, left: 100, right: 100 },
      rows: [
        new TableRow({ tableHeader: true, cantSplit: true, children: head.map(headOf) }),
        ...rows.map((row) => new TableRow({ children: row.map(cellOf) })),
      ],
    })
  }

  /** Words with their marks, language and direction: each line a run, since a line end is an element in one. */
  #runsOf(runs: readonly Run[], { lang, dir }: BlockLanguage): ParagraphChild[] {
    return runs.flatMap((run) =>
      this.#talk.around(run, (as) => {
        const { text, bold, italic, link } = run
        const lines = text.split('\n').map((line, n) =>
          as({
            text: line,
            ...(n > 0 && { break: 1 }),
            ...(bold && { bold }),
            ...(italic && { italics: italic }),
            ...(link && { style: 'Hyperlink' }),
            ...(lang && { language: { value: lang, bidirectional: lang } }),
            ...(dir === 'rtl' && { rightToLeft: true }),
          }),
        )
        return link ? [new ExternalHyperlink({ link, children: lines })] : lines
      }),
    )
  }
}

/** Below the first words of an item, what follows stands as far in as they do. */
const placed = ({ depth }: Place): IParagraphOptions =>
  depth > 0 ? { indent: { start: STEP * Math.min(depth, LEVELS.length) } } : {}

/** Word takes letters, digits and lines under in the name of a place, forty at most. */
const bookmarkOf = (id: string): string => id.replace(/\W/g, '_').slice(0, 40)
