import * as Y from 'yjs'
import {
  type BoxKey,
  boxesOf,
  type CellValue,
  easyKey,
  type OwnSection,
  type Plan,
  type PlanKind,
  type RichText,
  readPlan,
  TEMPLATES,
} from '../plan/index.ts'

/** What a test says of a plan: text as one string a paragraph or as blocks, items as their cells. The rest is empty. */
export type PlanWritten = {
  readonly text?: Readonly<Record<BoxKey, readonly string[] | RichText>>
  readonly items?: Readonly<Record<BoxKey, readonly Readonly<Record<string, CellValue>>[]>>
  readonly titles?: Plan['titles']
  readonly own?: readonly OwnSection[]
  /** Rows of easy words by section: their words, or their cells. */
  readonly easy?: Readonly<Record<string, readonly (string | Readonly<Record<string, CellValue>>)[]>>
  readonly easyChecked?: Plan['easyChecked']
  readonly unplaced?: Plan['unplaced']
}

/** A whole plan from some of its boxes. Item ids are made from box and place. Throws on a key the template lacks. */
export function buildPlan(
  kind: PlanKind,
  { text = {}, items = {}, titles = {}, own = [], easy = {}, easyChecked = {}, unplaced = [] }: PlanWritten = {},
): Plan {
  const known = boxesOf(TEMPLATES[kind])
  const boxes: Record<BoxKey, Plan['boxes'][BoxKey]> = { ...readPlan(new Y.Doc(), kind).boxes }
  for (const [key, blocks] of Object.entries(text)) {
    if (known.get(key)?.type !== 'text') throw new Error(`no text box ${key}`)
    boxes[key] = {
      type: 'text',
      text: blocks.map((b) => (typeof b === 'string' ? { type: 'paragraph', runs: [{ text: b }] } : b)),
    }
  }
  for (const [key, cells] of Object.entries(items)) {
    const box = known.get(key)
    if (box?.type !== 'list') throw new Error(`no list box ${key}`)
    const made = cells.map((each, n) => ({ id: `${key}-${n}`, cells: each }))
    boxes[key] = { type: 'list', shape: box.shape, items: made, removed: [] }
  }
  for (const [section, rows] of Object.entries(easy)) {
    const made = rows.map((row, n) => ({ id: `easy-${n}`, cells: typeof row === 'string' ? { words: row } : row }))
    boxes[easyKey(section)] = { type: 'list', shape: 'easy', items: made, removed: [] }
  }
  return { kind, boxes, titles, own, removedOwn: [], easyChecked, unplaced }
}
