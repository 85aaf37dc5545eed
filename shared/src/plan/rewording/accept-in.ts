import type * as Y from 'yjs'
import type { BoxKey } from '../catalogue.ts'
import { cellWords } from '../list-edits.ts'
import { PLAN_EDIT, textRoot } from '../plan-doc.ts'
import { restoreCellWords } from '../restore-items.ts'
import { restoreText } from '../restore-text.ts'
import { readRichText } from '../rich-text.ts'
import { textOfSentences, wordsOfSentences } from './put-together.ts'
import { rewordSentences } from './reword-sentences.ts'
import type { SentenceChange } from './sentence-change.ts'
import { sentencesOf } from './sentences.ts'
import { placedOf, sentencesWith } from './text-with.ts'

/** A text box, or a cell of words of an item. */
export type WordingPlace = { readonly box: BoxKey; readonly item: string | null; readonly field: string | null }

/**
 * Puts chosen changes of a suggestion (`changes`: all of it), those that fit, into an open document by as little as can be: words that
 * stay are still by whoever wrote them, and what others type beside them meanwhile stays (SPEC TALK-27).
 * @returns whether there is such a text
 */
export function acceptIn(
  doc: Y.Doc,
  { box, item, field }: WordingPlace,
  changes: readonly SentenceChange[],
  ids: readonly string[],
): boolean {
  const cell = item === null ? null : cellWords(doc, box, item, field ?? '')
  if (item !== null && !cell) return false
  const now = sentencesOf(cell ? cell.toString() : readRichText(textRoot(doc, box)))
  const chosen = placedOf(changes, ids, now)
  const wanted = sentencesWith(now, chosen)
  doc.transact(() => {
    rewordSentences(cell ?? textRoot(doc, box), now, chosen)
    // What no sentence can be reworded for: how lines are set out, marks, and the space between sentences.
    if (item === null) restoreText(textRoot(doc, box), textOfSentences(wanted), 'left-empty')
    else restoreCellWords(doc, { key: box, id: item, field: field ?? '' }, wordsOfSentences(wanted))
  }, PLAN_EDIT)
  return true
}
