import { expect, type Locator } from '@playwright/test'
import { expectCaretAfter, othersCaret } from '../carets.ts'
import { bring, type Someone, startPlan, test } from '../people.ts'
import { openBox, openPlan, section } from '../plan-page.ts'
import type { Withy } from '../withy.ts'

const STORY = { section: 'Our shared story', box: 'Our story' } as const
const WORDS = 'We met at the orchard.'

/** Two people write in one box, and one sees where the other is. @returns their editors */
async function seesCaretOf(
  watcher: Someone,
  writer: Someone,
  withy: Withy,
): Promise<{ words: Locator; theirs: Locator }> {
  const plan = await startPlan(watcher, withy)
  await bring(watcher, withy, plan, [writer])
  for (const { page } of [watcher, writer]) await openPlan(page, plan)
  const theirs = await openBox(section(writer.page, STORY.section), STORY.box)
  await theirs.pressSequentially(WORDS)
  await expect(othersCaret(watcher.page), 'where nobody writes the chip says enough').toHaveCount(0)

  const words = await openBox(section(watcher.page, STORY.section), STORY.box)
  await expect(words).toContainText(WORDS)
  await expectCaretAfter(watcher.page, words, WORDS.length)
  await theirs.press('Home')
  await expect(othersCaret(watcher.page).getByText(writer.name, { exact: true })).toBeVisible()
  await expectCaretAfter(watcher.page, words, 0)
  // One's own words push the other's caret along.
  for (let letter = 0; letter < 'We met'.length; letter++) await theirs.press('ArrowRight')
  await words.press('Home')
  await words.pressSequentially('Then: ')
  await expectCaretAfter(watcher.page, words, 'Then: We met'.length)
  await expect(words, 'a caret is drawn over the words and never in them').toHaveText(`Then: ${WORDS}`)
  return { words, theirs }
}

test('[SYNC-60] two people in one box see each other’s caret beside the words', async ({ withy, anna, ben }) => {
  await seesCaretOf(anna, ben, withy)
  await section(ben.page, STORY.section).getByRole('button', { name: 'Done' }).click()
  await expect(othersCaret(anna.page), 'it goes with whoever is done').toHaveCount(0)
})

test('[SYNC-60] on a phone the other’s caret is seen too, in the box that covers the page', async ({
  withy,
  phone,
  ben,
}) => {
  const { words, theirs } = await seesCaretOf(phone, ben, withy)
  await theirs.press('End')
  for (let line = 0; line < 40; line++) await theirs.press('Enter')
  await theirs.pressSequentially('The end.')
  await expect(words).toContainText('The end.')
  await expect(othersCaret(phone.page), 'not over what stands around the words').toHaveCount(0)
  await words.getByText('The end.').scrollIntoViewIfNeeded()
  await expectCaretAfter(phone.page, words, `Then: ${WORDS}The end.`.length)
})

test('[SYNC-62] [SYNC-63] [SYNC-65] [A11Y-45] @D6 one sees who is where, goes there, and reads what others did', async ({
  withy,
  anna,
  ben,
  phone,
}) => {
  const plan = await startPlan(anna, withy)
  await bring(anna, withy, plan, [ben, phone])
  await Promise.all([anna, phone, ben].map(({ page }) => openPlan(page, plan)))
  const editor = await openBox(section(ben.page, 'Living map'), 'Want')
  await editor.pressSequentially('A bench in the shade.')

  const { page } = anna
  await expect(section(page, 'Living map').getByText('Ben is writing here', { exact: true })).toBeVisible()
  await page.getByRole('button', { name: /^People/ }).click()
  const side = page.getByRole('complementary', { name: 'People and activity' })
  const bens = side.getByRole('listitem').filter({ has: page.getByRole('button', { name: 'Go to Ben' }) })
  await expect(bens).toContainText('In Living map')
  await bens.getByRole('button', { name: 'Go to Ben' }).click()
  const heading = section(page, 'Living map').getByRole('heading', { name: 'Living map' })
  await expect(heading).toBeFocused()
  await expect(heading).toBeInViewport()
  await expect(side.getByRole('listitem').filter({ hasText: 'Ben changed Living map.' })).toBeVisible()

  await phone.page.getByRole('button', { name: 'People', exact: true }).click()
  await phone.page.getByRole('dialog').getByRole('button', { name: 'Go to Ben' }).click()
  await expect(phone.page.getByRole('dialog')).toHaveCount(0)
  const onPhone = section(phone.page, 'Living map').getByRole('heading', { name: 'Living map' })
  await expect(onPhone).toBeFocused()
  await expect(onPhone).toBeInViewport()
  await phone.page.getByRole('button', { name: 'What is new' }).click()
  await expect(phone.page.getByRole('dialog').getByText('Ben changed Living map.')).toBeVisible()
})
