import { expect } from '@playwright/test'
import { opensLessOfOthers } from '../orca/opens.ts'
import { test } from '../orca/test.ts'
import { bring, startPlan } from '../people.ts'
import { openBox, openPlan, section } from '../plan-page.ts'

const QUIET = /^Quiet.*check box/

test('[SYNC-154] @D5 somebody who cannot see the screen turns Quiet on, hears nothing of others, and turns it off', async ({
  listener: rosa,
  ear,
  withy,
  anna,
  ben,
}) => {
  const plan = await startPlan(rosa, withy)
  await bring(rosa, withy, plan, [anna, ben])
  await openPlan(rosa.page, plan)
  await opensLessOfOthers(ear)
  await ear.pressTo('Tab', QUIET)
  expect(await ear.press('space')).toContain('checked')
  ear.note('Ben comes in and writes')
  await openPlan(ben.page, plan)
  const story = await openBox(section(ben.page, 'Our shared story'), 'Our story')
  await story.pressSequentially('We bake bread.')
  await expect(section(rosa.page, 'Our shared story')).toContainText('We bake bread.')
  await ear.press('alt+shift+a')
  const change = rosa.page.getByRole('complementary').getByText(/^Ben changed Our shared story/)
  await expect(change, 'what is not told stands in the list').toBeVisible({ timeout: 20_000 })
  await ear.press('alt+shift+p')
  await ear.pressTo('Tab', QUIET)
  expect(await ear.press('space')).toContain('not checked')
  ear.note('Anna comes in')
  await openPlan(anna.page, plan)
  await ear.hears(/^Anna joined\.$/m)
  expect(ear.log.join('\n'), 'all that was said').not.toMatch(/“.*Ben (joined|changed)/)
})
