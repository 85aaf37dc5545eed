import { fireEvent, render, renderHook, screen } from '@testing-library/react'
import { expect, it, onTestFinished, vi } from 'vitest'
import * as Y from 'yjs'
import type { LivePlan } from '../../live/live-plan.ts'
import { useStill } from './use-still.ts'

/** A page whose lines are further down by what others wrote, and that scrolls by whole pixels. */
function open() {
  const doc = new Y.Doc()
  const others = new Y.Doc()
  let frame: FrameRequestCallback = () => {}
  let scrolled = 0
  let above = 0
  vi.stubGlobal('requestAnimationFrame', (draw: FrameRequestCallback) => {
    frame = draw
    return 1
  })
  vi.stubGlobal('cancelAnimationFrame', () => {
    frame = () => {}
  })
  let ends = false
  window.scrollBy = (({ top }: ScrollToOptions) => {
    if (!ends) scrolled += Math.round(top ?? 0)
  }) as typeof window.scrollBy
  vi.spyOn(window, 'scrollY', 'get').mockImplementation(() => scrolled)
  render(
    <main>
      <p>read first</p>
      <textarea />
    </main>,
  )
  renderHook(() => useStill({ doc } as LivePlan))
  const line = screen.getByText('read first')
  const field = screen.getByRole('textbox')
  for (const [element, at] of [
    [line, 10],
    [field, 300],
  ] as const)
    element.getBoundingClientRect = () => new DOMRect(0, at + above - scrolled, 100, 20)
  document.elementFromPoint = () => line
  onTestFinished(() => {
    vi.unstubAllGlobals()
    vi.restoreAllMocks()
  })
  return {
    field,
    top: (element: Element) => element.getBoundingClientRect().top,
    line,
    /** `before`: what happens between the change and the moment it is drawn. */
    writes(who: 'others' | 'me', height: number, before = () => {}) {
      if (who === 'me') doc.getText('a').insert(0, 'a')
      else {
        others.getText('a').insert(0, 'a')
        Y.applyUpdate(doc, Y.encodeStateAsUpdate(others))
      }
      above += height
      before()
      const draw = frame
      frame = () => {}
      draw(0)
    },
    scrolled: () => scrolled,
    /** The page cannot be scrolled any further, or can again. */
    ends: (now: boolean) => {
      ends = now
    },
    /** The person scrolls. */
    scroll(by: number) {
      scrolled += by
      fireEvent.scroll(document)
    },
  }
}

it('[SYNC-160] @D2 the field one writes in, or the first line one reads, stays where it is, also after many small changes', () => {
  const page = open()
  page.field.focus()
  for (let change = 0; change < 50; change += 1) page.writes('others', 10.53)
  expect(Math.abs(page.top(page.field) - 300)).toBeLessThanOrEqual(1)
  page.field.blur()
  for (let change = 0; change < 50; change += 1) page.writes('others', -3.4)
  expect(Math.abs(page.top(page.line) - 10)).toBeLessThanOrEqual(2)
})

it('[SYNC-160] what one writes oneself moves the page as ever', () => {
  const page = open()
  page.field.focus()
  page.writes('me', 40)
  expect(page.scrolled()).toBe(0)
})

it('[SYNC-160] whoever scrolls while others write is not pulled back', () => {
  const page = open()
  page.field.focus()
  page.writes('others', 10, () => page.scroll(120))
  expect(page.scrolled()).toBe(120)
  page.writes('others', 10)
  fireEvent.scroll(document)
  page.writes('others', 10)
  expect(page.scrolled()).toBe(140)
})

it('[SYNC-160] where the page could not be scrolled, the next scroll is the person’s', () => {
  const page = open()
  page.field.focus()
  page.ends(true)
  page.writes('others', 10)
  page.ends(false)
  page.writes('others', 10, () => page.scroll(-40))
  expect(page.scrolled()).toBe(-40)
})
