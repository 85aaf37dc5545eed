import { withBigText, wordsCutOff } from '../../reflow.ts'
import { whole } from '../looks.ts'
import { inPage } from './in-page.ts'

/** WCAG 1.4.12: people set this much space themselves. */
const SPACED = `
  * { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; }
  p { margin-block-end: 2em !important; }`

/** At 200 %, and with wide spacing, no words are cut off by the box that holds them or lie over other words. */
export const bigText = whole('B6', async (page) => {
  const big = await withBigText(page, async () => [
    ...(await wordsCutOff(page)),
    ...(await inPage(page, wordsOverWords)),
  ])
  await page.evaluate((css) => {
    // A sheet made by script: the page's own policy allows no other.
    const sheet = new CSSStyleSheet()
    sheet.replaceSync(css)
    document.adoptedStyleSheets.push(sheet)
  }, SPACED)
  const spaced = [...(await wordsCutOff(page)), ...(await inPage(page, wordsOverWords))]
  await page.evaluate(() => document.adoptedStyleSheets.pop())
  return [...big.map((one) => `at 200 %: ${one}`), ...spaced.map((one) => `spaced: ${one}`)]
})

function wordsOverWords(): string[] {
  const { seen, tell } = window.withyLook
  const top = [...document.querySelectorAll('dialog:modal')].at(-1) ?? document.body
  const staysPut = (element: Element) => {
    for (let at: Element | null = element; at; at = at.parentElement)
      if (/fixed|sticky/.test(getComputedStyle(at).position)) return true
    return false
  }
  const lines: { element: Element; box: DOMRect }[] = []
  const walker = document.createTreeWalker(top, NodeFilter.SHOW_TEXT)
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const element = node.parentElement
    if (!element || !node.textContent?.trim() || !seen(element) || staysPut(element)) continue
    const range = document.createRange()
    range.selectNodeContents(node)
    for (const box of range.getClientRects()) if (box.width > 2 && box.height > 2) lines.push({ element, box })
  }
  lines.sort((a, b) => a.box.top - b.box.top)
  const found: string[] = []
  for (const [at, one] of lines.entries()) {
    for (let next = at + 1; next < lines.length; next += 1) {
      const other = lines[next]
      if (!other || other.box.top >= one.box.bottom) break
      if (one.element.contains(other.element) || other.element.contains(one.element)) continue
      const wide = Math.min(one.box.right, other.box.right) - Math.max(one.box.left, other.box.left)
      const high = one.box.bottom - other.box.top
      // Boxes of letters are higher than letters: lines that follow each other touch.
      if (wide > 2 && high > Math.min(one.box.height, other.box.height) * 0.4)
        found.push(`${tell(one.element)} and ${tell(other.element)}`)
    }
  }
  return found.slice(0, 5)
}
