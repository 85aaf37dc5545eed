import { isBlankItem } from './blank.ts'
import { type BoxKey, boxKey, type Field, type Section, sectionsOf } from './catalogue.ts'
import { hasWords } from './plain-words.ts'
import type { BoxContent, CellValue, Item, OwnSection, Plan } from './plan.ts'
import { SHAPES } from './shapes.ts'
import { TEMPLATES } from './templates.ts'
import { hasText } from './words-of.ts'

/** How far a section is. `written` of its `boxes` hold something; `items` is how many things its lists hold. */
type SectionProgress = {
  readonly is: 'empty' | 'begun'
  readonly boxes: number
  readonly written: number
  readonly items: number
}

export type Completeness = {
  /** By section id, in reading order; own sections after those of the catalogue. */
  readonly sections: ReadonlyMap<string, SectionProgress>
  readonly begun: number
  /** Empty sections, without those of folded parts: nobody has to open them (SPEC PLAN-24). */
  readonly stillEmpty: number
  /** Fields that are needed and not filled, of items in which something else is written; in reading order. */
  readonly lacking: readonly Lacking[]
}

export type Lacking = {
  readonly section: string
  readonly box: BoxKey
  readonly item: string
  readonly field: Field
}

/** What is written in a plan so far, and what is still empty. Counts, never marks out of ten. */
export function completeness(plan: Plan): Completeness {
  const sections = new Map<string, SectionProgress>()
  let stillEmpty = 0
  const count = (id: string, progress: SectionProgress, asked: boolean) => {
    sections.set(id, progress)
    if (asked && progress.is === 'empty') stillEmpty++
  }
  for (const part of TEMPLATES[plan.kind].parts)
    for (const section of part.sections) count(section.id, progressOf(section, plan), !part.folded)
  for (const section of plan.own) count(section.id, progressOfOwn(section), true)
  const begun = [...sections.values()].filter(({ is }) => is === 'begun').length
  return { sections, begun, stillEmpty, lacking: lackingIn(plan) }
}

const lackingIn = (plan: Plan): Lacking[] =>
  sectionsOf(TEMPLATES[plan.kind]).flatMap(({ id: section, boxes }) =>
    boxes.flatMap(({ id }) => {
      const box = boxKey(section, id)
      const content = plan.boxes[box]
      if (content?.type !== 'list') return []
      const needed = SHAPES[content.shape].fields.filter((field) => field.required)
      return content.items
        .filter(isWritten)
        .flatMap(({ id: item, cells }) =>
          needed.filter((field) => isBlank(cells[field.id])).map((field) => ({ section, box, item, field })),
        )
    }),
  )

const isBlank = (value: CellValue | undefined): boolean =>
  value === undefined || (typeof value === 'string' && !hasWords(value))

function progressOf(section: Section, plan: Plan): SectionProgress {
  return progress(section.boxes.map((box) => amount(plan.boxes[boxKey(section.id, box.id)])))
}

const progressOfOwn = ({ text, actions }: OwnSection): SectionProgress =>
  progress([{ written: hasText(text), items: 0 }, inList(actions)])

type Amount = { readonly written: boolean; readonly items: number }

function progress(boxes: readonly Amount[]): SectionProgress {
  const written = boxes.filter((box) => box.written).length
  return {
    is: written > 0 ? 'begun' : 'empty',
    boxes: boxes.length,
    written,
    items: boxes.reduce((sum, box) => sum + box.items, 0),
  }
}

function amount(content: BoxContent | undefined): Amount {
  if (content?.type === 'list') return inList(content.items)
  return { written: hasText(content?.text ?? []), items: 0 }
}

/** An item just added and still blank is not something written. */
function inList(items: readonly Item[]): Amount {
  const filled = items.filter(isWritten)
  return { written: filled.length > 0, items: filled.length }
}

const isWritten = (item: Item): boolean => !isBlankItem(item)
