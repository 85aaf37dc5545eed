import { expect } from '@playwright/test'
import { bring, startPlan, test, wordsOf } from '../people.ts'
import { addItem, openBox, openPlan, section } from '../plan-page.ts'

test('[PLAN-91] a group adds a section of its own, writes in it, gives it another title, takes it out and puts it back', async ({
  withy,
  anna,
  ben,
}) => {
  const plan = await startPlan(anna, withy)
  await bring(anna, withy, plan, [ben])
  const { page } = anna
  await openPlan(page, plan)
  await openPlan(ben.page, plan)
  for (const title of ['The river', 'The market']) {
    await page.getByRole('button', { name: 'Add a section of your own' }).click()
    await page.getByRole('textbox', { name: 'What is the section about?' }).fill(title)
    await page.keyboard.press('Enter')
    await expect(page.getByRole('heading', { name: title }), 'writing goes on at its title').toBeFocused()
  }
  const river = section(page, 'The river')
  const editor = await openBox(river, 'The river')
  await editor.pressSequentially('It floods the meadow.')
  await addItem(river, 'Add an action', 'Dig a pond')
  const bens = section(ben.page, 'The river')
  await expect(bens).toContainText('It floods the meadow.')
  await expect(bens.getByRole('article', { name: 'Dig a pond' })).toBeVisible()
  await river.getByRole('button', { name: 'Done' }).click()

  // Ben gives it its title and moves it; it is one plan.
  await bens.getByText(/^More/).click()
  await bens.getByRole('button', { name: 'Move down' }).click()
  const order = ['The market', 'The river']
  const ownTitles = page.getByRole('region', { name: 'Sections of our own' }).getByRole('heading', { level: 3 })
  await expect(ownTitles).toHaveText(order)
  await bens.getByRole('button', { name: 'Change the title' }).click()
  await bens.getByRole('textbox', { name: 'New title' }).fill('The river and its meadow')
  await ben.page.keyboard.press('Enter')
  const renamed = section(page, 'The river and its meadow')
  await expect(renamed).toContainText('It floods the meadow.')
  await expect(page.getByRole('navigation', { name: 'Sections of this plan' })).toContainText(
    'The river and its meadow',
  )

  await renamed.getByText(/^More/).click()
  await renamed.getByRole('button', { name: 'Take this section out' }).click()
  await expect(ben.page.getByText('It floods the meadow.')).toHaveCount(0)
  const back = page.getByRole('button', { name: 'Put it back: The river and its meadow' })
  await expect(back, 'the way back is next').toBeFocused()
  await page.keyboard.press('Enter')
  await expect(section(ben.page, 'The river and its meadow')).toContainText('It floods the meadow.')
  await expect(section(ben.page, 'The river and its meadow').getByRole('article', { name: 'Dig a pond' })).toBeVisible()
  await expect.poll(() => wordsOf(ben, withy, plan)).toContain('The river and its meadow')
})

test('[PLAN-15] [PLAN-91] a section of the plan gets another title, and its first one again', async ({
  withy,
  anna,
  ben,
}) => {
  const plan = await startPlan(anna, withy)
  await bring(anna, withy, plan, [ben], 'viewer')
  const { page } = anna
  await openPlan(page, plan)
  await openPlan(ben.page, plan)
  const retitle = async (now: string) => {
    const place = section(page, now)
    if (!(await place.getByRole('button', { name: 'Change the title' }).isVisible()))
      await place.getByText(/^More/).click()
    await place.getByRole('button', { name: 'Change the title' }).click()
    return place
  }
  const place = await retitle('Our shared story')
  await place.getByRole('textbox', { name: 'New title' }).fill('How we got here')
  await place.getByRole('button', { name: 'Save' }).click()
  await expect(section(ben.page, 'How we got here')).toBeVisible()
  await expect(ben.page.getByRole('navigation', { name: 'Sections of this plan' })).toContainText('How we got here')
  const again = await retitle('How we got here')
  await again.getByRole('button', { name: 'Use “Our shared story” again' }).click()
  await expect(section(ben.page, 'Our shared story')).toBeVisible()
})
