import { type Block, type Run, safeLink } from '@withy/shared/plan'
import mammoth from 'mammoth'
import { type Found, type LeftOut, NOTHING_LEFT } from './brought.ts'
import { wordsParts } from './docx-parts.ts'
import { type Line, nested } from './nested.ts'

/** What mammoth makes of a Word document (its lib/documents.js), as far as it is used here. Children may be missing. */
type Part = {
  readonly type: string
  readonly children?: readonly Part[]
  readonly value?: string
  readonly styleName?: string | null
  readonly numbering?: { readonly level: string; readonly isOrdered: boolean } | null
  readonly isBold?: boolean
  readonly isItalic?: boolean
  readonly href?: string | null
  readonly checked?: boolean
  readonly noteType?: string
  readonly noteId?: string
}
type Notes = { resolve(reference: Part): { readonly body: readonly Part[] } | null }
type WordDocument = Part & { readonly notes: Notes }

/**
 * The words of a Word file. mammoth reads it; what it found is taken as it is, before mammoth would make HTML of it.
 * @throws what mammoth throws where the file is not as it should be
 */
export async function docxWords(bytes: Uint8Array): Promise<Found> {
  const { parts, beside } = wordsParts(bytes)
  let found: WordDocument | null = null
  const input = { arrayBuffer: parts.buffer as ArrayBuffer, buffer: parts as never }
  await mammoth.convertToHtml(input, {
    includeEmbeddedStyleMap: false,
    externalFileAccess: false,
    transformDocument(read: WordDocument) {
      found = read
      return { ...read, children: [] }
    },
  })
  return blocksIn(found ?? { type: 'document', notes: { resolve: () => null } }, beside)
}

function blocksIn(read: WordDocument, beside: Partial<LeftOut>): Found {
  const left = { ...NOTHING_LEFT, ...beside }
  const notes: Part[] = []

  const linesOf = (parts: readonly Part[] = []): Line[] =>
    parts.flatMap((part) => {
      if (part.type === 'paragraph') return [lineOf(part)]
      if (part.type !== 'table') return part.children ? linesOf(part.children) : []
      left.tables += 1
      return (part.children ?? []).map((row) => ({ block: { type: 'paragraph', runs: rowOf(row) } }))
    })

  function lineOf(part: Part): Line {
    const runs = runsOf(part.children, {})
    const level = headingLevel(part.styleName)
    if (level) return { block: { type: 'heading', level, runs } }
    if (/quote/i.test(part.styleName ?? '')) left.quotes += 1
    const block: Block = { type: 'paragraph', runs }
    const { numbering } = part
    return numbering
      ? { block, list: { level: Number(numbering.level) || 0, isOrdered: numbering.isOrdered } }
      : { block }
  }

  /** One row of a table in one line. */
  const rowOf = (row: Part): Run[] =>
    (row.children ?? []).flatMap((cell, at) => [
      ...(at > 0 ? [{ text: '; ' }] : []),
      ...linesOf(cell.children).flatMap(({ block }, n) => [
        ...(n > 0 ? [{ text: ' ' }] : []),
        ...('runs' in block ? block.runs : []),
      ]),
    ])

  const runsOf = (parts: readonly Part[] = [], marks: Omit<Run, 'text'>): Run[] =>
    parts.flatMap((part) => {
      switch (part.type) {
        case 'text':
          return [{ text: part.value ?? '', ...marks }]
        case 'tab':
          return [{ text: '\t', ...marks }]
        case 'break':
          return [{ text: '\n' }]
        case 'checkbox':
          return [{ text: part.checked ? '☑' : '☐', ...marks }]
        case 'image':
          left.pictures += 1
          return []
        case 'noteReference':
          notes.push(part)
          return [{ text: `[${notes.length}]`, ...marks }]
        case 'hyperlink': {
          const link = safeLink(part.href)
          if (part.href && !link) left.links += 1
          return runsOf(part.children, link ? { ...marks, link } : marks)
        }
        case 'run':
          return runsOf(part.children, {
            ...marks,
            ...(part.isBold && { bold: true as const }),
            ...(part.isItalic && { italic: true as const }),
          })
        default:
          return part.children ? runsOf(part.children, marks) : []
      }
    })

  const lines = linesOf(read.children)
  // A note may have a note: those come to the end of the list while it is gone through.
  for (const [at, reference] of notes.entries()) {
    const [first, ...more] = linesOf(read.notes.resolve(reference)?.body)
    const words = first && 'runs' in first.block ? first.block.runs : []
    lines.push({ block: { type: 'paragraph', runs: [{ text: `[${at + 1}] ` }, ...words] } }, ...more)
  }
  return { blocks: nested(lines), left }
}

function headingLevel(styleName: string | null | undefined): 1 | 2 | 3 | null {
  if (/^title$/i.test(styleName ?? '')) return 1
  const level = Number(/^heading (\d)/i.exec(styleName ?? '')?.[1])
  if (!level) return null
  return level >= 3 ? 3 : level === 2 ? 2 : 1
}
