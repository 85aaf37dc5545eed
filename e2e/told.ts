import type { Page } from '@playwright/test'

/** Keeps everything the live regions of the page that is open are given to say, from now on. */
export const keepWhatIsTold = (page: Page): Promise<void> =>
  page.evaluate(() => {
    const told: string[] = []
    Object.assign(window, { told })
    for (const region of document.querySelectorAll('[aria-live="polite"], [aria-live="assertive"]'))
      new MutationObserver((changes) => {
        for (const { addedNodes } of changes) for (const node of addedNodes) told.push(node.textContent ?? '')
      }).observe(region, { childList: true, subtree: true })
  })

/**
 * What a screen reader would say where the focus is, and what the page told before: the log of somebody who hears it. Begins with
 * `keepWhatIsTold`.
 */
export function hears(page: Page) {
  const log: string[] = []
  let told = 0
  return {
    log,
    /** Notes what was told since, and what has the focus now, by role and name. */
    async note() {
      const since = (await toldOn(page)).slice(told)
      told += since.length
      const [focus = ''] = (await page.locator(':focus').ariaSnapshot()).split('\n')
      log.push(...since.map((words) => `told: ${words}`), focus.replace(/^- /, ''))
    },
  }
}

/** What was told since, in order. */
export const toldOn = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() => (window as unknown as { told: string[] }).told)
