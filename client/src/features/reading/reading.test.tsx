import { fireEvent, render, screen, waitFor, within } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import beforePaint from '../../../public/before-paint.js?raw'
import { laterDialog } from '../../ui/later-dialog.tsx'
import { ReadingButton, ReadingPlace } from './reading-button.tsx'
import { ReadingDialog } from './reading-dialog.tsx'
import { showReading } from './reading-shown.ts'
import { setReadingSettings, USUAL } from './settings.ts'

const html = document.documentElement

const sheet = laterDialog(async () => ReadingDialog, 'reading', 'keys')
beforeEach(sheet.prepare)
afterEach(() => {
  vi.restoreAllMocks()
  showReading(false)
  setReadingSettings(USUAL)
  localStorage.clear()
})

const page = (name: string) => (
  <>
    <ReadingButton key={name} />
    <ReadingPlace sheet={sheet} />
  </>
)

const open = () => {
  const drawn = render(page('loading'))
  const button = screen.getByRole('button', { name: 'Aa: how it looks' })
  button.focus()
  fireEvent.click(button)
  return { ...drawn, button, dialog: screen.getByRole('dialog', { name: 'How it looks' }) }
}

describe('reading settings', () => {
  it('[A11Y-10] stay open when the page arrives that was being loaded', () => {
    const { rerender, dialog } = open()
    rerender(page('arrived'))
    expect(dialog.isConnected).toBe(true)
    fireEvent.click(within(dialog).getByRole('radio', { name: 'High contrast' }))
    expect(html.dataset.theme).toBe('contrast')
  })

  it('[A11Y-10] show at once: size, space, letters, colours, pictures and calm', () => {
    const { dialog } = open()
    const within_ = within(dialog)
    fireEvent.change(within_.getByLabelText('Text size'), { target: { value: '300' } })
    fireEvent.click(within_.getByRole('radio', { name: 'Most space' }))
    fireEvent.click(within_.getByRole('radio', { name: 'Wide (Lexend)' }))
    fireEvent.click(within_.getByRole('radio', { name: 'High contrast' }))
    fireEvent.click(within_.getByRole('checkbox', { name: 'Show pictures' }))
    fireEvent.click(within_.getByRole('checkbox', { name: /^Calm mode/ }))
    expect({ ...html.dataset }).toEqual({
      size: '300',
      spacing: 'most',
      font: 'lexend',
      theme: 'contrast',
      pictures: 'off',
      calm: 'on',
    })
    fireEvent.click(within_.getByRole('button', { name: 'Put everything back as it was' }))
    expect({ ...html.dataset }).toEqual({})
  })

  it('[A11Y-84] has OpenDyslexic letters too, and shows how the ruler lies on a line', () => {
    const { dialog } = open()
    fireEvent.click(within(dialog).getByRole('radio', { name: 'Heavy at the foot (OpenDyslexic)' }))
    expect(html.dataset.font).toBe('opendyslexic')
    fireEvent.click(within(dialog).getByRole('checkbox', { name: /^Line ruler/ }))
    expect(within(dialog).getByText(/^Rosa sings/).className).toContain('reading-ruled')
  })

  it('[A11Y-72] care words are explained until that is turned off, which this device keeps', async () => {
    const { dialog } = open()
    const tick = () => within(dialog).getByRole<HTMLInputElement>('checkbox', { name: /^Explain care words/ })
    expect(tick().checked).toBe(true)
    fireEvent.click(tick())
    expect(tick().checked).toBe(false)
    vi.resetModules()
    expect((await import('./settings.ts')).readingSettings()).toEqual({ ...USUAL, careWords: false })
  })

  it('[A11Y-10] are on the page before anything is drawn, the next time this device comes', () => {
    setReadingSettings({ ...USUAL, theme: 'dark', size: '150' })
    html.removeAttribute('data-theme')
    html.removeAttribute('data-size')
    new Function(beforePaint)()
    expect({ ...html.dataset }).toEqual({ theme: 'dark', size: '150' })
  })

  it('[A11Y-10] are those of the page that opens next, as far as it knows them', async () => {
    const chosen = { ...USUAL, theme: 'dark', size: '150', calm: true, keys: false } as const
    setReadingSettings(chosen)
    vi.resetModules()
    const next = await import('./settings.ts')
    expect(next.readingSettings()).toEqual(chosen)
    localStorage.setItem('withy.reading', JSON.stringify({ theme: 'plaid', calm: true }))
    vi.resetModules()
    expect((await import('./settings.ts')).readingSettings()).toEqual({ ...USUAL, calm: true })
  })

  it('[A11Y-11] hold until the page closes where storage is blocked', () => {
    const blocked = () => {
      throw new DOMException('blocked', 'SecurityError')
    }
    vi.spyOn(Storage.prototype, 'setItem').mockImplementation(blocked)
    vi.spyOn(Storage.prototype, 'getItem').mockImplementation(blocked)
    const { dialog } = open()
    fireEvent.click(within(dialog).getByRole('radio', { name: 'Cream' }))
    expect(html.dataset.theme).toBe('cream')
    expect(() => new Function(beforePaint)()).not.toThrow()
  })

  it('[A11Y-7] @C7 the dialog starts at its heading, closes on Escape and gives the focus back', async () => {
    const { button, dialog } = open()
    const heading = within(dialog).getByRole('heading', { level: 2 })
    await waitFor(() => expect(document.activeElement).toBe(heading))
    fireEvent(dialog, new Event('cancel', { cancelable: true }))
    expect(screen.queryByRole('dialog')).toBeNull()
    await waitFor(() => expect(document.activeElement).toBe(button))
  })
})

it('[A11Y-10] keeps the first words in view where they are when letters grow', () => {
  render(
    <main>
      <p>above</p>
      <p>read now</p>
    </main>,
  )
  // Each paragraph is 100 px high, and 200 px at 200 %; the window has been scrolled by 150 px.
  const size = () => (html.dataset.size === '200' ? 200 : 100)
  let scrolled = 150
  vi.spyOn(window, 'scrollY', 'get').mockImplementation(() => scrolled)
  window.scrollBy = ((_x: number, y: number) => {
    scrolled += y
  }) as typeof window.scrollBy
  for (const [i, words] of ['above', 'read now'].entries())
    screen.getByText(words).getBoundingClientRect = () => new DOMRect(0, i * size() - scrolled, 100, size())
  setReadingSettings({ ...USUAL, size: '200' })
  // Its middle was at the top of the window, and still is.
  expect(screen.getByText('read now').getBoundingClientRect().top).toBe(-100)
  setReadingSettings(USUAL)
  expect(scrolled).toBe(150)
})
