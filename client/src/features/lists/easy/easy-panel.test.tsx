import { act, fireEvent, screen, waitFor, within } from '@testing-library/react'
import {
  addItem,
  appendText,
  easyKey,
  fullWordsOf,
  listRoot,
  readList,
  readPlan,
  SHAPES,
  setCell,
  setEasyChecked,
  textRoot,
} from '@withy/shared/plan'
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type * as Y from 'yjs'
import { onDesk } from '../../../live/testing-desk.tsx'
import { openLanguage } from '../../../text/language.ts'
import { PlanLanguage } from '../../../ui/theirs.tsx'
import { EasySlot } from './easy-slot.tsx'

const BOX = easyKey('place')
const slot = (
  <EasySlot section="place" title="Our place">
    <p>All of the full text.</p>
  </EasySlot>
)
const row = (doc: Y.Doc, words: string, picture?: string) =>
  addItem(doc, { key: BOX, shape: 'easy', cells: { words, ...(picture && { picture }) } })
const write = (doc: Y.Doc, text: string) =>
  appendText(doc, 'area', 'place.where', [{ type: 'paragraph', runs: [{ text }] }])
const rowsIn = (doc: Y.Doc) => readList(listRoot(doc, BOX), SHAPES.easy).items
const wordsIn = (doc: Y.Doc) => rowsIn(doc).map(({ cells }) => cells.words)
const press = (name: string | RegExp) => fireEvent.click(screen.getByRole('button', { name }))
const open = async () => {
  press(/^In easy words.*: Our place$/)
  return screen.findByRole('region', { name: 'In easy words' })
}
const fullText = () => screen.getByText('All of the full text.').parentElement as HTMLElement

// Made ready before: it takes longer than a test waits for something to be drawn.
beforeAll(() => import('./easy-panel.tsx'))
beforeEach(() => openLanguage('en'))

