import type { Block, RichText, Run } from '@withy/shared/plan'
import { seen, visibleText } from '../http/visible-text.ts'
import { type ExportBox, type Exported, type ExportPart, explainedIn, partsOf } from './document.ts'
import { headingLevels } from './headings.ts'
import type { ItemEntry } from './item-entry.ts'
import { aboutPerson, KIND, momentInWords, OURS } from './words.ts'

type PdfRun = {
  readonly lines: readonly string[]
  readonly bold?: true
  readonly italic?: true
  readonly link?: string
}
type Spoken = { readonly lang?: string; readonly dir?: 'ltr' | 'rtl' }

/** What plan.typ draws, one after the other. */
type PdfNode = Spoken &
  (
    | { readonly type: 'heading'; readonly level: number; readonly runs: readonly PdfRun[] }
    | { readonly type: 'paragraph'; readonly runs: readonly PdfRun[] }
    | { readonly type: 'bullets' | 'numbers'; readonly items: readonly (readonly PdfNode[])[] }
    | {
        readonly type: 'facts'
        readonly facts: readonly (Spoken & { readonly label: string; readonly runs: readonly PdfRun[] })[]
      }
    | { readonly type: 'note'; readonly inside: readonly PdfNode[] }
    | { readonly type: 'contents'; readonly title: string }
  )

/** The plan as the data that plan.typ reads, its words as plain strings. */
export function pdfData(exported: Exported): object {
  const { lang, kind, plan, people } = exported
  const title = seen(exported.title) || KIND[kind][lang]
  return {
    title,
    short: shortened(title),
    lang,
    draft: OURS.draft[lang],
    page: OURS.page[lang],
    nodes: [
      paragraph(KIND[kind][lang]),
      { type: 'note', inside: [draftNote(exported)] },
      { type: 'contents', title: OURS.contents[lang] },
      heading(1, OURS.people[lang]),
      paragraph(OURS.asTheySay[lang]),
      bullets(people.map((person) => `${visibleText(person.name)}: ${aboutPerson(person, lang)}`)),
      ...partsOf(exported).flatMap((part) => partNodes(part, lang)),
      ...explainedNodes(exported),
      ...(plan.unplaced.length > 0
        ? [
            heading(1, OURS.unplaced[lang]),
            paragraph(OURS.unplacedAbout[lang]),
            ...plan.unplaced.map(({ words }) => paragraph(visibleText(words))),
          ]
        : []),
    ] satisfies PdfNode[],
  }
}

function explainedNodes(exported: Exported): PdfNode[] {
  const words = explainedIn(exported)
  if (words.length === 0) return []
  const entry = ({ word, meaning }: (typeof words)[number]): PdfNode[] => [
    { type: 'paragraph', runs: [{ lines: linesOf(word), bold: true }], ...directionOf(word) },
    paragraph(meaning),
  ]
  return [heading(1, OURS.explained[exported.lang]), { type: 'bullets', items: words.map(entry) }]
}

function partNodes({ title, sections, empty }: ExportPart, lang: Exported['lang']): PdfNode[] {
  return [
    heading(1, title),
    ...sections.flatMap((section) => [heading(2, section.title), ...section.boxes.flatMap(boxNodes)]),
    ...(empty.length > 0 ? [paragraph(`${OURS.stillEmpty[lang]} ${empty.join(' · ')}`)] : []),
  ]
}

const boxNodes = (box: ExportBox): PdfNode[] => [
  heading(3, box.title),
  ...('text' in box ? textNodes(box.text) : [{ type: 'bullets' as const, items: box.items.map(itemNodes) }]),
]

const itemNodes = ({ name, facts }: ItemEntry): PdfNode[] => [
  { type: 'paragraph', runs: [{ lines: linesOf(name), bold: true }], ...directionOf(name) },
  ...(facts.length > 0
    ? [
        {
          type: 'facts' as const,
          facts: facts.map(({ label, words, link }) => ({
            label,
            // An address has places to break of its own, and is copied as it is.
            runs: [{ lines: linesOf(words) }, ...(link ? [{ lines: [' '] }, { lines: [link], link }] : [])],
            ...directionOf(words),
          })),
        },
      ]
    : []),
]

/** Our own headings go to level 3; those of people follow from 4. */
function textNodes(text: RichText): PdfNode[] {
  const levels = headingLevels(text)
  const node = (block: Block): PdfNode => {
    const { lang, dir } = block
    if ('items' in block)
      return { type: block.type, items: block.items.map((item) => item.map(node)), ...spokenOf(lang, dir) }
    const runs = block.runs.map(runNode)
    const spoken = spokenOf(lang, dir ?? directionOf(block.runs.map((run) => run.text).join('')).dir)
    if (block.type === 'paragraph') return { type: 'paragraph', runs, ...spoken }
    return { type: 'heading', level: 3 + (levels.get(block) ?? 1), runs, ...spoken }
  }
  return text.map(node)
}

const runNode = ({ text, bold, italic, link }: Run): PdfRun => ({
  lines: linesOf(text),
  ...(bold && { bold }),
  ...(italic && { italic }),
  ...(link && { link }),
})

const paragraph = (words: string): PdfNode => ({
  type: 'paragraph',
  runs: [{ lines: linesOf(words) }],
  ...directionOf(words),
})

const heading = (level: number, words: string): PdfNode => ({
  type: 'heading',
  level,
  runs: [{ lines: linesOf(words) }],
  ...directionOf(words),
})

const bullets = (lines: readonly string[]): PdfNode => ({
  type: 'bullets',
  items: lines.map((line) => [paragraph(line)]),
})

const draftNote = ({ lang, at }: Exported): PdfNode => ({
  type: 'paragraph',
  runs: [
    { lines: [`${OURS.draft[lang]}. `], bold: true },
    { lines: [`${OURS.unfinished[lang]} ${momentInWords(at, lang)}. ${OURS.mayChange[lang]}`] },
  ],
})

// Composed (NFC), since a letter and its mark that are two glyphs are copied out of a PDF as two letters.
const linesOf = (words: string): string[] => words.normalize('NFC').split('\n').map(breakable)

const LONG = 24
const signs = new Intl.Segmenter('en', { granularity: 'grapheme' })

/** A word longer than a line would run off the paper: it gets places to break, which nobody sees (U+200B). */
const breakable = (line: string): string =>
  line.replace(/\S{25,}/gu, (word) =>
    Array.from(signs.segment(word), ({ segment }, n) => (n > 0 && n % LONG === 0 ? `\u200b${segment}` : segment)).join(
      '',
    ),
  )

const RTL = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u

/** The direction of words nobody said it of: that of their first letter, as browsers do for dir="auto". */
function directionOf(words: string): Spoken {
  const first = words.match(/\p{L}/u)?.[0]
  return first !== undefined && RTL.test(first) ? { dir: 'rtl' } : {}
}

// Typst takes a language of two or three letters and nothing after it.
function spokenOf(lang: string | undefined, dir: 'ltr' | 'rtl' | undefined): Spoken {
  const language = lang?.split('-')[0]?.toLowerCase()
  return { ...(language && { lang: language }), ...(dir && { dir }) }
}

/** A title that fits beside DRAFT at the head of a page. */
function shortened(title: string): string {
  const all = Array.from(signs.segment(title), ({ segment }) => segment)
  return all.length > 50 ? `${all.slice(0, 49).join('')}…` : title
}
