import { isShallow, LIMIT, richText } from '@withy/shared/api'
import {
  readRichText,
  type SentenceChange,
  sentencesOf,
  textRoot,
  type Wording,
  writeRichText,
} from '@withy/shared/plan'
import * as Y from 'yjs'
import { refuse } from '../http/refused.ts'

/** Words somebody sent, as a box (`isCell`: a cell) of a plan reads them: what it cannot hold is not in them (SPEC TALK-29). */
export function wordingFrom(sent: unknown, isCell: boolean): Wording {
  const read = readWording(sent, isCell)
  if (sentencesOf(read).length > LIMIT.suggestedSentences) throw refuse('suggestion-too-long')
  return read
}

function readWording(sent: unknown, isCell: boolean): Wording {
  if (isCell) {
    if (typeof sent !== 'string') throw refuse('bad-request')
    if (sent.length > LIMIT.cellWords) throw refuse('suggestion-too-long')
    return sent
  }
  const text = isShallow(sent) ? richText.safeParse(sent) : null
  if (!text?.success) throw refuse('bad-request')
  const doc = new Y.Doc()
  doc.transact(() => writeRichText(textRoot(doc, 'text'), text.data))
  const read = readRichText(textRoot(doc, 'text'))
  doc.destroy()
  return read
}

/** Refuses where nothing is offered, or more than one suggestion takes. */
export function refuseSizes(changes: readonly SentenceChange[]): void {
  if (changes.length === 0) throw refuse('nothing-suggested')
  const sentences = changes.flatMap(({ was, becomes }) => [...was, ...becomes])
  const letters = sentences.flatMap(({ runs }) => runs).reduce((sum, { text }) => sum + text.length, 0)
  const isLong = letters > LIMIT.suggestedLetters || changes.length > LIMIT.changesPerSuggestion
  // Marks and links are no letters, and are kept and sent as well.
  if (isLong || JSON.stringify(changes).length > LIMIT.suggestionJson) throw refuse('suggestion-too-long')
}
