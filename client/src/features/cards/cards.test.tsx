import { act, fireEvent, render, screen, waitFor, within } from '@testing-library/react'
import type { CardOf, MyCard, Needs } from '@withy/shared/api'
import { useState } from 'react'
import { afterEach, beforeEach, expect, it, onTestFinished, vi } from 'vitest'
import { emptyTab } from '../../live/empty-tab.ts'
import { onDesk } from '../../live/testing-desk.tsx'
import { openTexts } from '../../text/language.ts'
import { useAskedForm } from './asked-form.ts'
import { CardDialog } from './card-dialog.tsx'
import { CardInWorkshop } from './card-in-workshop.tsx'
import { cardIn, keepCardHere } from './kept-card.ts'
import { PeoplesCards } from './peoples-cards.tsx'
import { useCards } from './use-cards.ts'

const KEPT = 'withy.card'
const CARD: Needs = { ticks: ['large-text', 'slow'], reach: 'After ten', helper: '', words: 'A seat near the door' }
const look = { changes: vi.fn(() => ['large-text' as const]), show: vi.fn() }

beforeEach(() => openTexts('cards'))
afterEach(() => {
  act(emptyTab)
  vi.unstubAllGlobals()
  vi.restoreAllMocks()
  look.show.mockClear()
})

/** The server of a plan that Farah leads, and what it was asked to keep. */
function server(first: Needs | null = null) {
  let mine: MyCard = { card: first, seenBy: ['Farah', 'Gwen'] }
  const kept: (Needs | null)[] = []
  const asked = vi.fn(async (_path: string, sent?: RequestInit) => {
    if (sent?.method === 'PUT') {
      mine = { ...mine, card: JSON.parse(String(sent.body)).card }
      kept.push(mine.card)
    }
    return Response.json(mine)
  })
  vi.stubGlobal('fetch', asked)
  return { kept, asked }
}

const dialog = (plan: string | null = null) => render(<CardDialog plan={plan} look={look} onClose={() => undefined} />)
const tick = (name: string | RegExp) => fireEvent.click(screen.getByRole('checkbox', { name }))
const isTicked = (name: string | RegExp) => screen.getByRole<HTMLInputElement>('checkbox', { name }).checked
const fill = (label: string, value: string) => fireEvent.change(screen.getByLabelText(label), { target: { value } })
const press = (name: string) => fireEvent.click(screen.getByRole('button', { name }))
const DEVICE = /^On this device/
const PLAN = /^With this plan/

it('[A11Y-190] the card has the four groups of the standard, with choices and own words; nothing has to be said', () => {
  dialog()
  const groups = ['How to reach me', 'How I like to get words', 'What helps me in a talk', 'Who helps me']
  for (const name of groups)
    expect(within(screen.getByRole('group', { name })).getAllByRole('checkbox').length).toBeGreaterThan(2)
  expect(
    screen.getAllByRole('textbox').map((field) => field.closest('.field')?.querySelector('label')?.textContent),
  ).toEqual([
    'My number or address, and good times',
    'Their name, and how to reach them',
    'Anything else that helps me',
  ])
  for (const box of screen.getAllByRole<HTMLInputElement>('checkbox')) expect(box.checked).toBe(false)
  press('Keep my card')
  screen.getByText(/^Your card is empty/)
})

it('[A11Y-256] where nothing answers it says so and takes that for no answer; asked again, what was filled in stays', async () => {
  vi.spyOn(navigator, 'onLine', 'get').mockReturnValue(false)
  vi.stubGlobal('fetch', async () => Promise.reject(new TypeError('no network')))
  dialog('p')
  await screen.findByText(/^We could not ask whether you keep a card with this plan/)
  expect(screen.queryByRole('checkbox', { name: PLAN })).toBeNull()
  fill('My number or address, and good times', 'After ten')
  const { kept } = server(CARD)
  const again = screen.getByRole('button', { name: 'Try again' })
  again.focus()
  fireEvent.click(again)
  await waitFor(() => expect(isTicked(PLAN)).toBe(true))
  expect(screen.queryByText(/^We could not ask/)).toBeNull()
  expect(document.activeElement).not.toBe(document.body)
  expect(screen.getByDisplayValue('After ten')).toBeTruthy()
  expect(kept).toEqual([])
})

