import { type BoxKey, boxesOf, type FeatureId, type PlanKind } from '../catalogue.ts'
import type { Block, BoxContent, CellValue, Item, Origin, Plan, RichText, Run } from '../plan.ts'
import { TEMPLATES } from '../templates.ts'

type Cells = Readonly<Record<string, CellValue>>
type Filled = { readonly cells: Cells; readonly origin?: Origin }
type Content = RichText | readonly Filled[]

/** A paragraph; marked stretches may stand among its words. */
export const paragraph = (...parts: readonly (string | Run)[]): Block => ({
  type: 'paragraph',
  runs: parts.map((part) => (typeof part === 'string' ? { text: part } : part)),
})

/** A text box of plain paragraphs. */
export const text = (...paragraphs: readonly string[]): RichText => paragraphs.map((words) => paragraph(words))

/** A text box that is one bulleted list. */
export const bullets = (...points: readonly string[]): RichText => [
  { type: 'bullets', items: points.map((words) => [paragraph(words)]) },
]

/** Items of a list box, from their cells. */
export const items = (...cells: readonly Cells[]): readonly Filled[] => cells.map((each) => ({ cells: each }))

/** Actions that have not started, all part of one feature (or of none). */
export const actions = (feature: FeatureId | null, ...cells: readonly Cells[]): readonly Filled[] =>
  items(...cells.map((each) => ({ ...each, status: 'not-started', ...(feature && { features: [feature] }) })))

/** The same items, said to have come from an idea that works elsewhere. */
export const fromIdea = (idea: string, filled: readonly Filled[]): readonly Filled[] =>
  filled.map((each) => ({ ...each, origin: { from: 'idea', idea } }))

/**
 * A whole plan from what some of its boxes hold; the other boxes are empty. Item ids are made from box and place, so an
 * example is the same every time. Throws on a box the template does not have, and on text where a list belongs.
 */
export function examplePlan(kind: PlanKind, written: Readonly<Record<BoxKey, Content>>): Plan {
  const boxes = boxesOf(TEMPLATES[kind])
  for (const key of Object.keys(written)) if (!boxes.has(key)) throw new Error(`no box ${key} in the ${kind} plan`)
  const filled = Array.from(boxes, ([key, box]): [BoxKey, BoxContent] => {
    const content = written[key] ?? []
    if (box.type === 'list')
      return [
        key,
        { type: 'list', shape: box.shape, items: content.map((each, n) => itemOf(key, n, each)), removed: [] },
      ]
    return [key, { type: 'text', text: content.map((each) => blockOf(key, each)) }]
  })
  return { kind, boxes: Object.fromEntries(filled), titles: {}, own: [], removedOwn: [], easyChecked: {}, unplaced: [] }
}

function itemOf(key: BoxKey, n: number, content: Block | Filled): Item {
  if ('type' in content) throw new Error(`${key} is a list`)
  return { id: `${key.replace('.', '-')}-${n + 1}`, ...content }
}

function blockOf(key: BoxKey, content: Block | Filled): Block {
  if ('cells' in content) throw new Error(`${key} is text`)
  return content
}
