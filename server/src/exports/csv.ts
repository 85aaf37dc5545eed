import { inLanguage, type Language, type ShapeId, type Words } from '@withy/shared/plan'
import papa from 'papaparse'
import { seen } from '../http/visible-text.ts'
import { chosenEdition, type ListBox, listsIn } from './chosen.ts'
import type { Exported } from './exported.ts'
import { factsInWords, nameInWords } from './in-words.ts'
import { textIn } from './nodes.ts'
import { namedOf } from './pages.ts'
import { zipped } from './zip.ts'

/** What is a table of its own: their columns are not the same. */
const TABLES: Readonly<Partial<Record<ShapeId, { readonly file: Words; readonly name: Words }>>> = {
  action: { file: { en: 'actions', cy: 'gweithredoedd' }, name: { en: 'Action', cy: 'Gweithred' } },
  asset: {
    file: { en: 'good-things', cy: 'pethau-da' },
    name: { en: 'Good thing we have', cy: 'Peth da sydd gennym' },
  },
  sign: { file: { en: 'signs', cy: 'arwyddion' }, name: { en: 'What we would see', cy: 'Beth fyddem yn ei weld' } },
}
const OURS = {
  section: { en: 'Section', cy: 'Adran' },
  copy: { en: 'What this copy is', cy: 'Beth yw’r copi hwn' },
} as const satisfies Record<string, Words>

// Spreadsheets run what begins so, whatever stands before it that nobody sees: it gets an apostrophe before it.
const FORMULA = /^[\s\p{Default_Ignorable_Code_Point}]*[=+\-@＝＋－＠\t\r\n]/u

// Where a spreadsheet is set to part cells elsewhere than we do, what follows such a sign inside a cell begins one.
const NEXT_CELL = /([;|\t\r\n][\s\p{Default_Ignorable_Code_Point}]*)(?=[=+\-@＝＋－＠])/gu

/**
 * Actions, good things and signs as tables for a spreadsheet: one file each, in one ZIP, with a row an item. Each row says in which
 * section it stands and which copy it is of. Days are YYYY-MM-DD, and no cell is ever a formula (SPEC EXPORT-44, EXPORT-45).
 */
export function writeCsv(exported: Exported): Uint8Array {
  const { lang } = exported
  const lists = listsIn(chosenEdition(exported))
  const tables = Object.entries(TABLES).map(([shape, { file, name }]) => {
    const boxes = lists.filter(({ box }) => box.shape === shape)
    const isEmpty = boxes.every(({ box }) => box.items.length === 0)
    return { name: `${file[lang]}.csv`, isEmpty, bytes: tableOf(boxes, name[lang], exported) }
  })
  const written = tables.filter(({ isEmpty }) => !isEmpty)
  return zipped(written.length > 0 ? written : tables.slice(0, 1))
}

function tableOf(lists: ReturnType<typeof listsIn>, name: string, exported: Exported): string {
  const { lang } = exported
  const { head, mark, title } = namedOf(exported)
  const columns = columnsOf(
    lists.map(({ box }) => box),
    lang,
  )
  const rows = lists.flatMap(({ section, box }) =>
    box.items.map((item) => {
      const days = new Map(item.facts.map(({ label, value }) => [label[lang], value]))
      const cells = factsInWords(item, undefined, lang).map(({ label, runs }) => {
        const value = days.get(label)
        if (value?.is === 'date') return [label, value.date] as const
        return [label, value?.is === 'scale' ? String(value.scale) : textIn(runs)] as const
      })
      return [
        seen(inLanguage(section.title, lang)),
        nameInWords(item, lang),
        ...columns.map((column) => together(cells.flatMap(([label, words]) => (label === column ? [words] : [])))),
        [title, head, mark].filter(Boolean).join(' · '),
      ]
    }),
  )
  const fields = [OURS.section[lang], name, ...columns, OURS.copy[lang]]
  // The mark in front tells Excel that it is UTF-8.
  const safe = rows.map((row) => row.map((cell) => cell.replaceAll(NEXT_CELL, "$1'")))
  return `\ufeff${papa.unparse([fields, ...safe], { escapeFormulae: FORMULA, newline: '\r\n' })}\r\n`
}

/** Every label that any item has, in the order a reader meets them in one. */
function columnsOf(boxes: readonly ListBox[], lang: Language): readonly string[] {
  const columns: string[] = []
  for (const item of boxes.flatMap(({ items }) => items)) {
    let at = 0
    for (const { label } of factsInWords(item, undefined, lang)) {
      const found = columns.indexOf(label)
      if (found < 0) columns.splice(at++, 0, label)
      else at = found + 1
    }
  }
  return columns
}

const together = (words: readonly string[]): string => words.join('\n')
