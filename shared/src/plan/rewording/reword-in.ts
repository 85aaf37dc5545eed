import type * as Y from 'yjs'
import type { BoxKey } from '../catalogue.ts'
import { PLAN_EDIT, textRoot } from '../plan-doc.ts'
import { restoreCellWords } from '../restore-items.ts'
import { restoreText } from '../restore-text.ts'
import type { Wording } from './sentences.ts'

/** A text box, or a cell of words of an item. */
export type WordingPlace = { readonly box: BoxKey; readonly item: string | null; readonly field: string | null }

/**
 * Edits a text box or a cell of an open document so that it reads as wanted, by as little as can be: words that stay are still by
 * whoever wrote them, and what others type beside them meanwhile stays (SPEC TALK-27).
 * @returns whether there is such a text or item
 */
export function rewordIn(doc: Y.Doc, { box, item, field }: WordingPlace, wanted: Wording): boolean {
  return doc.transact(() => {
    if (typeof wanted === 'string')
      return item !== null && field !== null && restoreCellWords(doc, { key: box, id: item, field }, wanted)
    restoreText(textRoot(doc, box), wanted, 'left-empty')
    return true
  }, PLAN_EDIT)
}