it('[A11Y-256] whoever is not in the plan fills it in for this device, and is told of no trouble', async () => {
  vi.stubGlobal('fetch', async () => Response.json({ refused: 'not-found', sentence: 'No.' }, { status: 404 }))
  dialog('p')
  await screen.findByRole('checkbox', { name: DEVICE })
  expect(screen.queryByText(/^We could not ask/)).toBeNull()
})

it('[A11Y-191] is kept on this device only where that was ticked, and asks where', () => {
  dialog()
  tick('Large letters')
  tick('Slow down for me')
  fill('My number or address, and good times', 'After ten')
  fill('Anything else that helps me', 'A seat near the door')
  press('Keep my card')
  screen.getByText('Tick where your card is kept.', { selector: '.field-error' })
  expect(localStorage.getItem(KEPT)).toBeNull()
  tick(DEVICE)
  expect(localStorage.getItem(KEPT)).toBeNull()
  press('Keep my card')
  return waitFor(() => expect(cardIn(JSON.parse(localStorage.getItem(KEPT) ?? ''))).toEqual(CARD))
})

it('[A11Y-191] is there when this device comes again, as far as this version knows it, and goes with whose device it was', async () => {
  localStorage.setItem(KEPT, JSON.stringify({ ...CARD, ticks: ['slow', 'telepathy'], helper: 7 }))
  vi.resetModules()
  const next = await import('./card-dialog.tsx')
  await (await import('../../text/language.ts')).openLanguage('en')
  await (await import('../../text/language.ts')).openTexts('cards')
  render(<next.CardDialog plan={null} look={look} onClose={() => undefined} />)
  expect([isTicked('Slow down for me'), isTicked('Large letters'), isTicked(DEVICE)]).toEqual([true, false, true])
  expect(screen.getByDisplayValue('A seat near the door')).toBeTruthy()
  const tab = await import('../../live/empty-tab.ts')
  act(tab.emptyTab)
  expect(localStorage.getItem(KEPT)).toBeNull()
  expect(screen.queryByDisplayValue('A seat near the door')).toBeNull()
})

it('[A11Y-193] one that was taken back in another tab is not shown in this one', async () => {
  keepCardHere(CARD)
  dialog()
  expect(screen.getByDisplayValue('A seat near the door')).toBeTruthy()
  localStorage.removeItem(KEPT)
  act(() => void window.dispatchEvent(new StorageEvent('storage', { key: KEPT })))
  expect(screen.queryByDisplayValue('A seat near the door')).toBeNull()
})

it('[A11Y-191] says so where the device keeps nothing, and loses nothing of it', async () => {
  dialog()
  tick('Breaks')
  tick(DEVICE)
  vi.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
    throw new DOMException('blocked', 'SecurityError')
  })
  press('Keep my card')
  await screen.findByText(/^This device keeps nothing for you/)
  expect(isTicked('Breaks')).toBe(true)
})

it('[A11Y-192] [A11Y-193] is kept with the plan only where that was ticked, names who reads it there, and is taken back', async () => {
  const { kept } = server()
  dialog('p')
  const plan = await screen.findByRole('checkbox', { name: PLAN })
  expect(plan.closest('label')?.textContent).toContain('Farah and Gwen can read it')
  tick('Large letters')
  fireEvent.click(plan)
  press('Keep my card')
  await screen.findByText('Your card is kept with this plan.')
  expect(kept).toEqual([{ ticks: ['large-text'], words: '' }])
  expect(localStorage.getItem(KEPT)).toBeNull()
  press('Take my card back')
  await screen.findByText('Your card is gone from this plan.')
  expect(kept.at(-1)).toBeNull()
  // What is on it can be kept again.
  expect(isTicked('Large letters')).toBe(true)
  expect(isTicked(PLAN)).toBe(false)
})

it('[A11Y-193] a tick that is taken away at the plan takes it back there, and leaves it on the device', async () => {
  const { kept } = server(CARD)
  keepCardHere(CARD)
  dialog('p')
  await screen.findByRole('checkbox', { name: PLAN })
  expect([isTicked(DEVICE), isTicked(PLAN)]).toEqual([true, true])
  tick(PLAN)
  press('Keep my card')
  await screen.findByText('Your card is kept on this device.')
  expect(kept).toEqual([null])
  expect(localStorage.getItem(KEPT)).not.toBeNull()
})

