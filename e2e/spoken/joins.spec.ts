import { expect } from '@playwright/test'
import { test } from '../orca/test.ts'
import { invite, peopleOf, startPlan } from '../people.ts'

test('[A11Y-16] [A11Y-5] somebody who cannot see the screen joins by a link: she hears what it is, says her name, and is in the plan', async ({
  listener: rosa,
  ear,
  withy,
  anna,
}) => {
  const plan = await startPlan(anna, withy)
  const { link } = await invite(anna, withy, plan)
  ear.note('Rosa opens the link that Anna sent her')
  await rosa.page.goto(link)
  await expect(rosa.page.getByRole('textbox', { name: 'Your name' })).toBeVisible()
  await ear.press('ctrl+Home')
  await ear.pressTo('Down', /You are invited/)
  await ear.pressTo('Tab', /Your name.*entry/)
  await ear.type('Rosa')
  await ear.pressTo('Tab', /Join.*button/)
  await ear.press('Return')
  await ear.hears(/Brackenford East heading level 1/)
  expect((await peopleOf(anna, withy, plan)).map(({ name }) => name)).toEqual(['Anna', 'Rosa'])
})
