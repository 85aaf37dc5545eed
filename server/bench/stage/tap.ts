import type { Locator, Page } from 'playwright-core'

/** From the finger's lift to the caret in the editor, and to the first frame after it (ms). */
export type Tap = { readonly focused: number; readonly drawn: number }

/** How the name of a button that opens a text box begins; the box's name follows. */
export const TO_WRITE = '^(Write here|Change)\\s*:'

/** The button that opens a text box to write in: the first one, or the one of the box whose name ends so. */
export const toWrite = (page: Page, box = ''): Locator =>
  page.getByRole('button', { name: new RegExp(`${TO_WRITE}.*${box}$`) }).first()

/** Opens the first box that is not open, as a finger does. */
export async function tapToWrite(page: Page): Promise<Tap> {
  await page.evaluate('void (bench.lift = bench.lifted(), bench.focus = bench.focused())')
  await tap(page, toWrite(page))
  const lift = await page.evaluate<number>('bench.lift')
  const focus = await page.evaluate<{ at: number; drawn: number }>('bench.focus')
  return { focused: focus.at - lift, drawn: focus.drawn - lift }
}

/** Leaves the box that is written in, and resolves when the plan can be tapped again. */
export async function tapDone(page: Page): Promise<void> {
  const done = page.getByRole('button', { name: 'Done', exact: true })
  await done.tap()
  await done.waitFor({ state: 'hidden' })
}

async function tap(page: Page, button: Locator): Promise<void> {
  // To the middle: bars may cover the edges of a phone's screen.
  await button.evaluate((element) => element.scrollIntoView({ block: 'center' }))
  const place = await button.boundingBox()
  if (!place) throw new Error('The button has no place on the screen.')
  await page.touchscreen.tap(place.x + place.width / 2, place.y + place.height / 2)
}