describe('a section in easy words', () => {
  it('[EASY-58] a photo that somebody else takes away goes from the page at once, also one that is put away just then', async () => {
    const { peer } = await onDesk(slot, {
      role: 'viewer',
      fill: (doc) => {
        for (const photo of ['a', 'b', 'c']) row(doc, `Row ${photo}.`, `photo:${photo.repeat(43)}`)
      },
    })
    const shown = () => screen.queryAllByRole('img').map((img) => img.getAttribute('src')?.at(-1))
    await open()
    expect(shown()).toEqual(['a', 'b', 'c'])
    act(() => peer.say({ type: 'photo-removed', photo: 'b'.repeat(43) }))
    await waitFor(() => expect(shown()).toEqual(['a', 'c']))
    press(/^In easy words.*: Our place$/)
    expect(shown()).toEqual([])
    act(() => peer.say({ type: 'photo-removed', photo: 'a'.repeat(43) }))
    await open()
    await waitFor(() => expect(shown()).toEqual(['c']))
  })

  it('[EASY-20] opens beside the full text, says how many rows there are, and can put the full text away', async () => {
    await onDesk(slot, {
      role: 'viewer',
      fill: (doc) => {
        row(doc, 'It is by the mill.', 'home')
        row(doc, 'It is quiet.')
      },
    })
    const button = screen.getByRole('button', { name: 'In easy words (2): Our place' })
    expect(button.getAttribute('aria-expanded')).toBe('false')
    await open()
    expect(button.getAttribute('aria-expanded')).toBe('true')
    expect(screen.getAllByRole('article').map((one) => one.getAttribute('aria-label'))).toEqual([
      'It is by the mill.',
      'It is quiet.',
    ])
    expect(fullText().hidden).toBe(false)
    press('Only the easy words')
    expect(fullText().hidden).toBe(true)
    press(/^In easy words/)
    expect(screen.queryByRole('region')).toBeNull()
    expect(fullText().hidden).toBe(false)
  })

  it('[EASY-20] is not there for who may only read, where there are no rows', async () => {
    await onDesk(slot, { role: 'viewer' })
    expect(screen.queryByRole('button')).toBeNull()
    expect(screen.getByText('All of the full text.')).toBeTruthy()
  })

  it('[EASY-20] draws each row with its picture before its words; the picture is not read out twice', async () => {
    await onDesk(slot, { role: 'viewer', fill: (doc) => row(doc, 'It is by the mill.', 'home') })
    await open()
    const article = screen.getByRole('article')
    const picture = article.querySelector('img')
    expect(picture?.getAttribute('src')).toMatch(/home.*\.svg/)
    expect(picture?.getAttribute('alt')).toBe('')
    const words = screen.getByText('It is by the mill.')
    expect((picture as Node).compareDocumentPosition(words)).toBe(Node.DOCUMENT_POSITION_FOLLOWING)
    expect(within(article).queryByRole('button')).toBeNull()
  })

  it('[EASY-21] is added to row by row, with a picture that its words suggest, none or another one', async () => {
    const { doc } = await onDesk(slot)
    await open()
    press(/^Add a sentence/)
    fireEvent.input(await screen.findByRole('textbox', { name: 'Easy words' }), { target: { value: 'We drink tea.' } })
    press(await screen.findByText('A cup of tea').then(() => 'A cup of tea'))
    expect(rowsIn(doc)[0]?.cells).toEqual({ words: 'We drink tea.', picture: 'tea' })
    await waitFor(() =>
      expect(screen.getByRole('button', { name: 'A cup of tea' }).getAttribute('aria-pressed')).toBe('true'),
    )
    press('No picture')
    expect(rowsIn(doc)[0]?.cells).toEqual({ words: 'We drink tea.' })
    press('Choose another picture')
    fireEvent.change(screen.getByRole('textbox', { name: 'Look for a picture' }), { target: { value: 'wheelch' } })
    expect(screen.getByText('1 picture.')).toBeTruthy()
    press('A person in a wheelchair')
    expect(rowsIn(doc)[0]?.cells.picture).toBe('wheelchair')
  })

  it('[EASY-21] has its rows moved, taken out and put back', async () => {
    const { doc } = await onDesk(slot, {
      fill: (filled) => {
        row(filled, 'One.')
        row(filled, 'Two.')
      },
    })
    await open()
    press('Change: Two.')
    press('Move up')
    expect(wordsIn(doc)).toEqual(['Two.', 'One.'])
    press('Take out')
    expect(wordsIn(doc)).toEqual(['One.'])
    press('Put it back: Two.')
    expect(wordsIn(doc)).toEqual(['Two.', 'One.'])
  })

  it('[EASY-14] begins with the full text, where there is some and no row yet', async () => {
    const { doc } = await onDesk(slot, { fill: (filled) => write(filled, 'It is by the mill. It is quiet.') })
    await open()
    press('Start from the full text')
    expect(wordsIn(doc)).toEqual(['It is by the mill.', 'It is quiet.'])
    await waitFor(() => expect(screen.queryByRole('button', { name: 'Start from the full text' })).toBeNull())
  })

  it('[EASY-14] [A11Y-31] whoever begins so has the focus on the easy words then, and rows that others add take it from nobody', async () => {
    const { doc } = await onDesk(slot, { fill: (filled) => write(filled, 'It is by the mill.') })
    await open()
    screen.getByRole('button', { name: 'Start from the full text' }).focus()
    press('Start from the full text')
    const heading = screen.getByRole('heading', { level: 4, name: 'In easy words' })
    await waitFor(() => expect(document.activeElement).toBe(heading))
    heading.blur()
    act(() => row(doc, 'It is quiet.'))
    await waitFor(() => expect(screen.getAllByRole('article')).toHaveLength(2))
    expect(document.activeElement).toBe(document.body)
  })

  it('[EASY-14] begins with what was typed a moment before, to the last letter', async () => {
    const { doc } = await onDesk(slot, { fill: (filled) => write(filled, 'It is by the mill.') })
    await open()
    act(() => write(doc, 'It is quiet.'))
    press('Start from the full text')
    expect(wordsIn(doc).toSorted()).toEqual(['It is by the mill.', 'It is quiet.'])
  })

  it('[EASY-11] says of a row that the full text changed, until somebody says that it is still right', async () => {
    const { doc, others, meet } = await onDesk(slot, {
      fill: (filled) => {
        write(filled, 'It is by the mill.')
        const [first] = fullWordsOf(readPlan(filled, 'area'), 'place')
        if (first) addItem(filled, { key: BOX, shape: 'easy', cells: { words: 'By the mill.' }, of: first.of })
      },
    })
    await open()
    expect(screen.queryByText('The full text changed. Check this.')).toBeNull()
    textRoot(others, 'place.where').delete(0, 1)
    write(others, 'It is by the lock.')
    meet()
    await screen.findByText('The full text changed. Check this.')
    press('It is still right: By the mill.')
    await waitFor(() => expect(screen.queryByText('The full text changed. Check this.')).toBeNull())
    expect(rowsIn(doc)[0]?.cells.words).toBe('By the mill.')
  })

  it('[EASY-13] says kindly what could be easier, to who writes', async () => {
    const hard = 'I want to participate in my assessment.'
    await onDesk(slot, { fill: (doc) => row(doc, hard) })
    await open()
    expect(screen.getByText('“assessment” is a hard word. Could it be “finding out what I need”?')).toBeTruthy()
    expect(screen.getByText('“participate” is a hard word. Could it be “join in”?')).toBeTruthy()
  })
})

