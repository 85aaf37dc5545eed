import { act, fireEvent, render, screen, waitFor } from '@testing-library/react'
import { linesIn, type RichText, readRichText, textOfLines, writeRichText } from '@withy/shared/plan'
import { useState } from 'react'
import { describe, expect, it, vi } from 'vitest'
import type * as Y from 'yjs'
import { onDesk } from '../../live/testing-desk.tsx'
import { loadEditor, type Way } from './editor-chunk.ts'
import { BOX, paragraph, wordsIn } from './testing-box.tsx'
import { TextBox } from './text-box.tsx'

/** A box as a page draws it that keeps the way this device writes in. */
function Kept({ first = 'simple' }: { readonly first?: Way }) {
  const [way, setWay] = useState<Way>(first)
  return (
    <TextBox
      {...{ way }}
      onWay={setWay}
      box={BOX}
      section="our-story"
      label="Our shared story, Our story"
      under={4}
      above="What happened here?"
    />
  )
}

/** Opens the box and gives its plain text area. */
async function write(button: RegExp) {
  fireEvent.click(screen.getByRole('button', { name: button }))
  return (await screen.findByLabelText('Our shared story, Our story')) as HTMLTextAreaElement
}
function type(area: HTMLTextAreaElement, at: number, removed: number, words: string) {
  act(() => {
    area.setRangeText(words, at, at + removed, 'end')
    area.dispatchEvent(new Event('input', { bubbles: true }))
  })
}
const textOf = (doc: Y.Doc) => textOfLines(linesIn(doc.getXmlFragment(BOX)) ?? [])
const FORMATTED: RichText = [
  { type: 'paragraph', runs: [{ text: 'We ' }, { text: 'know', bold: true }, { text: ' our neighbours.' }] },
  { type: 'bullets', items: [[{ type: 'paragraph', runs: [{ text: 'Rosa' }] }]] },
]
const formatted = (doc: Y.Doc) => writeRichText(doc.getXmlFragment(BOX), FORMATTED)

