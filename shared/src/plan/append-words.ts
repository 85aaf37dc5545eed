import type * as Y from 'yjs'
import type { BoxKey, PlanKind } from './catalogue.ts'
import { addItem } from './list-edits.ts'
import type { BoxContent, Plan, RichText } from './plan.ts'
import { ownActionsKey, ownTextKey, PLAN_EDIT, textRoot } from './plan-doc.ts'
import { readPlan } from './read-plan.ts'
import { SHAPES } from './shapes.ts'
import { writeRichText } from './write-rich-text.ts'

/**
 * Adds lines at the end of a box, as somebody would who typed them: paragraphs of a text box, items of a list. One change
 * that can be undone; what the box holds stays as it is.
 * @returns whether the plan has such a box
 */
export function appendWords(doc: Y.Doc, kind: PlanKind, box: BoxKey, lines: readonly string[]): boolean {
  const content = boxIn(readPlan(doc, kind), box)
  if (!content) return false
  doc.transact(() => {
    if (content.type === 'text')
      writeRichText(
        textRoot(doc, box),
        lines.map((text) => ({ type: 'paragraph', runs: [{ text }] })),
      )
    else {
      const first = SHAPES[content.shape].fields.find(({ type }) => type === 'words')
      if (first)
        for (const words of lines) addItem(doc, { key: box, shape: content.shape, cells: { [first.id]: words } })
    }
  }, PLAN_EDIT)
  return true
}

/**
 * Adds blocks at the end of a text box, as somebody would who typed them. One change that can be undone; what the box holds stays
 * as it is (SPEC EXPORT-62).
 * @returns whether the plan has such a text box
 */
export function appendText(doc: Y.Doc, kind: PlanKind, box: BoxKey, text: RichText): boolean {
  if (boxIn(readPlan(doc, kind), box)?.type !== 'text') return false
  doc.transact(() => writeRichText(textRoot(doc, box), text), PLAN_EDIT)
  return true
}

/** Whether a plan has a box of this name, also an own section's. */
export const hasBox = (doc: Y.Doc, kind: PlanKind, box: BoxKey): boolean => boxIn(readPlan(doc, kind), box) !== null

/** What a box holds, own sections' too; null where the plan has no such box (any more). */
export function boxIn({ boxes, own }: Plan, box: BoxKey): BoxContent | null {
  const known = boxes[box]
  if (known) return known
  const section = own.find(({ id }) => box === ownTextKey(id) || box === ownActionsKey(id))
  if (!section) return null
  return box === ownTextKey(section.id)
    ? { type: 'text', text: section.text }
    : { type: 'list', shape: 'action', items: section.actions, removed: section.removedActions }
}