describe('whether easy words were checked, on the page', () => {
  it('[EASY-12] is told above the rows, to everybody, and cannot be put away', async () => {
    await onDesk(slot, { role: 'viewer', fill: (doc) => row(doc, 'It is by the mill.') })
    await open()
    expect(screen.getByText('Not checked yet.')).toBeTruthy()
    press('Only the easy words')
    expect(screen.getByText('Not checked yet.')).toBeTruthy()
    expect(screen.queryByRole('button', { name: 'We checked this together' })).toBeNull()
  })

  it('[EASY-22] is said with a name, a day and who helped, and taken back', async () => {
    const { doc } = await onDesk(slot, { fill: (filled) => row(filled, 'It is by the mill.') })
    await open()
    press('We checked this together')
    press('Keep')
    const who = screen.getByRole('textbox', { name: 'Who you checked it with' })
    expect(who.getAttribute('aria-invalid')).toBe('true')
    expect(document.activeElement).toBe(who)
    expect(readPlan(doc, 'area').easyChecked).toEqual({})
    fireEvent.change(who, { target: { value: ' Ann ' } })
    fireEvent.change(screen.getByRole('textbox', { name: 'Who helped them' }), { target: { value: 'Sam' } })
    fireEvent.change(screen.getByLabelText('Which day'), { target: { value: '2026-11-03' } })
    press('Keep')
    await screen.findByText('Checked with Ann on 3 November 2026, with Sam supporting.')
    press('It is not checked')
    await screen.findByText('Not checked yet.')
  })

  it('[EASY-12] says when something changed since', async () => {
    const { doc } = await onDesk(slot, {
      fill: (filled) => {
        row(filled, 'It is by the mill.')
        setEasyChecked(filled, 'place', { by: 'Ann', on: '2026-11-03' })
      },
    })
    await open()
    expect(screen.getByText('Checked with Ann on 3 November 2026.')).toBeTruthy()
    row(doc, 'And a new row.')
    await screen.findByText('Changed since it was checked with Ann on 3 November 2026.')
  })

  it('[EASY-22] is told in Welsh where the page is in Welsh', async () => {
    await openLanguage('cy')
    await onDesk(slot, { role: 'viewer', fill: (doc) => row(doc, 'Mae’n dawel.') })
    press('Mewn geiriau hawdd (1): Our place')
    await screen.findByText('Heb ei wirio eto.')
    expect(screen.getByRole('button', { name: 'Y geiriau hawdd yn unig' })).toBeTruthy()
  })
})

