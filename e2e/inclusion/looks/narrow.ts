import { atSize, widerThanWindow } from '../../reflow.ts'
import { whole } from '../looks.ts'
import { inPage } from './in-page.ts'

/** A window of 1280 x 1024 at 400 % (WCAG 1.4.10). */
const NARROW = { width: 320, height: 256 }

/** At 320 x 256 nothing is wider than the window, and no words stand past its edge. */
export const narrow = whole('B5', (page) =>
  atSize(page, NARROW, async () => [...(await widerThanWindow(page)), ...(await inPage(page, pastTheEdge))]),
)

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
