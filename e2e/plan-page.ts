import { expect, type Locator, type Page } from '@playwright/test'
import { ENGLISH, literally, type Words } from './words.ts'

/** Opens a plan and waits until its words have arrived. */
export async function openPlan(page: Page, plan: string, words: Words = ENGLISH): Promise<void> {
  await page.goto(`/plans/${plan}`)
  await expect(saved(page, words)).toBeVisible()
}

/** The light that says that what was written is on the server's disk. */
export const saved = (page: Page, { text }: Words = ENGLISH): Locator =>
  page.getByText(text('live.saved'), { exact: true }).first()

/** The light that says that something is on this page only. */
export const unsaved = (page: Page): Locator => page.getByText(/^Not saved/).first()

/** The light that says that there is no connection, with words at risk or without. */
export const cutOff = (page: Page): Locator => page.getByText(/^Not (saved . not )?connected/).first()

/** One section, by its heading. */
export const section = (page: Page, title: string): Locator => page.getByRole('region', { name: title, exact: true })

/** A button's name with what it is about, which is said and not shown: "Change: Orchard". */
export const about = (words: string, thing = ''): RegExp => new RegExp(`^(?:${words}) ?: ${thing}`)

/** Opens a text box to write in. @returns the editor, with the caret in it */
export async function openBox(within: Locator, box: string, { text }: Words = ENGLISH): Promise<Locator> {
  const open = [text('plan.write-here'), text('plan.change')].map(literally).join('|')
  await within.getByRole('button', { name: about(open, `.*${literally(box)}$`) }).click()
  const editor = within.getByRole('textbox', { name: new RegExp(literally(box)) })
  await expect(editor).toBeFocused()
  return editor
}

/** Adds an item to a list box and names it. @returns the item, open */
export async function addItem(
  within: Locator,
  add: string,
  words: string,
  { text }: Words = ENGLISH,
): Promise<Locator> {
  await within
    .getByRole('button', { name: new RegExp(`^${literally(add)}`) })
    .first()
    .click()
  const done = within.page().getByRole('button', { name: text('plan.done') })
  const item = within.getByRole('article').filter({ has: done })
  await item.getByRole('textbox').first().fill(words)
  return within.getByRole('article', { name: words })
}

/** Opens an item to write in. @returns the item */
export async function openItem(within: Locator, name: string): Promise<Locator> {
  await within.getByRole('button', { name: about('Change', `${name}$`) }).click()
  return within.getByRole('article').filter({ has: within.page().getByRole('button', { name: 'Done' }) })
}
