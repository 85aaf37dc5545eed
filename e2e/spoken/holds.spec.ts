import { expect } from '@playwright/test'
import { opensLessOfOthers } from '../orca/opens.ts'
import { test } from '../orca/test.ts'
import { bring, startPlan } from '../people.ts'
import { openBox, openPlan, section } from '../plan-page.ts'

test('[SYNC-150] [SYNC-152] @D7 somebody who cannot see the screen holds changes, hears how many wait, and shows them', async ({
  listener: rosa,
  ear,
  withy,
  ben,
}) => {
  const plan = await startPlan(rosa, withy)
  await bring(rosa, withy, plan, [ben])
  await openPlan(rosa.page, plan)
  await openPlan(ben.page, plan)
  await opensLessOfOthers(ear)
  await ear.pressTo('Tab', /Hold changes.*check box/)
  await ear.press('space')
  ear.note('Ben writes')
  const story = await openBox(section(ben.page, 'Our shared story'), 'Our story')
  await story.pressSequentially('We bake bread.')
  await ear.hears(/^One change waiting\.$/m)
  await expect(section(rosa.page, 'Our shared story')).not.toContainText('We bake bread.')
  await ear.press('alt+shift+w')
  await ear.hears(/^One change of others is in the plan now\.$/m)
  await expect(section(rosa.page, 'Our shared story')).toContainText('We bake bread.')
})
