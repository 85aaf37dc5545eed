import type * as Y from 'yjs'
import { PLAN_EDIT, textRoot } from '../plan-doc.ts'
import { restoreCellWords } from '../restore-items.ts'
import { restoreText } from '../restore-text.ts'
import type { WordingPlace } from './accept-in.ts'
import type { Wording } from './sentences.ts'

/**
 * Edits a text box or a cell of an open document so that it reads as wanted, by as little as can be, as somebody who types.
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
