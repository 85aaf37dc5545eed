import { expect } from '@playwright/test'
import { test } from '../orca/test.ts'
import { startPlan } from '../people.ts'
import { openPlan } from '../plan-page.ts'

const BUTTON = /^Where am I\? push button/m
const HEADING = /^Where am I\? heading level 2/m

test('[A11Y-81] [A11Y-223] [A11Y-265] @E9 somebody who cannot see the screen asks where she is: hears who she is, what this is and what comes next, comes back, and goes on', async ({
  listener: rosa,
  ear,
  withy,
}) => {
  const plan = await startPlan(rosa, withy)
  await openPlan(rosa.page, plan)
  await ear.press('ctrl+Home')
  await ear.pressTo('Tab', BUTTON)
  expect((await ear.sinceKey()).join('\n'), 'where she is, before anything is open').toContain(
    'You are in: Brackenford East. You are at the top of the plan.',
  )
  await ear.press('Return')
  await ear.hears(HEADING)
  await expect(rosa.page.getByText('You are Rosa.')).toBeVisible()
  await ear.pressTo('Down', /^You are in: Brackenford East\. You are at the top of the plan\./)
  await ear.pressTo('Down', /^You are Rosa\. Your role in this plan: Owner\./)
  await ear.pressTo('Down', /^A plan about a place/)
  await ear.press('Escape')
  await expect(rosa.page.getByRole('button', { name: 'Where am I?' })).toBeFocused()
  await ear.press('Return')
  await ear.hears(HEADING)
  await ear.pressTo('Tab', /^Section 1 of \d+: Our place link/)
  await ear.press('Return')
  await ear.hears(/^Our place\b/m)
})
