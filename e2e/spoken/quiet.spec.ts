import { expect } from '@playwright/test'
import { test } from '../orca/test.ts'
import { bring, startPlan } from '../people.ts'
import { openBox, openPlan, section } from '../plan-page.ts'

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
  await ear.press('alt+shift+p')
  await ear.pressTo('Tab', /See and hear less of others/)
  await ear.press('Return')
  await ear.pressTo('Tab', /Quiet.*check box/)
  expect(await ear.press('space')).toContain('checked')
  ear.note('Ben comes in and writes')
  await openPlan(ben.page, plan)
  const story = await openBox(section(ben.page, 'Our shared story'), 'Our story')
  await story.pressSequentially('We bake bread.')
  await expect(section(rosa.page, 'Our shared story')).toContainText('We bake bread.')
  expect(await ear.sinceKey(), 'in quiet').toEqual(['checked'])
  await ear.press('space')
  ear.note('Anna comes in')
  await openPlan(anna.page, plan)
  await ear.hears(/^Anna joined\.$/m)
  expect(ear.log.filter((line) => line.includes('“')).join('\n'), 'all that was said').not.toMatch(
    /(?<!Write what they say: )Ben/,
  )
})
