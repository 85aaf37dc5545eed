import AxeBuilder from '@axe-core/playwright'
import { expect, type Page } from '@playwright/test'

const STANDARDS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

/** axe finds nothing on the page as it is now: WCAG 2.2 A and AA, and best practice. No rule is left out. */
export async function expectNoAxeFindings(page: Page, where: string): Promise<void> {
  const view = page.viewportSize()
  // The whole page at once: what lies under a bar that stays put can be scrolled to, and axe would find it too small.
  const tall = await page.evaluate(() => document.documentElement.scrollHeight)
  if (view && tall > view.height) await page.setViewportSize({ ...view, height: tall })
  await page.evaluate(() => scrollTo(0, 0))
  const { violations, passes } = await new AxeBuilder({ page }).withTags(STANDARDS).analyze()
  if (view) await page.setViewportSize(view)
  const found = violations.map(
    ({ id, nodes }) =>
      `${id}: ${nodes.map(({ target, failureSummary }) => `${target} ${failureSummary}`).join('\n    ')}`,
  )
  expect.soft(found, where).toEqual([])
  // A page that has not been drawn passes everything.
  expect(passes.length, `${where}: rules that had something to look at`).toBeGreaterThan(10)
}
