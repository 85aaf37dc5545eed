import { expect } from '@playwright/test'
import { asksToAgree, writes } from '../agreeing.ts'
import { test } from '../orca/test.ts'
import { bring, startPlan } from '../people.ts'

test('[AGREE-1] somebody who cannot see the screen reads what she is asked, agrees, and hears that her answer is kept', async ({
  listener: rosa,
  ear,
  withy,
  anna,
}) => {
  const plan = await startPlan(anna, withy)
  await bring(anna, withy, plan, [rosa])
  await writes(anna, withy, plan, 'our-story.story', 'We bake bread on Fridays.')
  await asksToAgree(anna, withy, plan)
  await rosa.page.goto(`/plans/${plan}/agree`)
  await expect(rosa.page.getByRole('radio').first()).toBeVisible()
  await ear.press('ctrl+Home')
  await ear.pressTo('Tab', /radio button/)
  await ear.pressTo('Tab', /^Give my answer push button/)
  await ear.press('Return')
  await ear.hears(/^Choose an answer first\.$/m)
  await ear.press('space')
  await ear.pressTo('Tab', /^Give my answer push button/)
  await ear.press('Return')
  await ear.hears(/Your answer is kept/)
})
