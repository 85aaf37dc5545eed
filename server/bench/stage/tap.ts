import type { Page } from 'playwright-core'

/** From the finger's lift to the caret in the editor, and to the first frame after it (ms). */
export type Tap = { readonly focused: number; readonly drawn: number }

/** Taps the button that opens a text box to write in: the first one, or the one whose name has `box` in it. */
export async function tapToWrite(page: Page, box = ''): Promise<Tap> {
  const button = page.getByRole('button', { name: new RegExp(`^(Write here|Change).*${box}`) }).first()
  // To the middle: bars may cover the edges of a phone's screen.
  await button.evaluate((element) => element.scrollIntoView({ block: 'center' }))
  const place = await button.boundingBox()
  if (!place) throw new Error('The button to write has no place on the screen.')
  await page.evaluate('void (bench.tap = bench.nextTap())')
  await page.touchscreen.tap(place.x + place.width / 2, place.y + place.height / 2)
  return page.evaluate<Tap>('bench.tap')
}
