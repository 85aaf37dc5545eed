import { fireEvent, screen } from '@testing-library/react'
import { readRichText } from '@withy/shared/plan'
import * as Y from 'yjs'
import { TextBox } from './text-box.tsx'

// jsdom lays nothing out; ProseMirror looks where the caret is to scroll to it.
Range.prototype.getClientRects = () => [] as unknown as DOMRectList
Range.prototype.getBoundingClientRect = () => new DOMRect()

export const BOX = 'our-story.story'
/** A box to draw in a test. */
export const box = <TextBox box={BOX} section="our-story" label="Our shared story, Our story" under={4} />

export function paragraph(doc: Y.Doc, words: string, name = 'paragraph') {
  const block = new Y.XmlElement(name)
  block.insert(0, [new Y.XmlText(words)])
  doc.getXmlFragment(BOX).push([block])
}
export const wordsIn = (doc: Y.Doc) =>
  readRichText(doc.getXmlFragment(BOX))
    .map((block) => ('runs' in block ? block.runs.map(({ text }) => text).join('') : ''))
    .join('|')

/** Opens the box and gives its editor. */
export async function write(button: RegExp) {
  fireEvent.click(screen.getByRole('button', { name: button }))
  return (await screen.findByRole('textbox')) as HTMLElement & { editor: import('@tiptap/core').Editor }
}