it('[A11Y-193] ticks that are all taken away take it back, and what is on it can be kept again while the sheet is open', async () => {
  keepCardHere(CARD)
  const { unmount } = dialog()
  screen.getByText('If you keep a card with a plan, open that plan to take it back.')
  tick(DEVICE)
  press('Keep my card')
  await screen.findByText('Your card is gone from this device.')
  expect(localStorage.getItem(KEPT)).toBeNull()
  expect(isTicked('Slow down for me')).toBe(true)
  expect(screen.getByDisplayValue('A seat near the door')).toBeTruthy()
  tick('Breaks')
  tick(DEVICE)
  press('Keep my card')
  await screen.findByText('Your card is kept on this device.')
  expect(isTicked('Breaks')).toBe(true)
  press('Take my card back')
  await screen.findByText('Your card is gone from this device.')
  unmount()
  expect(JSON.stringify({ ...sessionStorage, ...localStorage })).not.toContain('A seat near the door')
  dialog()
  expect(screen.queryByDisplayValue('A seat near the door')).toBeNull()
})

it('[A11Y-192] is offered for no plan where one is in none, or nothing answers', async () => {
  vi.stubGlobal('fetch', async () => Response.json({ refused: 'not-found', sentence: 'Not here.' }, { status: 404 }))
  dialog('p')
  await screen.findByRole('checkbox', { name: DEVICE })
  expect(screen.queryByRole('checkbox', { name: PLAN })).toBeNull()
})

it('[A11Y-194] offers to show pages as the card says once it is kept, and changes nothing by itself', async () => {
  dialog()
  tick('Large letters')
  tick(DEVICE)
  expect(screen.queryByRole('button', { name: 'Show pages that way' })).toBeNull()
  press('Keep my card')
  await screen.findByText('Shall pages on this device fit your card too?')
  expect(look.show).not.toHaveBeenCalled()
  const button = screen.getByRole('button', { name: 'Show pages that way' })
  button.focus()
  fireEvent.click(button)
  expect(look.show).toHaveBeenCalledWith(['large-text'])
  expect(document.activeElement).toBe(screen.getByText(/^Pages are like that now/))
})

it('[A11Y-285] what keeping a card brought is brought into sight', async () => {
  const seen = vi.fn()
  HTMLElement.prototype.scrollIntoView = seen
  onTestFinished(() => void Reflect.deleteProperty(HTMLElement.prototype, 'scrollIntoView'))
  dialog()
  tick('Easy Read')
  tick(DEVICE)
  expect(seen).not.toHaveBeenCalled()
  press('Keep my card')
  const said = await screen.findByText('Your card is kept on this device.')
  expect(seen.mock.contexts.some((shown) => (shown as HTMLElement).contains(said))).toBe(true)
})

it('[A11Y-199] what is filled in and not kept is there when the sheet is opened again', () => {
  const { unmount } = dialog()
  tick('Words in braille')
  fill('Anything else that helps me', 'My own chair')
  unmount()
  dialog()
  expect(isTicked('Words in braille')).toBe(true)
  expect(screen.getByDisplayValue('My own chair')).toBeTruthy()
})

it('[A11Y-190] words that are too long are taken whole, and said to be so', async () => {
  const { asked } = server()
  dialog('p')
  fireEvent.click(await screen.findByRole('checkbox', { name: PLAN }))
  fill('Anything else that helps me', 'x'.repeat(503))
  screen.getByText('This is 3 letters too long.')
  expect(screen.getByLabelText<HTMLTextAreaElement>('Anything else that helps me').checkValidity()).toBe(false)
  expect(asked).toHaveBeenCalledTimes(1)
})

function Workshop({ first, said }: { first: Needs | null; said: (card: Needs | null) => void }) {
  const [shownToday, setShown] = useState(first)
  const today = async (card: Needs | null) => {
    said(card)
    setShown(card)
  }
  return <CardInWorkshop plan="p" shownToday={shownToday} today={today} look={look} />
}
const inWorkshop = (shownToday: Needs | null = null) => {
  const today = vi.fn((_card: Needs | null) => {})
  render(<Workshop first={shownToday} said={today} />)
  return today
}
const SHOW = 'Show this to those who lead'

