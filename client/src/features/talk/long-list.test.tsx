import { act, fireEvent, screen, waitFor, within } from '@testing-library/react'
import { afterEach, beforeAll, expect, it, vi } from 'vitest'
import { onDesk } from '../../live/testing-desk.tsx'
import { openLanguage, openTexts } from '../../text/language.ts'
import { WordsEditor } from '../editor/words-editor.tsx'
import { TalkProvider, TalkSide } from './talk-slots.tsx'
import { talkOf, talkServer, threadOf } from './testing-talk.tsx'

beforeAll(async () => {
  await openLanguage('en')
  await Promise.all([import('./drawing.ts'), openTexts('talk')])
})
afterEach(() => vi.unstubAllGlobals())

const MANY = 40
const ids = Array.from({ length: MANY }, (_, n) => `t${n}`)
const drawn = () => [...document.querySelectorAll('[data-thread]')].map((card) => card.getAttribute('data-thread'))
const focused = () => document.activeElement?.getAttribute('data-thread')
const choose = (value: string) =>
  fireEvent.change(screen.getByRole('combobox', { name: 'What' }), { target: { value } })

it('[TALK-78] of many, the first are drawn with the list and the rest in their turn; all are counted, and gone to, before', async () => {
  let held: (() => void)[] | null = null
  vi.stubGlobal('requestIdleCallback', (idle: () => void) => (held ? held.push(idle) : queueMicrotask(idle)))
  talkServer(
    () => talkOf(ids.map((id) => threadOf(id, 'ben', `Words of ${id}`))),
    () => Response.json({}, { status: 500 }),
  )
  await onDesk(
    <TalkProvider wordsEditor={async () => WordsEditor}>
      <TalkSide goTo={vi.fn()} />
    </TalkProvider>,
  )
  await waitFor(() => expect(drawn()).toEqual(ids))

  // Drawn anew, on a page that is busy.
  held = []
  choose('waiting')
  expect(drawn()).toEqual([])
  choose('all')
  expect(drawn()).toEqual(ids.slice(0, 6))
  expect(within(screen.getByRole('list')).getAllByRole('listitem')).toHaveLength(MANY)
  fireEvent.click(screen.getByRole('button', { name: 'Previous comment' }))
  expect(focused(), 'the last one').toBe('t39')
  screen.getByText('40 of 40')
  fireEvent.click(screen.getByRole('button', { name: 'Previous comment' }))
  expect(focused()).toBe('t38')
  expect(drawn()).toEqual([...ids.slice(0, 6), 't38', 't39'])

  const idle: (() => void)[] = held
  held = null
  await act(async () => idle.forEach((each) => void each()))
  await waitFor(() => expect(drawn()).toEqual(ids))
})
