import { expect } from '@playwright/test'
import { test } from '../orca/test.ts'
import { opensWorkshop } from '../orca/workshop.ts'
import { bring, startPlan } from '../people.ts'
import { expectStep } from '../workshop.ts'

test('[WORK-1] somebody who cannot see the screen says stop in a workshop, and takes it back', async ({
  listener: rosa,
  ear,
  withy,
  facilitator,
}) => {
  const plan = await startPlan(facilitator, withy)
  await bring(facilitator, withy, plan, [rosa])
  const room = await opensWorkshop(facilitator, withy, plan)
  await room.goTo('welcome')
  await rosa.page.goto(room.path)
  await expectStep(rosa.page, 'welcome')
  await ear.pressTo('Tab', /^Stop, I have a question toggle button not pressed/)
  expect(await ear.press('space')).toContain('pressed')
  await expect.poll(async () => (await room.now()).lights.stop).toBe(1)
  expect(await ear.press('space')).toContain('not pressed')
})
