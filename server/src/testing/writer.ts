import { boxesOf, TEMPLATES, textRoot } from '@withy/shared/plan'
import * as Y from 'yjs'

const boxes = [...boxesOf(TEMPLATES.area)]
const keyOf = (type: 'text' | 'list') => boxes.find(([, box]) => box.type === type)?.[0] ?? ''

/** A text box and a list box of an area plan. */
export const TEXT_BOX = keyOf('text')
export const LIST_BOX = keyOf('list')

/** Adds a paragraph to the text box, as the editor does. */
export function writeParagraph(doc: Y.Doc, words: string): Y.XmlText {
  const paragraph = new Y.XmlElement('paragraph')
  const text = new Y.XmlText(words)
  doc.transact(() => {
    paragraph.insert(0, [text])
    textRoot(doc, TEXT_BOX).push([paragraph])
  })
  return text
}

/** All words of the text box. */
export const wordsOf = (doc: Y.Doc): string =>
  textRoot(doc, TEXT_BOX)
    .toString()
    .replace(/<[^>]*>/g, ' ')

/** The updates that something makes a document send. */
export function updatesOf(doc: Y.Doc, edit: () => void): Uint8Array[] {
  const updates: Uint8Array[] = []
  const listen = (update: Uint8Array) => void updates.push(update)
  doc.on('update', listen)
  edit()
  doc.off('update', listen)
  return updates
}

/** The one update that something makes a document send. */
export function updateOf(doc: Y.Doc, edit: () => void): Uint8Array {
  const [update, ...more] = updatesOf(doc, edit)
  if (!update || more.length > 0) throw new Error(`expected one update, got ${more.length + (update ? 1 : 0)}`)
  return update
}
