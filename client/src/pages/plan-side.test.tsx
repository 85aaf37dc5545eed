import { fireEvent, render, screen, waitFor } from '@testing-library/react'
import { addItem, removeItem } from '@withy/shared/plan'
import { useState } from 'react'
import { afterEach, expect, it, vi } from 'vitest'
import type * as Y from 'yjs'
import { WordsEditor } from '../features/editor/words-editor.tsx'
import { setReadingSettings, USUAL } from '../features/reading/settings.ts'
import { TalkProvider } from '../features/talk/talk-slots.tsx'
import { placeOf, talkOf, talkServer, threadOf } from '../features/talk/testing-talk.tsx'
import { onDesk } from '../live/testing-desk.tsx'
import { KEYS } from '../text/keys.ts'
import { openTexts } from '../text/language.ts'
import { busyPage } from '../ui/testing-idle.ts'
import HelpPage from './help-page.tsx'
import { KeysDialog } from './keys-dialog.tsx'
import { PlanSide, type SideShown } from './plan-side.tsx'
import { usePageKeys } from './use-page-keys.ts'

afterEach(() => {
  setReadingSettings(USUAL)
  localStorage.clear()
})

function Desk({ narrow }: { readonly narrow: boolean }) {
  const [side, setSide] = useState<SideShown>(null)
  const [keys, setKeys] = useState(false)
  usePageKeys((what) => (what === 'keys' || what === 'waiting' ? setKeys(true) : setSide(what)))
  return (
    <>
      <button type="button">Before</button>
      <PlanSide shown={side} onClose={() => setSide(null)} narrow={narrow} />
      {keys && <KeysDialog onClose={() => setKeys(false)} />}
    </>
  )
}
const press = (code: string, shiftKey = true) => fireEvent.keyDown(document.body, { code, altKey: true, shiftKey })
const focused = () => document.activeElement?.textContent

it('[A11Y-27] @D11 on a wide screen the keys open the column, each at its own list', async () => {
  await onDesk(<Desk narrow={false} />)
  press('KeyA')
  expect(focused()).toBe('What is new')
  press('KeyP')
  expect(focused()).toBe('People')
})

it('[A11Y-7] Escape closes the column and gives the focus back to what opened it', async () => {
  await onDesk(<Desk narrow={false} />)
  screen.getByRole('button', { name: 'Before' }).focus()
  press('KeyP')
  fireEvent.keyDown(document.activeElement as Element, { key: 'Escape' })
  expect(screen.queryByRole('complementary')).toBeNull()
  expect(focused()).toBe('Before')
})

it('[A11Y-27] on a narrow screen each key opens a sheet of its own name, and closing gives the focus back', async () => {
  await onDesk(<Desk narrow />)
  screen.getByRole('button', { name: 'Before' }).focus()
  press('KeyA')
  expect(screen.getByRole('dialog', { name: 'What is new' })).toBeTruthy()
  await waitFor(() => expect(focused()).toBe('What is new'))
  press('KeyP')
  expect(screen.getByRole('dialog', { name: 'People' })).toBeTruthy()
  fireEvent.click(screen.getByRole('button', { name: 'Close' }))
  await waitFor(() => expect(focused()).toBe('Before'))
})

it('[TALK-43] the list of comments does not open before its words are there, and opens by itself when they are', async () => {
  talkServer(
    () => talkOf([]),
    () => Response.json({}),
  )
  const page = busyPage()
  await onDesk(
    <TalkProvider wordsEditor={async () => WordsEditor}>
      <Desk narrow={false} />
    </TalkProvider>,
  )
  press('KeyC')
  expect(screen.queryByRole('complementary')).toBeNull()
  page.isIdle()
  await screen.findByRole('complementary', { name: 'Comments' }, { timeout: 5_000 })
  expect(focused()).toBe('Comments')
  vi.unstubAllGlobals()
})

