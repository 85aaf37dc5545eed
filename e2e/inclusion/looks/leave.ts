import { whole } from '../looks.ts'

/** Escape takes away what lies over a page, and the focus is on the page again. The page is not as it was: this is the last look. */
export const leaveDialog = whole('C2', async (page) => {
  const before = await page.getByRole('dialog').count()
  await page.keyboard.press('Escape')
  const after = await page.getByRole('dialog').count()
  // A screen reader hears first that the dialog is gone, and then what has the focus (SPEC A11Y-265).
  const isLost = await page
    .waitForFunction(() => document.activeElement !== document.body, null, { timeout: 1_000 })
    .then(
      () => false,
      () => true,
    )
  return [
    ...(after === before - 1 ? [] : [`Escape leaves ${after} of ${before} open`]),
    ...(isLost ? ['Escape loses the focus'] : []),
  ]
})

/** From the words of an open text box Tab, Shift+Tab and Escape lead out, each to something. */
export const leaveTextBox = whole('C2', async (page) => {
  const editor = page.locator('[contenteditable=true]').first()
  const held: string[] = []
  for (const key of ['Tab', 'Shift+Tab', 'Escape']) {
    await editor.focus()
    await page.keyboard.press(key)
    const isOut = await page.evaluate(
      () => !document.activeElement?.matches('[contenteditable=true]') && document.activeElement !== document.body,
    )
    if (!isOut) held.push(`${key} does not lead out of the words`)
  }
  return held
})