describe('the simple box', () => {
  it('[A11Y-110] [A11Y-271] is a plain text area with a label that is seen, over the same words, and rests on Done', async () => {
    const { doc } = await onDesk(<Kept />, { fill: (d) => paragraph(d, 'We know our neighbours.') })
    const area = await write(/^Change/)
    expect(area.tagName).toBe('TEXTAREA')
    expect(document.activeElement).toBe(area)
    expect(Array.from(area.labels, (label) => label.textContent)).toEqual(['Our shared story, Our story'])
    expect(screen.getByText('What happened here?')).toBeTruthy()
    expect(area.value).toBe('We know our neighbours.')
    expect(area.selectionStart).toBe(area.value.length)
    const [first, second] = screen.getAllByRole('button')
    expect([first?.textContent, second?.textContent]).toEqual(['Done', 'Undo'])
    type(area, area.value.length, 0, ' Always.\nAll of them.')
    expect(wordsIn(doc)).toBe('We know our neighbours. Always.|All of them.')
    fireEvent.click(screen.getByRole('button', { name: 'Done' }))
    expect(screen.queryByRole('textbox')).toBeNull()
    expect(screen.getByText('All of them.').tagName).toBe('P')
    await waitFor(() => expect(document.activeElement?.textContent).toBe('Change'))
  })

  it('[A11Y-282] says what is asked in the empty box, where a keyboard leaves no room for it above', async () => {
    await onDesk(<Kept />)
    const area = await write(/^Write here/)
    expect(area.placeholder).toBe('What happened here?')
  })

  it('[A11Y-110] says that lists, headings, bold and links stay as they are, where there are any, and they do', async () => {
    const { doc } = await onDesk(<Kept />, { fill: formatted })
    const area = await write(/^Change/)
    expect(area.value).toBe('We know our neighbours.\nRosa')
    const hint = document.getElementById(area.getAttribute('aria-describedby') ?? '')
    expect(hint?.textContent).toMatch(/stay as they are/)
    type(area, 'We know'.length, 0, ' all')
    type(area, area.value.length, 0, '\nSam')
    expect(readRichText(doc.getXmlFragment(BOX))).toEqual([
      { type: 'paragraph', runs: [{ text: 'We ' }, { text: 'know all', bold: true }, { text: ' our neighbours.' }] },
      { type: 'bullets', items: ['Rosa', 'Sam'].map((text) => [{ type: 'paragraph', runs: [{ text }] }]) },
    ])
  })

  it('[A11Y-111] one press goes to all tools and back, with the words and the caret', async () => {
    const { doc } = await onDesk(<Kept />, { fill: formatted })
    const area = await write(/^Change/)
    type(area, area.value.length, 0, '\nSam')
    area.setSelectionRange('We know our neighbours.\nRo'.length, 'We know our neighbours.\nRo'.length)
    fireEvent.click(screen.getByRole('button', { name: 'All tools' }))
    const words = (await waitFor(() => {
      const found = document.querySelector('[contenteditable=true]')
      expect(found).not.toBeNull()
      return found
    })) as HTMLElement & { editor: import('@tiptap/core').Editor }
    expect(screen.queryByRole('textbox', { name: 'Our shared story, Our story' })).toBe(words)
    const { $head } = words.editor.state.selection
    expect([$head.parent.textContent, $head.parentOffset]).toEqual(['Rosa', 2])
    act(() => void words.editor.commands.insertContent('X'))
    expect(textOf(doc)).toBe('We know our neighbours.\nRoXsa\nSam')
    fireEvent.click(screen.getByRole('button', { name: 'Simple box' }))
    const again = (await screen.findByLabelText('Our shared story, Our story')) as HTMLTextAreaElement
    await waitFor(() => expect(document.activeElement).toBe(again))
    expect(again.value).toBe('We know our neighbours.\nRoXsa\nSam')
    expect(again.selectionStart).toBe('We know our neighbours.\nRoX'.length)
  })

  it('[A11Y-22] Escape goes to Done', async () => {
    await onDesk(<Kept />)
    const area = await write(/^Write here/)
    fireEvent.keyDown(area, { key: 'Escape' })
    expect(document.activeElement?.textContent).toBe('Done')
  })

  it.each<[string, (area: HTMLTextAreaElement) => unknown]>([
    ['its button', () => fireEvent.click(screen.getByRole('button', { name: 'Undo' }))],
    ['the keys', (area) => fireEvent.keyDown(area, { key: 'z', ctrlKey: true })],
    [
      'the browser’s own ways',
      (area) => area.dispatchEvent(new InputEvent('beforeinput', { inputType: 'historyUndo', cancelable: true })),
    ],
  ])('[PLAN-83] undo takes back one’s own words only, by %s', async (_by, undo) => {
    const { doc, others, meet } = await onDesk(<Kept />)
    const area = await write(/^Write here/)
    type(area, 0, 0, 'mine')
    act(() => {
      meet()
      paragraph(others, 'theirs')
      meet()
    })
    expect(textOf(doc)).toBe('mine\ntheirs')
    act(() => void undo(area))
    expect(textOf(doc)).toBe('theirs')
    expect(area.value).toBe('theirs')
    fireEvent.keyDown(area, { key: 'z', ctrlKey: true, shiftKey: true })
    expect(area.value).toBe('mine\ntheirs')
  })

  it('[SYNC-60] others are told where its caret is', async () => {
    const { live } = await onDesk(<Kept />, { fill: formatted })
    const area = await write(/^Change/)
    area.setSelectionRange(4, 6)
    act(() => void document.dispatchEvent(new Event('selectionchange')))
    const said = () =>
      live.awareness.getLocalState() as { box?: string; caret?: { box: string; anchor: string; head: string } }
    await waitFor(() => expect(said().caret?.box).toBe(BOX))
    expect(said().caret?.anchor).not.toBe(said().caret?.head)
    fireEvent.click(screen.getByRole('button', { name: 'Done' }))
    await waitFor(() => expect(said().caret ?? null).toBeNull())
  })

  it('[PLAN-84] words that are no lines are only read, also where they come while it is open', async () => {
    const { others, meet } = await onDesk(<Kept />, { fill: (d) => paragraph(d, 'Ours.') })
    await write(/^Change/)
    act(() => {
      paragraph(others, 'precious', 'tomorrow')
      meet()
    })
    await screen.findByText(/You can read these words/)
    expect(screen.queryByRole('textbox')).toBeNull()
    expect(screen.getByText('precious')).toBeTruthy()
    fireEvent.click(screen.getByRole('button', { name: /^Change/ }))
    await screen.findByText(/You can read these words/)
  })

  it('[TALK-60] other words can be suggested in it, in a document of their own', async () => {
    const onChange = vi.fn<(text: RichText) => void>()
    const onDone = vi.fn()
    const { WordsEditor } = await loadEditor('simple')
    render(
      <WordsEditor
        {...{ onChange, onDone }}
        text={FORMATTED}
        label="Your words"
        under={3}
        describedBy="about"
        onUnfit={() => expect.unreachable()}
      />,
    )
    const area = screen.getByLabelText<HTMLTextAreaElement>('Your words')
    expect(document.activeElement).toBe(document.body)
    type(area, 0, 2, 'They')
    expect(onChange.mock.lastCall?.[0]).toEqual([
      { type: 'paragraph', runs: [{ text: 'They ' }, { text: 'know', bold: true }, { text: ' our neighbours.' }] },
      FORMATTED[1],
    ])
    fireEvent.keyDown(area, { key: 'Escape' })
    expect(onDone).toHaveBeenCalledOnce()
  })
})