it('[A11Y-7] the column that somebody went to the plan from gives the focus back when it is closed', async () => {
  talkServer(
    () => talkOf([threadOf('t', 'ben', 'Which canal?')]),
    () => Response.json({}),
  )
  vi.stubGlobal('requestIdleCallback', (then: () => void) => queueMicrotask(then))
  await onDesk(
    <TalkProvider wordsEditor={async () => WordsEditor}>
      <Desk narrow={false} />
    </TalkProvider>,
  )
  screen.getByRole('button', { name: 'Before' }).focus()
  press('KeyC')
  const show = await screen.findByRole('button', { name: 'Show in the plan: Which canal?' }, { timeout: 5_000 })
  fireEvent.click(show)
  const close = screen.getByRole('button', { name: 'Close' })
  close.focus()
  fireEvent.click(close)
  expect(screen.queryByRole('complementary')).toBeNull()
  expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Before' }))
  vi.unstubAllGlobals()
})

it('[A11Y-31] the list of comments that opens late takes the focus from nobody who has gone on', async () => {
  talkServer(
    () => talkOf([]),
    () => Response.json({}),
  )
  const page = busyPage()
  await onDesk(
    <TalkProvider wordsEditor={async () => WordsEditor}>
      <Desk narrow={false} />
    </TalkProvider>,
  )
  press('KeyC')
  screen.getByRole('button', { name: 'Before' }).focus()
  page.isIdle()
  await screen.findByRole('complementary', { name: 'Comments' }, { timeout: 5_000 })
  expect(focused()).toBe('Before')
  press('KeyP')
  expect(focused()).toBe('People')
  vi.unstubAllGlobals()
})

it('[A11Y-27] @C8 Alt+0 lists the keys, as help does, and all of them can be turned off there', async () => {
  await openTexts('keys')
  await onDesk(<Desk narrow />)
  press('Digit0', false)
  const dialog = screen.getByRole('dialog', { name: 'Keys' })
  const listed = () => [...document.querySelectorAll('kbd')].map(({ textContent }) => textContent)
  const inDialog = listed()
  expect(inDialog).toEqual(
    expect.arrayContaining([
      'Alt + 0',
      'Alt + Shift + P',
      'Alt + Shift + A',
      'Alt + Shift + C',
      'Alt + Shift + N',
      'Alt + F10',
    ]),
  )
  fireEvent.click(screen.getByRole('checkbox', { name: /^Keys that work anywhere/ }))
  fireEvent.click(screen.getByRole('button', { name: 'Close' }))
  expect(dialog.isConnected).toBe(false)
  for (const code of ['KeyA', 'KeyP', 'KeyN']) expect(press(code)).toBe(true)
  expect(press('Digit0', false)).toBe(true)
  expect(screen.queryByRole('dialog')).toBeNull()
  render(<HelpPage />)
  expect(listed()).toEqual(inDialog)
})

it('[A11Y-27] @C8 no letter, number or sign alone does anything: whoever speaks to their device would set it off', async () => {
  await onDesk(<Desk narrow={false} />)
  const codes = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'].map((letter) => `Key${letter}`)
  const numbers = Array.from({ length: 10 }, (_, at) => `Digit${at}`)
  for (const code of [...codes, ...numbers, 'Slash', 'Period', 'Comma'])
    for (const shiftKey of [false, true])
      expect(fireEvent.keyDown(document.body, { code, key: code.at(-1), shiftKey }), code).toBe(true)
  expect(screen.queryByRole('complementary')).toBeNull()
  expect(screen.queryByRole('dialog')).toBeNull()
  expect(KEYS.filter(({ keys }) => keys.length === 1)).toEqual([])
})

it('[TALK-43] from a comment the page goes to its section where what it is about is not there any more', async () => {
  let item = ''
  const fill = (doc: Y.Doc) => {
    item = addItem(doc, { key: 'living-map.do', shape: 'action', cells: { what: 'Map-walk' } })
    removeItem(doc, 'living-map.do', item)
  }
  talkServer(
    () => talkOf([threadOf('a', 'ben', 'When?', { place: placeOf('living-map.do', item) })]),
    () => Response.json({}),
  )
  Element.prototype.scrollIntoView = vi.fn()
  await onDesk(
    <TalkProvider wordsEditor={async () => WordsEditor}>
      <section id="living-map" data-section="">
        <h3 tabIndex={-1}>Living map</h3>
      </section>
      <PlanSide shown="talk" onClose={() => undefined} narrow={false} />
    </TalkProvider>,
    { fill },
  )
  fireEvent.click(await screen.findByRole('button', { name: 'Show in the plan: When?' }, { timeout: 9_000 }))
  await waitFor(() => expect(focused()).toBe('Living map'))
  vi.unstubAllGlobals()
}, 12_000)
