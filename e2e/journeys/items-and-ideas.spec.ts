import { expect } from '@playwright/test'
import { bring, copyExample, startPlan, test, wordsOf } from '../people.ts'
import { addItem, openPlan, section } from '../plan-page.ts'

test('[PLAN-89] an idea that works elsewhere becomes an action and an asset here, for everybody', async ({
  withy,
  anna,
  ben,
}) => {
  const plan = await startPlan(anna, withy)
  await bring(anna, withy, plan, [ben])
  await openPlan(anna.page, plan)
  await openPlan(ben.page, plan)
  const [map, bens] = [anna, ben].map(({ page }) => section(page, 'Living map'))
  if (!map || !bens) throw new Error('no section')
  await map.getByText(/ideas that work elsewhere$/i).click()
  await map.getByRole('button', { name: 'Make it an action: Timebanking and Time Credits' }).click()
  const made = map.getByRole('button', { name: 'In the plan: Do: Timebanking and Time Credits' })
  await expect(made, 'the same button says that it is done').toBeFocused()
  await map.getByRole('button', { name: 'We have this: Timebanking and Time Credits' }).click()

  const idea = 'You give an hour of help, and you get an hour back.'
  for (const [list, about] of [
    ['Living map, Do', 'First step'],
    ['Living map, Have', 'Note'],
  ] as const) {
    const item = bens.getByRole('list', { name: list }).getByRole('article', { name: 'Timebanking and Time Credits' })
    await expect(item, about).toContainText(idea)
    await expect(item).toContainText('From the idea Timebanking and Time Credits')
  }
  // Ben cannot make the same one again: it is there.
  await bens.getByText(/ideas that work elsewhere$/i).click()
  await expect(bens.getByRole('button', { name: 'In the plan: Do: Timebanking and Time Credits' })).toBeDisabled()
})

test('[PLAN-90] a good thing of an area plan is picked into a support plan, and everybody sees where it came from', async ({
  withy,
  facilitator,
  anna,
  ben,
}) => {
  const area = await copyExample(facilitator, withy, 'brackenford-east')
  await openPlan(facilitator.page, area)
  const added = await addItem(section(facilitator.page, 'Living map'), 'Add a good thing', 'The Tuesday choir')
  await added.getByRole('button', { name: 'Done' }).click()
  await expect.poll(() => wordsOf(facilitator, withy, area)).toContain('The Tuesday choir')
  const title = await facilitator.page.getByRole('heading', { level: 1 }).textContent()
  await bring(facilitator, withy, area, [anna], 'viewer')

  const plan = await startPlan(anna, withy, { kind: 'support', title: 'Rosa’s plan', voice: 'supporter' })
  await bring(anna, withy, plan, [ben])
  await openPlan(anna.page, plan)
  await openPlan(ben.page, plan)
  const pick = { name: 'Pick from an area plan: Goals and hopes, What could help' }
  await section(anna.page, 'Goals and hopes').getByRole('button', pick).click()
  const sheet = anna.page.getByRole('dialog')
  await expect(sheet.getByRole('heading', { name: title ?? '' })).toBeVisible()
  await sheet.getByRole('button', { name: 'Pick this: The Tuesday choir' }).click()
  await expect(sheet.getByRole('button', { name: 'In your plan: The Tuesday choir' })).toBeFocused()
  await anna.page.keyboard.press('Escape')

  for (const { page } of [anna, ben])
    await expect(
      section(page, 'Goals and hopes').getByRole('article', { name: 'The Tuesday choir' }),
      'where it came from',
    ).toContainText(`From ${title}`)
  // Ben is not in the area plan: nothing of it is offered to him.
  await section(ben.page, 'Goals and hopes').getByRole('button', pick).click()
  await expect(ben.page.getByRole('dialog').getByText('You are in no area plan yet.', { exact: false })).toBeVisible()
})
