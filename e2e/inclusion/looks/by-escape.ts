import { whole } from '../looks.ts'

/** Escape takes away what lies over a page, and the focus is on the page again. The page is not as it was: this is the last look. */
export const byEscape = whole('C2', async (page) => {
  const before = await page.getByRole('dialog').count()
  await page.keyboard.press('Escape')
  const after = await page.getByRole('dialog').count()
  const isLost = await page.evaluate(() => document.activeElement === document.body)
  return [
    ...(after === before - 1 ? [] : [`Escape leaves ${after} of ${before} open`]),
    ...(isLost ? ['Escape loses the focus'] : []),
  ]
})
