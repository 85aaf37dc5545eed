import { generateNKeysBetween } from 'fractional-indexing'
import * as Y from 'yjs'
import type { BoxKey, ShapeId } from './catalogue.ts'
import { fillItem } from './list-edits.ts'
import type { Item, Plan } from './plan.ts'
import {
  EASY_CHECKED,
  isKnownRoot,
  listRoot,
  ORDER,
  OWN_SECTIONS,
  ownActionsKey,
  ownTextKey,
  PLAN_MAKE,
  REMOVED,
  TITLE,
  TITLES,
  textRoot,
} from './plan-doc.ts'
import { SHAPES } from './shapes.ts'
import { writeRichText } from './write-rich-text.ts'

/**
 * Writes a plan into an empty document: examples, copies, tests. Reading it again gives the same plan; words without a
 * place are kept as such.
 */
export function writePlan(doc: Y.Doc, plan: Plan): void {
  doc.transact(() => {
    for (const [key, content] of Object.entries(plan.boxes)) {
      if (content.type === 'text') writeRichText(textRoot(doc, key), content.text)
      else writeItems(doc, key, content.shape, content.items, content.removed)
    }
    for (const [section, title] of Object.entries(plan.titles)) doc.getMap(TITLES).set(section, title)
    writeOwn(doc, plan)
    for (const [section, check] of Object.entries(plan.easyChecked)) doc.getMap(EASY_CHECKED).set(section, { ...check })
    for (const { where, words } of plan.unplaced)
      doc.getText(isKnownRoot(plan.kind, where) ? `unplaced:${where}` : where).insert(0, words)
  }, PLAN_MAKE)
}

function writeOwn(doc: Y.Doc, { own, removedOwn }: Plan): void {
  const sections = [...own, ...removedOwn]
  const orders = generateNKeysBetween(null, null, sections.length)
  for (const [i, section] of sections.entries()) {
    const entry = new Y.Map<unknown>()
    doc.getMap(OWN_SECTIONS).set(section.id, entry)
    entry.set(TITLE, section.title)
    entry.set(ORDER, orders[i])
    if (i >= own.length) entry.set(REMOVED, true)
    writeRichText(textRoot(doc, ownTextKey(section.id)), section.text)
    writeItems(doc, ownActionsKey(section.id), 'action', section.actions, section.removedActions)
  }
}

function writeItems(doc: Y.Doc, key: BoxKey, shape: ShapeId, items: readonly Item[], removed: readonly Item[]): void {
  const all = [...items, ...removed]
  const orders = generateNKeysBetween(null, null, all.length)
  for (const [i, item] of all.entries()) {
    const entry = new Y.Map<unknown>()
    listRoot(doc, key).set(item.id, entry)
    fillItem(entry, SHAPES[shape], item)
    entry.set(ORDER, orders[i])
    if (i >= items.length) entry.set(REMOVED, true)
    for (const [n, words] of (item.other ?? []).entries()) entry.set(`other-${String(n).padStart(4, '0')}`, words)
  }
}
