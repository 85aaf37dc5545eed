import { type CellValue, type Language, readPlan, SHAPES, type Template, wordsOfText } from '@withy/shared/plan'
import type * as Y from 'yjs'
import { sectionOfRoot } from '../../live/others-changes.ts'
import { cellWordsIn, type KnownNames, type KnownPerson } from '../../plan-view/item-view.tsx'
import { readSection } from '../../plan-view/read-section.ts'

export type KeptWords = { readonly title: string; readonly words: string }

/**
 * The words of boxes with changes that were not acked, as they stand on this page, for a person to copy (SPEC SYNC-59).
 * Whole boxes and not just the changed letters: those alone make no sense. Boxes without words are left out.
 */
export function keptWords(
  doc: Y.Doc,
  unsaved: readonly string[],
  template: Template,
  lang: Language,
  people: readonly KnownPerson[],
): readonly KeptWords[] {
  const plan = readPlan(doc, template.kind)
  return unsaved.flatMap((root) => {
    const section = sectionOfRoot(root)
    const read = section === null ? null : readSection(plan, template, section, lang)
    const box = read?.boxes.find(({ key }) => key === root)
    if (!read || !box) return []
    const { content } = box
    const lines =
      content.type === 'text'
        ? wordsOfText(content.text)
        : content.items.map(({ cells }) => cellsInWords(cells, content.shape, lang, { people, actions: box.actions }))
    const words = lines.filter((line) => line.trim() !== '').join('\n')
    return words === '' ? [] : [{ title: [read.title, box.title].filter(Boolean).join(' – '), words }]
  })
}

type Cells = Readonly<Record<string, CellValue>>

const cellsInWords = (cells: Cells, shape: keyof typeof SHAPES, lang: Language, known: KnownNames) =>
  SHAPES[shape].fields
    .map((field) => cellWordsIn(field, cells[field.id], lang, known))
    .filter((words) => words !== '')
    .join(' · ')

/** All kept words as one text. */
export const asOneText = (kept: readonly KeptWords[]): string =>
  kept.map(({ title, words }) => `${title}\n${words}`).join('\n\n')
