import { type ElementHandle, expect, type Locator, type Page } from '@playwright/test'
import { focusNotSeen } from './focus-mark.ts'

/** More stops than any page of ours has between two things. */
const MOST_STOPS = 250

/**
 * Presses Tab until a control has the focus, as someone without a mouse does; every stop on the way has to show that
 * it has the focus.
 */
export async function tabTo(page: Page, control: Locator, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
  await expect(control).toBeAttached()
  // Looking for it by its name at every stop would take longer than all else.
  let wanted = await theOne(control)
  const hidden = new Set<string>()
  for (let stop = 0; stop < MOST_STOPS; stop++) {
    await page.keyboard.press(key)
    const unseen = await focusNotSeen(page)
    if (unseen) hidden.add(unseen)
    let is = await wanted.evaluate(whereItIs)
    if (is === 'gone') {
      wanted = await theOne(control)
      is = await wanted.evaluate(whereItIs)
    }
    if (is === 'focused') {
      expect.soft([...hidden], 'stops that do not show the focus').toEqual([])
      return
    }
  }
  throw new Error(`Tab did not come to ${control} in ${MOST_STOPS} stops`)
}

async function theOne(control: Locator): Promise<ElementHandle<Node>> {
  const handle = await control.elementHandle()
  if (!handle) throw new Error(`${control} is not on the page`)
  return handle
}

const whereItIs = (element: Node): 'focused' | 'gone' | 'elsewhere' =>
  element === document.activeElement ? 'focused' : element.isConnected ? 'elsewhere' : 'gone'

/** What has the focus now shows that it has. */
export async function expectFocusSeen(page: Page): Promise<void> {
  expect.soft(await focusNotSeen(page), 'has the focus and does not show it').toBeNull()
}
