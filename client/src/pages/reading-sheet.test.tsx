import { fireEvent, render, screen } from '@testing-library/react'
import type { Needs } from '@withy/shared/api'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { readingSettings, setReadingSettings, USUAL } from '../features/reading/settings.ts'
import { openTexts } from '../text/language.ts'
import { busyPage } from '../ui/testing-idle.ts'
import { MyCardToday } from './cards-part.tsx'
import { ReadingSheet } from './reading-sheet.tsx'
import { LOOK } from './show-as-needed.ts'

beforeEach(() => openTexts('reading', 'keys'))
afterEach(() => {
  vi.unstubAllGlobals()
  setReadingSettings(USUAL)
  localStorage.clear()
  history.replaceState(null, '', '/')
})

it('[A11Y-199] the reading settings lead to the card, of the plan that is open where one is', async () => {
  const asked = vi.fn(async () => Response.json({ card: null, seenBy: ['Farah'] }))
  vi.stubGlobal('fetch', asked)
  history.replaceState(null, '', '/plans/p1/history')
  const closed = vi.fn()
  render(<ReadingSheet onClose={closed} />)
  expect(asked).not.toHaveBeenCalled()
  fireEvent.click(screen.getByRole('button', { name: 'How I communicate' }))
  await screen.findByRole('dialog', { name: 'How I communicate' })
  await screen.findByRole('checkbox', { name: /^With this plan/ })
  expect(asked).toHaveBeenCalledWith('/api/plans/p1/card', expect.anything())
  fireEvent.click(screen.getByRole('button', { name: 'Close' }))
  expect(closed).toHaveBeenCalled()
})

it('[A11Y-199] in a workshop the card comes as soon as it is asked for, also while the page is busy', async () => {
  vi.stubGlobal('fetch', async () => Response.json({ card: null, seenBy: [] }))
  busyPage()
  render(<MyCardToday plan="p" shownToday={null} today={async () => {}} />)
  await screen.findByRole('checkbox', { name: 'Breaks' }, { timeout: 5_000 })
})

const changes: readonly (readonly [Needs['ticks'], readonly string[], Partial<typeof USUAL>])[] = [
  [['large-text'], ['large-text'], { size: '150' }],
  [['easy-read', 'quiet'], ['pictures', 'calm'], { pictures: true, calm: true }],
  [['pictures', 'slow'], ['pictures', 'calm'], { pictures: true, calm: true }],
  [['phone', 'breaks', 'advocate', 'braille'], [], {}],
]
it.each(changes)('[A11Y-194] pages fit a card with %s, and only then', (ticks, offered, set) => {
  const before = { ...USUAL, pictures: false, theme: 'cream' as const }
  setReadingSettings(before)
  expect(LOOK.changes(ticks)).toEqual(offered)
  expect(readingSettings()).toEqual(before)
  LOOK.show(ticks)
  expect(readingSettings()).toEqual({ ...before, ...set })
  expect(LOOK.changes(ticks)).toEqual([])
})

it('[A11Y-194] letters somebody has larger already stay as large', () => {
  setReadingSettings({ ...USUAL, size: '250' })
  expect(LOOK.changes(['large-text'])).toEqual([])
})
