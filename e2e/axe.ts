import AxeBuilder from '@axe-core/playwright'
import { expect, type Page } from '@playwright/test'

const STANDARDS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

/** axe finds nothing on the page as it is now: WCAG 2.2 A and AA, and best practice. No rule is left out. */
export async function expectNoAxeFindings(page: Page, where: string): Promise<void> {
  // A page scrolled half-way has controls under its bar, for axe to find too small; nobody taps them there.
  await page.evaluate(() => scrollTo(0, 0))
  const { violations, passes } = await new AxeBuilder({ page }).withTags(STANDARDS).analyze()
  const found = violations.map(
    ({ id, nodes }) =>
      `${id}: ${nodes.map(({ target, failureSummary }) => `${target} ${failureSummary}`).join('\n    ')}`,
  )
  expect.soft(found, where).toEqual([])
  // A page that has not been drawn passes everything.
  expect(passes.length, `${where}: rules that had something to look at`).toBeGreaterThan(10)
}