describe('easy words in two languages', () => {
  const BOTH = { words: 'It is by the mill.', 'words-cy': 'Mae wrth y felin.' }
  const both = (doc: Y.Doc) => addItem(doc, { key: BOX, shape: 'easy', cells: BOTH })
  const shown = () =>
    Array.from(screen.getByRole('article').querySelectorAll('p[data-field]'), (p) => [
      p.getAttribute('lang'),
      p.textContent,
    ])

  it('[EASY-39] @B11 stand side by side, the reader’s first, each marked with its language', async () => {
    await onDesk(slot, { role: 'viewer', fill: both })
    await open()
    expect(shown()).toEqual([
      ['en', 'It is by the mill.'],
      ['cy', 'Mae wrth y felin.'],
    ])
    await act(() => openLanguage('cy'))
    expect(shown().map(([lang]) => lang)).toEqual(['cy', 'en'])
  })

  it('[A11Y-244] @B11 say their plan’s language where nobody said another, and their own where it is alone', async () => {
    const fill = (doc: Y.Doc) => {
      row(doc, 'Jest cicho.')
      addItem(doc, { key: BOX, shape: 'easy', cells: { 'words-cy': 'Mae wrth y felin.' } })
    }
    await onDesk(<PlanLanguage value="pl">{slot}</PlanLanguage>, { role: 'viewer', fill })
    await open()
    const said = Array.from(document.querySelectorAll('article p[data-field]'), (p) => p.getAttribute('lang'))
    expect(said.toSorted()).toEqual(['cy', 'pl'])
    expect(screen.getByRole('article', { name: 'Mae wrth y felin.' })).toBeTruthy()
  })

  it('[EASY-39] are one alone for who wants that, and rows in one language ask for nothing', async () => {
    const { doc } = await onDesk(slot, { role: 'viewer', fill: (filled) => row(filled, 'It is quiet.') })
    await open()
    expect(screen.queryByRole('button', { name: 'English and Welsh together' })).toBeNull()
    act(() => setCell(doc, BOX, rowsIn(doc)[0]?.id ?? '', 'words-cy', 'Mae’n dawel.'))
    const button = await screen.findByRole('button', { name: 'English and Welsh together' })
    expect(button.getAttribute('aria-pressed')).toBe('true')
    fireEvent.click(button)
    expect(shown()).toEqual([['en', 'It is quiet.']])
    fireEvent.click(button)
    expect(shown()).toHaveLength(2)
  })

  it('[EASY-38] are written in a second field that is asked for, and the first then says its language', async () => {
    const { doc } = await onDesk(slot, { fill: (filled) => row(filled, 'It is quiet.') })
    await open()
    press('Change: It is quiet.')
    expect(screen.queryByRole('textbox', { name: 'In Welsh' })).toBeNull()
    press('Write it in Welsh too')
    const welsh = screen.getByRole<HTMLTextAreaElement>('textbox', { name: 'In Welsh' })
    expect(document.activeElement).toBe(welsh)
    expect(welsh.lang).toBe('cy')
    expect(screen.getByRole<HTMLTextAreaElement>('textbox', { name: 'Easy words' }).lang).toBe('en')
    expect(screen.queryByRole('button', { name: 'Write it in English too' })).toBeNull()
    fireEvent.input(welsh, { target: { value: 'Mae’n dawel.' } })
    expect(rowsIn(doc)[0]?.cells).toEqual({ words: 'It is quiet.', 'words-cy': 'Mae’n dawel.' })
    fireEvent.input(welsh, { target: { value: '' } })
    await waitFor(() => expect(rowsIn(doc)[0]?.cells).toEqual({ words: 'It is quiet.' }))
    expect(screen.getByRole('textbox', { name: 'In Welsh' })).toBe(welsh)
  })

  it.each([
    ['en', 'en', ['Write it in Welsh too']],
    ['en', 'cy', ['Write it in English too']],
    ['en', null, ['Write it in Welsh too']],
    ['cy', null, ['Ei hysgrifennu yn Saesneg hefyd']],
    ['cy', 'en', ['Ei hysgrifennu yn Gymraeg hefyd']],
    ['en', 'ar', ['Write it in Welsh too', 'Write it in English too']],
  ] as const)(
    '[EASY-65] on a page in %s, in a plan in %s, only what it is not written in is offered',
    async (page, plan, offered) => {
      await openLanguage(page)
      await onDesk(slot, { ...(plan && { lang: plan }), fill: (filled) => row(filled, 'It is quiet.') })
      fireEvent.click(screen.getByRole('button', { name: /: Our place$/ }))
      fireEvent.click(await screen.findByRole('button', { name: /: It is quiet\.$/ }))
      const buttons = await screen.findAllByRole('button', { name: /(too|hefyd)$/ })
      expect(buttons.map(({ textContent }) => textContent)).toEqual(offered)
    },
  )

  it('[EASY-38] are looked at for hard words each in its own language', async () => {
    await onDesk(slot, {
      fill: (doc) =>
        addItem(doc, { key: BOX, shape: 'easy', cells: { words: 'I participate.', 'words-cy': 'Ces i asesiad.' } }),
    })
    await open()
    expect(screen.getByText('“participate” is a hard word. Could it be “join in”?')).toBeTruthy()
    expect(screen.getByText(/“asesiad” is a hard word/)).toBeTruthy()
  })

  it('[A11Y-251] keep field, place and what was typed when the page’s language is switched', async () => {
    await onDesk(slot, { fill: (filled) => row(filled, 'It is quiet.') })
    await open()
    press('Change: It is quiet.')
    press('Write it in Welsh too')
    const welsh = screen.getByRole<HTMLTextAreaElement>('textbox', { name: 'In Welsh' })
    fireEvent.input(welsh, { target: { value: 'Mae’n da' } })
    welsh.setSelectionRange(3, 3)
    await act(() => openLanguage('cy'))
    expect(screen.getByRole('textbox', { name: 'Yn Gymraeg' })).toBe(welsh)
    expect([welsh.value, welsh.selectionStart]).toEqual(['Mae’n da', 3])
    expect(document.activeElement).toBe(welsh)
  })
})
