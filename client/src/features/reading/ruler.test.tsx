import { act, fireEvent, render, screen, within } from '@testing-library/react'
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { openTexts } from '../../text/language.ts'
import { lineBeside, lineNear, linesOf } from './lines.ts'
import { Ruler } from './ruler.tsx'
import { RulerPlace } from './ruler-place.tsx'
import { readingSettings, setReadingSettings, USUAL } from './settings.ts'

describe('lines of words', () => {
  it('[A11Y-85] are what boxes lie on: a bold word and its neighbours are one, two rows are two', () => {
    const boxes = [
      { top: 10, bottom: 30 },
      { top: 12, bottom: 31 },
      { top: 36, bottom: 56 },
      { top: 8, bottom: 29 },
    ]
    expect(linesOf(boxes)).toEqual([
      { top: 8, bottom: 31 },
      { top: 36, bottom: 56 },
    ])
  })

  it('[A11Y-85] going down and up again comes back to the same line, whatever the lines are', () => {
    const box = fc.record({ top: fc.integer({ min: 0, max: 900 }), tall: fc.integer({ min: 5, max: 40 }) })
    fc.assert(
      fc.property(fc.array(box, { minLength: 2, maxLength: 40 }), (boxes) => {
        const lines = linesOf(boxes.map(({ top, tall }) => ({ top, bottom: top + tall })))
        for (const line of lines) {
          const below = lineBeside(lines, line, 1)
          const back = below && lineBeside(lines, below, -1)
          if (back) expect(back.top + back.bottom).toBeGreaterThanOrEqual(line.top + line.bottom)
          if (below) expect(below.top + below.bottom).toBeGreaterThan(line.top + line.bottom)
          expect(lineNear(lines, (line.top + line.bottom) / 2)).toBeTruthy()
        }
      }),
      { seed: 85, numRuns: 200 },
    )
  })
})

/** Three lines of 20 px, 30 px apart; jsdom lays nothing out. */
const TOPS: Readonly<Record<string, number>> = { first: 100, beside: 92, second: 130, third: 160 }
const band = () => document.querySelector<HTMLElement>('.ruler-band')
const bandTop = () => Number.parseFloat(band()?.style.insetBlockStart ?? '')

describe('the line ruler', () => {
  beforeEach(async () => {
    await openTexts('reading')
    const box = (words: string | null | undefined) => new DOMRect(0, TOPS[words ?? ''] ?? -500, 200, 20)
    vi.spyOn(Element.prototype, 'getBoundingClientRect').mockImplementation(function (this: Element) {
      return this.matches('main, body') ? new DOMRect(0, 0, 800, 700) : box(this.textContent)
    })
    Range.prototype.getClientRects = function () {
      return [box(this.toString() || this.startContainer.textContent)] as unknown as DOMRectList
    }
    window.scrollBy = (() => undefined) as typeof window.scrollBy
    render(
      <>
        <main>
          <nav>beside</nav>
          <p>first</p>
          <p tabIndex={-1}>second</p>
          <button type="button">third</button>
        </main>
        <Ruler />
      </>,
    )
    await vi.waitFor(() => expect(band()).toBeTruthy())
  })
  afterEach(() => {
    vi.restoreAllMocks()
    setReadingSettings(USUAL)
    localStorage.clear()
  })

  it('[A11Y-85] goes from line to line by its buttons, which are big enough for a thumb, and by keys', () => {
    const at = bandTop()
    expect(at).toBe(TOPS.second ? TOPS.second - 5 : 0)
    fireEvent.click(screen.getByRole('button', { name: 'Down one line' }))
    expect(bandTop()).toBe(155)
    fireEvent.click(screen.getByRole('button', { name: 'Up one line' }))
    fireEvent.click(screen.getByRole('button', { name: 'Up one line' }))
    expect(bandTop()).toBe(95)
    fireEvent.keyDown(document, { code: 'ArrowDown', altKey: true, shiftKey: true })
    expect(bandTop()).toBe(125)
    fireEvent.keyDown(document, { code: 'ArrowDown' })
    expect(bandTop()).toBe(125)
    act(() => setReadingSettings({ ...USUAL, keys: false }))
    fireEvent.keyDown(document, { code: 'ArrowDown', altKey: true, shiftKey: true })
    expect(bandTop()).toBe(125)
  })

  it('[A11Y-85] goes where the focus and the mouse go, and not to its own buttons', () => {
    act(() => screen.getByRole('button', { name: 'third' }).focus())
    expect(bandTop()).toBe(155)
    act(() => screen.getByRole('button', { name: 'Up one line' }).focus())
    expect(bandTop()).toBe(155)
    const mouse = Object.assign(new MouseEvent('pointermove', { bubbles: true, clientY: 105 }), {
      pointerType: 'mouse',
    })
    act(() => void screen.getByText('first').dispatchEvent(mouse))
    expect(bandTop()).toBe(95)
  })

  it('[A11Y-85] is hidden from screen readers and takes no press, and can be put away where it is', () => {
    expect(band()?.getAttribute('aria-hidden')).toBe('true')
    act(() => setReadingSettings({ ...USUAL, ruler: true }))
    const buttons = within(screen.getByRole('region', { name: 'Line ruler' }))
    fireEvent.click(buttons.getByRole('button', { name: 'Off: line ruler' }))
    expect(readingSettings().ruler).toBe(false)
  })
})

it('[A11Y-85] is there only for whoever turns it on, and the device keeps that', async () => {
  render(<RulerPlace />)
  expect(screen.queryByRole('region')).toBeNull()
  act(() => setReadingSettings({ ...USUAL, ruler: true }))
  await screen.findByRole('region', { name: 'Line ruler' })
  vi.resetModules()
  expect((await import('./settings.ts')).readingSettings().ruler).toBe(true)
  act(() => setReadingSettings(USUAL))
  expect(screen.queryByRole('region')).toBeNull()
  localStorage.clear()
})
