import { expect } from '@playwright/test'
import { startPlan, test } from '../people.ts'
import { about, addItem, openBox, openPlan, section } from '../plan-page.ts'
import { ENGLISH } from '../words.ts'

const { text } = ENGLISH

test('@C7 after opening, closing, going on, taking out and what is missing the focus is on a heading, the button or what is next', async ({
  withy,
  anna,
}) => {
  const { page } = anna
  const plan = await startPlan(anna, withy)
  await openPlan(page, plan)
  const h1 = page.getByRole('heading', { level: 1 })
  const map = section(page, ENGLISH.section('living-map'))

  await page
    .getByRole('navigation', { name: text('plan.sections') })
    .getByRole('link', { name: 'Living map' })
    .click()
  await expect(map.getByRole('heading', { name: 'Living map', exact: true }), 'a section').toBeFocused()
  const editor = await openBox(section(page, 'Our shared story'), 'Our story')
  await editor.pressSequentially('We met.')
  await section(page, 'Our shared story')
    .getByRole('button', { name: text('plan.done') })
    .click()
  await expect(section(page, 'Our shared story').getByRole('button', { name: /^Change/ }), 'a closed box').toBeFocused()
  const item = await addItem(map, 'Add a good thing', 'Orchard')
  await item.getByRole('button', { name: 'Take out' }).click()
  await expect(map.getByRole('button', { name: about('Put it back', 'Orchard') }), 'what was taken out').toBeFocused()

  for (const name of [
    text('plan.take-away'),
    'Aa: how it looks',
    text('common.where-am-i'),
    text('common.ask-a-person'),
  ]) {
    const button = page.getByRole('button', { name, exact: true }).first()
    await button.click()
    const dialog = page.getByRole('dialog')
    await expect(dialog.getByRole('heading').first(), name).toBeFocused()
    await page.keyboard.press('Escape')
    await expect(dialog).toBeHidden()
    await expect(button, `${name}, closed`).toBeFocused()
  }
  const comments = page.getByRole('button', { name: text('talk.title'), exact: true }).first()
  await comments.click()
  const side = page.getByRole('complementary', { name: text('talk.title') })
  await expect(side).toBeVisible()
  await expect(page.locator(':focus'), 'a column that opens').toHaveCount(1)
  await side.getByRole('button', { name: text('common.close') }).click()
  await expect(comments, 'a column that is closed').toBeFocused()

  for (const path of ['share', 'history', 'agree']) {
    await page.getByRole('banner').getByRole('link').first().focus()
    await page.evaluate((to) => {
      history.pushState(null, '', to)
      dispatchEvent(new PopStateEvent('popstate'))
    }, `/plans/${plan}/${path}`)
    await expect(h1, path).toBeFocused()
  }
  await page.goto('/join')
  await page.getByRole('button', { name: text('join.next') }).click()
  await expect(page.getByRole('alert').filter({ hasText: text('join.code-missing') }), 'what is missing').toBeFocused()
})
