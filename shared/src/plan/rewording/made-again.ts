import * as Y from 'yjs'
import { hasWords } from '../plain-words.ts'
import type { RichText } from '../plan.ts'
import { restoreText } from '../restore-text.ts'
import { readRichText } from '../rich-text.ts'
import type { Sign } from '../signed-text.ts'
import { writeRichText } from '../write-rich-text.ts'
import { textOfSentences } from './put-together.ts'
import { type Sentence, sentencesOf } from './sentences.ts'

/**
 * Tells what happens to the words of a text box in a document: where lines are joined, split or set out another way, words beside
 * the change are made again, by whoever puts it in. Those count as reworded too (SPEC TALK-21).
 * @returns of another reading of the text: the places of the sentences of which a letter is not the one that was there
 */
export function madeAgainIn(before: readonly Sentence[]): (then: readonly Sentence[]) => number[] {
  const first = new Y.Doc()
  writeRichText(boxIn(first), textOfSentences(before))
  const letters = sentencesOf(lettersIn(first)).map(({ runs }) =>
    runs.flatMap(({ text, by }) => (by !== undefined && hasWords(text) ? [by] : [])),
  )
  const bytes = Y.encodeStateAsUpdate(first)
  return (then) => {
    const doc = new Y.Doc()
    Y.applyUpdate(doc, bytes)
    doc.transact(() => restoreText(boxIn(doc), textOfSentences(then), 'left-empty'))
    const left = new Set(sentencesOf(lettersIn(doc, first.clientID)).flatMap(({ runs }) => runs.map(({ by }) => by)))
    doc.destroy()
    return letters.flatMap((all, n) => (all.every((letter) => left.has(letter)) ? [] : [n]))
  }
}

const boxIn = (doc: Y.Doc): Y.XmlFragment => doc.getXmlFragment('box')

/** A text with a number for each letter of a client: its own, wherever it stands. */
function lettersIn(doc: Y.Doc, client = doc.clientID): RichText {
  const sign: Sign = (by, clock, length) =>
    Array.from({ length }, (_, n) => ({ length: 1, by: by === client ? clock + n : undefined }))
  return readRichText(boxIn(doc), sign)
}
