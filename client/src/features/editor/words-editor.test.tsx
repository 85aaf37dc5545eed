import { act, fireEvent, render, screen, waitFor } from '@testing-library/react'
import type { RichText } from '@withy/shared/plan'
import { expect, it, vi } from 'vitest'
import './testing-box.tsx'
import { WordsEditor } from './words-editor.tsx'

const text: RichText = [
  { type: 'paragraph', runs: [{ text: 'We know our neighbours.' }] },
  { type: 'bullets', items: [[{ type: 'paragraph', runs: [{ text: 'Always.', bold: true }] }]] },
]

function edit() {
  const onChange = vi.fn<(text: RichText) => void>()
  const onDone = vi.fn()
  render(
    <>
      <h2 id="about">About</h2>
      <WordsEditor
        {...{ text, onChange, onDone }}
        label="Your words"
        under={3}
        describedBy="about"
        onUnfit={() => expect.unreachable()}
      />
    </>,
  )
  const words = screen.getByRole('textbox', { name: 'Your words' }) as HTMLElement & {
    editor: import('@tiptap/core').Editor
  }
  return { words, onChange, onDone, last: () => onChange.mock.lastCall?.[0] }
}

it('[TALK-60] words are written over in an editor of their own, with the tools of a text box and an undo of its own', async () => {
  const { words, last } = edit()
  expect(words.textContent).toBe('We know our neighbours.Always.')
  expect(document.activeElement).toBe(document.body)
  act(() => void words.editor.chain().setTextSelection(1).insertContent('Here ').run())
  expect(last()).toEqual([{ type: 'paragraph', runs: [{ text: 'Here We know our neighbours.' }] }, text[1]])
  fireEvent.click(screen.getByRole('button', { name: 'Undo' }))
  await waitFor(() => expect(last()).toEqual(text))
})

it('[TALK-60] Escape leaves the words for what comes after them', () => {
  const { words, onDone } = edit()
  fireEvent.keyDown(words, { key: 'Escape' })
  expect(onDone).toHaveBeenCalledOnce()
})
