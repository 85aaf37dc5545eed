import { act, fireEvent, waitFor } from '@testing-library/react'
import { expect, it, vi } from 'vitest'
import type * as Y from 'yjs'
import { onDesk } from '../../live/testing-desk.tsx'
import { BOX, box, paragraph, wordsIn, write } from './testing-box.tsx'

/** A press that moves the caret: the browser puts it there, and tells in a task of its own that it did. */
function arrowInTheBrowser(words: HTMLElement, to: number) {
  const text = words.querySelector('p')?.firstChild as Text
  fireEvent.keyDown(words, { key: 'ArrowLeft' })
  getSelection()?.collapse(text, to)
}

it('[SYNC-160] a caret that was just moved by a key stays where it went when others’ words come in that moment', async () => {
  const { peer, doc } = await onDesk(box, { fill: (d) => paragraph(d, 'We know') })
  const words = await write(/^Change/)
  await act(async () => void words.editor.commands.focus('end'))
  // ProseMirror puts the browser's caret where its own is, 20 ms after it has the focus.
  await act(() => new Promise((later) => setTimeout(later, 60)))
  expect(words.editor.state.selection.from).toBe('We know'.length + 1)
  arrowInTheBrowser(words, 'We'.length)
  const othersText = (peer.doc.getXmlFragment(BOX).get(0) as Y.XmlElement).get(0) as Y.XmlText
  peer.doc.clientID = 71
  othersText.insert(othersText.length, ' all')
  await waitFor(() => expect(wordsIn(doc)).toBe('We know all'))
  expect(words.editor.state.selection.from).toBe('We'.length + 1)
})

it('[SYNC-160] where the caret was there already nothing is told, and others’ words come all the same', async () => {
  const { peer, doc } = await onDesk(box, { fill: (d) => paragraph(d, 'We know') })
  const words = await write(/^Change/)
  fireEvent.keyDown(words, { key: 'End' })
  paragraph(peer.doc, 'all')
  await vi.waitFor(() => expect(wordsIn(doc)).toBe('We know|all'))
})
