import { expect, type Page } from '@playwright/test'

/** Nothing of the page lies outside its width: nobody has to scroll two ways to read (WCAG 1.4.10). */
export async function expectReflow(page: Page, where: string): Promise<void> {
  // A phone shows a page that is too wide from further off: its own word on how wide it is would always do.
  const device = page.viewportSize()?.width ?? Number.POSITIVE_INFINITY
  const { wide, view, culprits } = await page.evaluate((device) => {
    const view = Math.min(document.documentElement.clientWidth, device)
    const culprits = [...document.body.querySelectorAll('*')]
      .filter((element) => element.checkVisibility() && element.getBoundingClientRect().right > view + 1)
      .slice(0, 5)
      .map((element) => element.outerHTML.slice(0, 120))
    return { wide: document.documentElement.scrollWidth, view, culprits }
  }, device)
  expect.soft(wide, `${where}: wider than the window\n${culprits.join('\n')}`).toBeLessThanOrEqual(view)
}

/** The same in a window of 320 CSS px. The page keeps its size. */
export async function expectNarrowFits(page: Page, where: string): Promise<void> {
  const view = page.viewportSize()
  await page.setViewportSize({ width: 320, height: 640 })
  await expectReflow(page, `${where} at 320 px`)
  if (view) await page.setViewportSize(view)
}

/** With everything at 200 % no words are cut off or covered by the box that holds them (WCAG 1.4.4). */
export async function expectBigTextFits(page: Page, where: string): Promise<void> {
  const cut = await page.evaluate(() => {
    document.documentElement.style.fontSize = '200%'
    const found = [...document.body.querySelectorAll('h1, h2, h3, p, li, label, button, a, legend, summary, dt, dd')]
      .filter((element) => {
        if (!element.checkVisibility() || element.clientHeight <= 1) return false
        const { overflowX, overflowY } = getComputedStyle(element)
        const hides = (overflow: string) => overflow === 'hidden' || overflow === 'clip'
        return (
          (hides(overflowX) && element.scrollWidth > element.clientWidth + 1) ||
          (hides(overflowY) && element.scrollHeight > element.clientHeight + 1)
        )
      })
      .map((element) => element.outerHTML.slice(0, 120))
    return found
  })
  expect.soft(cut, `${where}: words cut off at 200 %`).toEqual([])
  await expectReflow(page, `${where} at 200 %`)
  await page.evaluate(() => {
    document.documentElement.style.fontSize = ''
  })
}
