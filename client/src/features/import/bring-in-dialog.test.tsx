import { act, fireEvent, screen, within } from '@testing-library/react'
import { readPlan, wordsOfText, writeRichText } from '@withy/shared/plan'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { onDesk } from '../../live/testing-desk.tsx'
import { createUndo } from '../../live/undo.ts'
import { openLanguage, openTexts } from '../../text/language.ts'
import { BringInDialog } from './bring-in-dialog.tsx'
import { UNREADABLE } from './brought.ts'
import type { ReadFile } from './read-file.ts'
import { wordsInFile } from './words-in-file.ts'

beforeEach(() => openTexts('import'))

// As the worker does it, without the worker.
const readHere = async (file: File): Promise<ReadFile> =>
  wordsInFile(file.name, new Uint8Array(await file.arrayBuffer()))

const STORY = 'our-story.story'
const notes = new File(['## Ours\n\nWe sing.\n\n![x](y.png)\n\n| a | b |\n|-|-|\n| c | d |'], 'notes.md')

type Opened = { readonly read?: (file: File, signal: AbortSignal) => Promise<ReadFile>; readonly section?: string }

async function opened({ read = readHere, section = 'our-story' }: Opened = {}) {
  const [onAdded, onClose] = [vi.fn(), vi.fn()]
  const desk = await onDesk(<BringInDialog section={section} read={read} onAdded={onAdded} onClose={onClose} />, {
    fill: (doc) => writeRichText(doc.getXmlFragment(STORY), [{ type: 'paragraph', runs: [{ text: 'As it was.' }] }]),
  })
  const choose = (file: File) =>
    fireEvent.change(screen.getByLabelText(/^Choose a file/), { target: { files: [file] } })
  const story = () => {
    const box = readPlan(desk.doc, 'area').boxes[STORY]
    return box?.type === 'text' ? wordsOfText(box.text) : null
  }
  return { ...desk, choose, story, onAdded, onClose }
}

describe('bringing in words from a file', () => {
  it('[EXPORT-62] shows just what is added and where, and adds it at the end as one change that undo takes back', async () => {
    const { choose, story, doc, onAdded, onClose } = await opened()
    const undo = createUndo(doc)
    choose(notes)
    const words = within(await screen.findByRole('region', { name: 'These words will be added, from notes.md' }))
    expect(words.getByRole('heading', { name: 'Ours' })).toBeTruthy()
    expect(words.getByText('c; d')).toBeTruthy()
    expect(story(), 'nothing is added before that').toEqual(['As it was.'])
    expect(screen.getByLabelText<HTMLSelectElement>('Where the words go').value).toBe(STORY)
    let changes = 0
    doc.on('update', () => {
      changes += 1
    })
    fireEvent.click(screen.getByRole('button', { name: 'Add these words' }))
    expect(story()).toEqual(['As it was.', 'Ours', 'We sing.', 'x', 'a; b', 'c; d'])
    expect(changes).toBe(1)
    expect(onClose).toHaveBeenCalledOnce()
    expect(onAdded).toHaveBeenCalledExactlyOnceWith('our-story')
    act(() => void undo.undo())
    expect(story()).toEqual(['As it was.'])
  })

  it('[EXPORT-61] says before anything is added what is different', async () => {
    const { choose } = await opened()
    choose(notes)
    const left = within(await screen.findByRole('region', { name: 'What is different here' }))
    expect(left.getAllByRole('listitem').map((line) => line.textContent)).toEqual([
      'One picture is left out.',
      'One table becomes lines: one for each row.',
    ])
  })

  it('[EXPORT-62] asks where to, where the section has no text box or the box has gone meanwhile', async () => {
    const { choose, story } = await opened({ section: 'who-takes-part' })
    choose(notes)
    fireEvent.click(await screen.findByRole('button', { name: 'Add these words' }))
    expect(screen.getByText('Choose the box the words go to.')).toBeTruthy()
    expect(story()).toEqual(['As it was.'])
  })

  it('[EXPORT-63] says what to do about a file that cannot be read, and takes another one', async () => {
    const { choose } = await opened()
    choose(new File([new Uint8Array([0xd0, 0xcf, 0x11, 0xe0])], 'old.doc'))
    expect((await screen.findByRole('alert')).textContent).toMatch(/^This is an old kind of Word file/)
    choose(notes)
    expect(await screen.findByRole('button', { name: 'Add these words' })).toBeTruthy()
    expect(screen.queryByRole('alert')).toBeNull()
  })

  it('[EXPORT-63] can be stopped while it reads; what comes after that is not shown', async () => {
    let come: (read: ReadFile) => void = () => {}
    let stopped: AbortSignal | null = null
    const { choose } = await opened({
      read: (_file, signal) => {
        stopped = signal
        return new Promise((resolve) => {
          come = resolve
        })
      },
    })
    choose(notes)
    expect(await screen.findByText('Reading notes.md…')).toBeTruthy()
    fireEvent.click(screen.getByRole('button', { name: 'Stop' }))
    expect((stopped as AbortSignal | null)?.aborted).toBe(true)
    await act(async () => come({ is: 'damaged' }))
    expect(screen.queryByRole('alert')).toBeNull()
    expect(screen.queryByText('Reading notes.md…')).toBeNull()
  })

  it.each(['en', 'cy'] as const)('[EXPORT-63] has a sentence for every no, in %s', async (language) => {
    await openLanguage(language)
    await opened({ read: async ({ name }) => ({ is: name }) as ReadFile })
    const input = document.querySelector('input[type=file]')
    if (!input) throw new Error('There is nothing to choose a file with')
    const said = new Set<string>()
    for (const is of [...UNREADABLE, 'too-slow', 'away', 'gone']) {
      fireEvent.change(input, { target: { files: [new File([], is)] } })
      await vi.waitFor(() => expect(said.has(screen.getByRole('alert').textContent ?? '')).toBe(false))
      said.add(screen.getByRole('alert').textContent ?? '')
    }
    expect(said.size).toBe(9)
    expect([...said].filter((words) => words.includes('import.'))).toEqual([])
  })
})
