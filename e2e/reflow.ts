import { expect, type Locator, type Page } from '@playwright/test'

/** Nothing of the page lies outside its width: nobody has to scroll two ways to read (WCAG 1.4.10). */
export async function expectReflow(page: Page, where: string): Promise<void> {
  expect.soft(await widerThanWindow(page), `${where}: wider than the window`).toEqual([])
}

/** What makes a page wider than its window, one line each: the page, and what stands out of it. */
export async function widerThanWindow(page: Page): Promise<readonly string[]> {
  // A phone shows a page that is too wide from further off: its own word on how wide it is would always do.
  const device = page.viewportSize()?.width ?? Number.POSITIVE_INFINITY
  return page.evaluate((device) => {
    const view = Math.min(document.documentElement.clientWidth, device)
    const wide = document.documentElement.scrollWidth
    if (wide <= view) return []
    const culprits = [...document.body.querySelectorAll('*')]
      .filter((element) => {
        const { left, right, width } = element.getBoundingClientRect()
        return element.checkVisibility() && width > 1 && (right > view + 1 || left < -1)
      })
      .slice(0, 5)
      .map((element) => element.outerHTML.slice(0, 120))
    return [`${wide} px in a window of ${view}`, ...culprits]
  }, device)
}

/** The same in a window of 320 CSS px. The page keeps its size. */
export async function expectNarrowFits(page: Page, where: string): Promise<void> {
  await atSize(page, { width: 320, height: 640 }, () => expectReflow(page, `${where} at 320 px`))
}

/** Does something in a window of another size. The page keeps its own. */
export async function atSize<T>(page: Page, size: { width: number; height: number }, does: () => Promise<T>) {
  const view = page.viewportSize()
  await page.setViewportSize(size)
  try {
    return await does()
  } finally {
    if (view) await page.setViewportSize(view)
  }
}

/** With everything at 200 % no words are cut off or covered by the box that holds them (WCAG 1.4.4). */
export async function expectBigTextFits(page: Page, where: string): Promise<void> {
  await withBigText(page, async () => {
    expect.soft(await wordsCutOff(page), `${where}: words cut off at 200 %`).toEqual([])
    await expectReflow(page, `${where} at 200 %`)
  })
}

/** Does something while everything is at 200 %. */
export async function withBigText<T>(page: Page, does: () => Promise<T>): Promise<T> {
  await page.evaluate(() => {
    document.documentElement.style.fontSize = '200%'
  })
  try {
    return await does()
  } finally {
    await page.evaluate(() => {
      document.documentElement.style.fontSize = ''
    })
  }
}

/** Boxes that hide part of the words they hold, one line each. */
export function wordsCutOff(page: Page): Promise<readonly string[]> {
  return page.evaluate(() =>
    [...document.body.querySelectorAll('h1, h2, h3, p, li, label, button, a, legend, summary, dt, dd')]
      .filter((element) => {
        if (!element.checkVisibility() || element.clientHeight <= 1) return false
        const { overflowX, overflowY } = getComputedStyle(element)
        const hides = (overflow: string) => overflow === 'hidden' || overflow === 'clip'
        return (
          (hides(overflowX) && element.scrollWidth > element.clientWidth + 1) ||
          (hides(overflowY) && element.scrollHeight > element.clientHeight + 1)
        )
      })
      .map((element) => element.outerHTML.slice(0, 120)),
  )
}

/** How many whole lines of what somebody writes are seen at once. */
export const linesSeen = (written: Locator): Promise<number> =>
  written.evaluate((element) => {
    const line = Number.parseFloat(getComputedStyle(element.querySelector('p') ?? element).lineHeight)
    const { top, bottom } = (element.closest('.rich-editor-words') ?? element).getBoundingClientRect()
    const { paddingTop, paddingBottom } = getComputedStyle(element.closest('.rich-editor-words') ?? element)
    const room = Math.min(bottom, innerHeight) - top - Number.parseFloat(paddingTop) - Number.parseFloat(paddingBottom)
    return Math.floor(room / line)
  })

/** Words that stand on more than one line: they are wider than it. */
export const wordsBroken = (places: Locator): Promise<readonly string[]> =>
  places.evaluateAll((all) =>
    all.flatMap((place) => {
      const words: string[] = []
      const walker = document.createTreeWalker(place, NodeFilter.SHOW_TEXT)
      for (let node = walker.nextNode(); node; node = walker.nextNode())
        for (const { index, 0: word } of (node.textContent ?? '').matchAll(/[\p{L}\p{N}]+/gu)) {
          const range = document.createRange()
          range.setStart(node, index)
          range.setEnd(node, index + word.length)
          if (new Set([...range.getClientRects()].map(({ top }) => Math.round(top))).size > 1) words.push(word)
        }
      return words
    }),
  )
