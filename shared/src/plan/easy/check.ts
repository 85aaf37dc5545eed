import type * as Y from 'yjs'
import type { EasyCheck } from '../plan.ts'
import { EASY_CHECKED, listRoot, PLAN_EDIT } from '../plan-doc.ts'
import { readList } from '../read-items.ts'
import { SHAPES } from '../shapes.ts'
import { easyKey } from './place.ts'
import { printOfRows } from './status.ts'

/** Says that the easy words of a section, as they read now, were gone through with somebody on a day (YYYY-MM-DD). */
export function setEasyChecked(doc: Y.Doc, section: string, check: Omit<EasyCheck, 'rows'>): void {
  const rows = printOfRows(readList(listRoot(doc, easyKey(section)), SHAPES.easy).items)
  doc.transact(() => doc.getMap(EASY_CHECKED).set(section, { ...check, rows }), PLAN_EDIT)
}

/** Takes that back. */
export function clearEasyChecked(doc: Y.Doc, section: string): void {
  doc.transact(() => doc.getMap(EASY_CHECKED).delete(section), PLAN_EDIT)
}
