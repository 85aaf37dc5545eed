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

/** What was told since, in order. */
export const toldOn = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() => (window as unknown as { told: string[] }).told)
