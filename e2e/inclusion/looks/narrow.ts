import type { Page } from '@playwright/test'
import { atSize, widerThanWindow } from '../../reflow.ts'
import { whole } from '../looks.ts'
import { inPage } from './in-page.ts'

/** A window of 1280 x 1024 at 400 % (WCAG 1.4.10). */
const NARROW = { width: 320, height: 256 }

/** A phone, a phone on its side, a tablet, a laptop, a large screen. */
const DEVICES = [
  { width: 360, height: 740 },
  { width: 740, height: 360 },
  { width: 820, height: 1180 },
  { width: 1280, height: 800 },
  { width: 1920, height: 1080 },
]

/** At 320 x 256 nothing is wider than the window, and no words stand past its edge. */
export const narrow = whole('B5', (page) => tooWideAt(page, NARROW))

/** Nor on any device. */
export const onEachDevice = whole('B5', async (page) => {
  const found: string[] = []
  for (const size of DEVICES) found.push(...(await tooWideAt(page, size)))
  return found
})

const tooWideAt = (page: Page, size: typeof NARROW): Promise<readonly string[]> =>
  atSize(page, size, async () => {
    // What asks a script for the width of the window is drawn anew a frame after it.
    await page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))))
    const found = [...(await widerThanWindow(page)), ...(await inPage(page, pastTheEdge))]
    return found.map((line) => `at ${size.width} x ${size.height}: ${line}`)
  })

function pastTheEdge(): string[] {
  const { seen, tell } = window.withyLook
  const view = document.documentElement.clientWidth
  const scrolls = (element: Element) => {
    for (let at: Element | null = element; at; at = at.parentElement) if (at.hasAttribute('data-scroll-ok')) return true
    return false
  }
  return [...document.body.querySelectorAll('*')]
    .filter((element) => {
      const { left, right } = element.getBoundingClientRect()
      return (right > view + 1 || left < -1) && seen(element) && !scrolls(element)
    })
    .slice(0, 5)
    .map((element) => `past the edge: ${tell(element)}`)
}