it('[A11Y-197] @A3 in a workshop a card on the device is asked for again in no field, and shown with one press', async () => {
  server()
  keepCardHere(CARD)
  const today = inWorkshop()
  await screen.findByText('A seat near the door')
  screen.getByText('Your card is on this device. Show it if you like.')
  expect(screen.queryByRole('checkbox')).toBeNull()
  expect(screen.queryByRole('textbox')).toBeNull()
  expect(today).not.toHaveBeenCalled()
  const show = screen.getByRole('button', { name: SHOW })
  show.focus()
  fireEvent.click(show)
  const seen = await screen.findByText('Those who lead can read your card.')
  expect(today).toHaveBeenCalledWith(CARD)
  expect(document.activeElement).toBe(seen)
})

it.each([
  ['kept with the plan', CARD, null],
  ['shown today', null, CARD],
])(
  '[A11Y-197] @A3 a card that is %s is read by those who lead already: nothing is asked and nothing has to be pressed',
  async (_, kept, today) => {
    server(kept)
    inWorkshop(today)
    await screen.findByText('Those who lead can read your card.')
    expect(screen.queryByRole('button', { name: SHOW })).toBeNull()
    expect(screen.queryByRole('textbox')).toBeNull()
    press('Change my card')
    expect(isTicked('Slow down for me')).toBe(true)
  },
)

it('[A11Y-197] who has none fills it in, and it is shown for the day and kept nowhere else', async () => {
  const { kept } = server()
  const today = inWorkshop()
  fireEvent.click(await screen.findByRole('checkbox', { name: 'I use an interpreter' }))
  press(SHOW)
  await waitFor(() => expect(today).toHaveBeenCalledWith({ ticks: ['interpreter'], words: '' }))
  await screen.findByText('Those who lead today can read your card.')
  screen.getByText('Shall pages on this device fit your card too?')
  expect([kept, localStorage.getItem(KEPT)]).toEqual([[], null])
  press('Take my card back')
  await screen.findByText('Those who lead today do not see it any more.')
  expect(today).toHaveBeenLastCalledWith(null)
  expect(isTicked('I use an interpreter')).toBe(true)
})

function Form() {
  const { size, listens } = useAskedForm('p')
  return <p>{`${size} ${listens}`}</p>
}

it.each([
  [['easy-read', 'large-text'], 'easy false'],
  [['large-text', 'aloud'], 'large true'],
  [['braille', 'pictures'], 'normal true'],
  [['phone'], 'normal false'],
] as const)(
  '[A11Y-195] a copy begins in the form a card with %s asks for: that of the device, else that with the plan',
  async (ticks, form) => {
    const card = { ticks: [...ticks], words: '' }
    const { asked } = server(card)
    const { unmount } = render(<Form />)
    await screen.findByText(form)
    expect(asked).toHaveBeenCalledTimes(1)
    unmount()
    keepCardHere(card)
    render(<Form />)
    screen.getByText(form)
    expect(asked).toHaveBeenCalledTimes(1)
  },
)

function All() {
  return <PeoplesCards cards={useCards()} />
}

it('[A11Y-196] [A11Y-193] those who lead read cards by name, in groups, and no longer once one was taken back', async () => {
  let cards: CardOf[] = [{ person: 'ben', card: CARD }]
  vi.stubGlobal('fetch', async () => Response.json({ cards }))
  const { peer } = await onDesk(<All />, { role: 'facilitator' })
  const ben = await screen.findByRole('listitem')
  expect(ben.textContent).toBe(
    'BenHow to reach meAfter tenHow I like to get wordsLarge lettersWhat helps me in a talkSlow down for meAnything else that helps meA seat near the door',
  )
  cards = []
  act(() => peer.say({ type: 'cards' }))
  await screen.findByText('Nobody has shown a card yet.')
  expect(screen.queryByText('A seat near the door')).toBeNull()
})

it('[A11Y-192] a page of somebody who does not lead never asks for them', async () => {
  const asked = vi.fn(async () => Response.json({ cards: [] }))
  vi.stubGlobal('fetch', asked)
  await onDesk(<All />)
  expect(asked).not.toHaveBeenCalled()
})
