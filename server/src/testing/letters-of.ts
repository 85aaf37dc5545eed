import { cellWords, readRichText, type Sentence, sentencesOf, textRoot, type Wording } from '@withy/shared/plan'
import * as Y from 'yjs'

/** Words that people reword: of a text box, or of a cell of an item. */
export type WordsPlace =
  | { readonly box: string; readonly item: null; readonly field: null }
  | { readonly box: string; readonly item: string; readonly field: string }

/** A letter that stands in a document (half of one, of a sign that is two), and what Yjs calls it. */
export type Letter = { readonly unit: string; readonly client: number; readonly clock: number; readonly id: string }

/** A sentence with its letters, space left out. */
export type Lettered = { readonly sentence: Sentence; readonly letters: readonly Letter[] }

/** The words of a place as they are read. */
export const wordingAt = (doc: Y.Doc, { box, item, field }: WordsPlace): Wording =>
  item === null ? readRichText(textRoot(doc, box)) : lettersIn(cellIn(doc, { box, item, field })).map(unitOf).join('')

/** Every text of a place that can be typed in. */
export const textsAt = (doc: Y.Doc, place: WordsPlace): Y.Text[] =>
  place.item === null ? textsIn(textRoot(doc, place.box)) : [cellIn(doc, place)]

export const lettersAt = (doc: Y.Doc, place: WordsPlace): Letter[] => textsAt(doc, place).flatMap(lettersIn)

/** Sentences are cut as the product cuts them; who has their letters is read from the document alone. */
export function sentencesAt(doc: Y.Doc, place: WordsPlace): Lettered[] {
  const letters = lettersAt(doc, place).filter(isSeen).values()
  return sentencesOf(wordingAt(doc, place)).map((sentence) => ({
    sentence,
    letters: Array.from(wordsIn(sentence), (unit) => {
      const letter = letters.next().value
      if (letter?.unit !== unit) throw new Error(`read ${unit}, where ${letter?.unit} stands`)
      return letter
    }),
  }))
}

/** The letters of a sentence, space left out, in halves as Yjs counts them. */
const wordsIn = ({ runs }: Sentence): string[] =>
  runs
    .map(({ text }) => text)
    .join('')
    .split('')
    .filter((unit) => /\S/.test(unit))

export const isSeen = ({ unit }: Letter): boolean => /\S/.test(unit)

const unitOf = ({ unit }: Letter): string => unit

function cellIn(doc: Y.Doc, { box, item, field }: Extract<WordsPlace, { item: string }>): Y.Text {
  const cell = cellWords(doc, box, item, field)
  if (!cell) throw new Error(`there is no ${field} of ${item}`)
  return cell
}

const textsIn = (parent: Y.XmlFragment): Y.XmlText[] =>
  parent
    .toArray()
    .flatMap((one) => (one instanceof Y.XmlText ? [one] : one instanceof Y.XmlElement ? textsIn(one) : []))

function lettersIn(text: Y.Text): Letter[] {
  const letters: Letter[] = []
  for (let item = text._start; item; item = item.right) {
    if (item.deleted || !(item.content instanceof Y.ContentString)) continue
    const { client, clock } = item.id
    for (const [n, unit] of item.content.str.split('').entries())
      letters.push({ unit, client, clock: clock + n, id: `${client} ${clock + n}` })
  }
  return letters
}
