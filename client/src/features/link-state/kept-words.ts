import {
  boxKey,
  EASY_TITLE,
  easyKey,
  type Item,
  isTitledHere,
  type Language,
  OWN_SECTIONS,
  type Plan,
  readPlan,
  SHAPES,
  sectionsOf,
  type Template,
  TITLES,
  wordsOfText,
} from '@withy/shared/plan'
import type * as Y from 'yjs'
import type { DraftBox } from '../../live/device-copy/parts.ts'
import { sectionOfRoot } from '../../live/others-changes.ts'
import { cellWordsIn, type KnownNames, type KnownPerson } from '../../plan-view/item-view.tsx'
import { type ReadBox, type ReadSection, readSection } from '../../plan-view/read-section.ts'

/** Words of one box (or of a title), with the root they stand in. */
export type KeptWords = DraftBox

/**
 * The words of titles and boxes with changes that were not acked, as they stand on this page, for a person to copy (SPEC SYNC-59).
 * Whole boxes and not just the changed letters: those alone make no sense. Boxes without words are left out; items and own
 * sections that were taken out are not. Of titles only those given here.
 */
export function keptWords(
  doc: Y.Doc,
  unsaved: readonly string[],
  template: Template,
  lang: Language,
  people: readonly KnownPerson[],
): readonly KeptWords[] {
  const read = readPlan(doc, template.kind)
  const plan = { ...read, own: [...read.own, ...read.removedOwn] }
  return unsaved.flatMap((root) => {
    if (root === TITLES) return titlesGiven(doc, plan, template, lang)
    if (root === OWN_SECTIONS)
      return plan.own.flatMap(({ id, title }) =>
        title && isTitledHere(doc, `own:${id}`) ? [{ root, title: '', words: title }] : [],
      )
    const section = sectionOfRoot(root)
    const part = section === null ? null : readSection(plan, template, section, lang)
    const box = part && boxOf(plan, part, root, lang)
    if (!part || !box) return []
    const { content } = box
    const lines =
      content.type === 'text'
        ? wordsOfText(content.text)
        : [...content.items, ...content.removed].map((item) =>
            itemInWords(item, content.shape, lang, { people, actions: box.actions }),
          )
    const words = lines.filter((line) => line.trim() !== '').join('\n')
    return words === '' ? [] : [{ root, title: [part.title, box.title].filter(Boolean).join(' – '), words }]
  })
}

/** Rows of easy words stand beside the boxes of a section. */
function boxOf(plan: Plan, { boxes, id }: ReadSection, root: string, lang: Language): Omit<ReadBox, 'key'> | undefined {
  const rows = root === easyKey(id) ? plan.boxes[root] : undefined
  if (rows) return { title: EASY_TITLE[lang], content: rows, actions: new Map() }
  return boxes.find(({ key }) => key === root)
}

/** Roots of all boxes of a plan, own sections' too: those of the template in reading order. */
export const allRoots = (doc: Y.Doc, template: Template): readonly string[] => [
  ...sectionsOf(template).flatMap(({ id, boxes }) => boxes.map((box) => boxKey(id, box.id))),
  ...[...doc.share.keys()].filter((root) => root.startsWith('own:') || root.startsWith('easy:')),
]

/** Titles given here, each under the one it stands for. */
const titlesGiven = (doc: Y.Doc, { titles }: Plan, template: Template, lang: Language): KeptWords[] =>
  sectionsOf(template).flatMap(({ id, title }) => {
    const words = titles[id]
    return words && isTitledHere(doc, id) ? [{ root: TITLES, title: title[lang], words }] : []
  })

const itemInWords = ({ cells, other = [] }: Item, shape: keyof typeof SHAPES, lang: Language, known: KnownNames) =>
  [...SHAPES[shape].fields.map((field) => cellWordsIn(field, cells[field.id], lang, known)), ...other]
    .filter((words) => words !== '')
    .join(' · ')

/** All kept words as one text. */
export const asOneText = (kept: readonly KeptWords[]): string =>
  kept.map(({ title, words }) => (title ? `${title}\n${words}` : words)).join('\n\n')
