import { act, fireEvent, screen, waitFor } from '@testing-library/react'
import { PLAN_EDIT, readRichText } from '@withy/shared/plan'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import * as Y from 'yjs'
import { onDesk } from '../../live/testing-desk.tsx'
import { createUndo } from '../../live/undo.ts'
import { beginIn } from './begin-in.ts'
import { BOX, box, paragraph, wordsIn, write } from './testing-box.tsx'
import { TextBox } from './text-box.tsx'
import { keepWritesIn, writesIn } from './writes-in.ts'

const WELSH = { lang: 'cy', dir: 'ltr' } as const
const saidIn = (doc: Y.Doc) => readRichText(doc.getXmlFragment(BOX)).map(({ lang }) => lang)
afterEach(() => keepWritesIn(null))

describe('a box that is begun by who writes in a language', () => {
  it('[PLAN-132] is chosen beside the language of words, kept on the device, and taken back there', async () => {
    await onDesk(box)
    await write(/^Write here/)
    fireEvent.click(screen.getByRole('button', { name: 'Language' }))
    fireEvent.change(await screen.findByLabelText(/What language/), { target: { value: 'cy' } })
    fireEvent.click(screen.getByLabelText(/Start my new boxes/))
    fireEvent.click(screen.getByRole('button', { name: 'Use this language' }))
    expect(writesIn()).toEqual(WELSH)
    expect(JSON.parse(localStorage.getItem('withy.writes-in') ?? '')).toEqual(WELSH)
    fireEvent.click(screen.getByRole('button', { name: 'Language' }))
    const again = (await screen.findByLabelText(/Start my new boxes/)) as HTMLInputElement
    expect(again.checked).toBe(true)
    fireEvent.click(again)
    fireEvent.click(screen.getByRole('button', { name: 'Use this language' }))
    expect(writesIn()).toBeNull()
    expect(localStorage.getItem('withy.writes-in')).toBeNull()
  })

  it('[PLAN-132] is in it once it is closed; opening it writes nothing', async () => {
    keepWritesIn(WELSH)
    const { doc } = await onDesk(box)
    const before = Y.encodeStateVector(doc)
    const words = await write(/^Write here/)
    expect(Y.encodeStateVector(doc)).toEqual(before)
    act(() => void words.editor.commands.insertContent('Bore da'))
    expect(saidIn(doc)).toEqual([undefined])
    fireEvent.click(screen.getByRole('button', { name: 'Done' }))
    await waitFor(() => expect(saidIn(doc)).toEqual(['cy']))
    expect(wordsIn(doc)).toBe('Bore da')
  })

  it('[PLAN-132] so it is in a simple box, and one that has words stays as it is', async () => {
    keepWritesIn(WELSH)
    const simple = <TextBox box={BOX} section="our-story" label="Our shared story, Our story" under={4} way="simple" />
    const { doc } = await onDesk(simple)
    const opened = async (button: RegExp) => {
      fireEvent.click(screen.getByRole('button', { name: button }))
      return (await screen.findByLabelText('Our shared story, Our story')) as HTMLTextAreaElement
    }
    const type = (area: HTMLTextAreaElement, words: string) =>
      act(() => {
        area.setRangeText(words, area.value.length, area.value.length, 'end')
        area.dispatchEvent(new Event('input', { bubbles: true }))
      })
    type(await opened(/^Write here/), 'Bore\nda')
    fireEvent.click(screen.getByRole('button', { name: 'Done' }))
    await waitFor(() => expect(saidIn(doc)).toEqual(['cy', 'cy']))
    act(() => {
      doc.getXmlFragment(BOX).delete(0, 2)
      paragraph(doc, 'Good morning')
    })
    type(await opened(/^Change/), ' all')
    fireEvent.click(screen.getByRole('button', { name: 'Done' }))
    expect(saidIn(doc)).toEqual([undefined])
    expect(wordsIn(doc)).toBe('Good morning all')
  })
})

describe('when it is said', () => {
  beforeEach(() => void vi.useFakeTimers())
  afterEach(() => void vi.useRealTimers())
  const begun = (isComposing = () => false) => {
    const doc = new Y.Doc()
    return { doc, end: beginIn(doc.getXmlFragment(BOX), WELSH, isComposing) }
  }

  it('[PLAN-132] after a pause, and not while a word is composed', () => {
    let composing = true
    const { doc } = begun(() => composing)
    paragraph(doc, 'Bore da')
    vi.advanceTimersByTime(5_000)
    expect(saidIn(doc)).toEqual([undefined])
    composing = false
    vi.advanceTimersByTime(1_000)
    expect(saidIn(doc)).toEqual(['cy'])
  })

  it('[PLAN-132] is no step of its own for undo: it goes and comes back with the words', () => {
    const { doc } = begun()
    const undo = createUndo(doc)
    // Yjs looks at the real clock: each is a step of its own after a pause.
    const wrote = (words: string) => {
      doc.transact(() => paragraph(doc, words), PLAN_EDIT)
      undo.stopCapturing()
    }
    wrote('Bore')
    vi.advanceTimersByTime(900)
    wrote('da')
    vi.advanceTimersByTime(1_000)
    expect(saidIn(doc)).toEqual(['cy', 'cy'])
    undo.undo()
    expect(wordsIn(doc)).toBe('Bore')
    expect(saidIn(doc)).toEqual(['cy'])
    undo.undo()
    expect(wordsIn(doc)).toBe('')
    undo.redo()
    undo.redo()
    expect(saidIn(doc)).toEqual(['cy', 'cy'])
  })

  it('[PLAN-132] never of what others write, and not where another language is said', () => {
    const { doc, end } = begun()
    const others = new Y.Doc()
    paragraph(doc, 'Bore da')
    paragraph(others, 'Good morning')
    Y.applyUpdate(doc, Y.encodeStateAsUpdate(others))
    vi.advanceTimersByTime(2_000)
    end()
    expect(saidIn(doc)).toEqual([undefined, undefined])

    const said = begun()
    paragraph(said.doc, 'صباح')
    ;(said.doc.getXmlFragment(BOX).get(0) as Y.XmlElement).setAttribute('lang', 'ar')
    said.end()
    expect(saidIn(said.doc)).toEqual(['ar'])
  })
})
