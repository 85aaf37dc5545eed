import { expect } from '@playwright/test'
import { test } from '../orca/test.ts'
import { inWorkshop } from '../orca/workshop.ts'

test('[WORK-1] somebody who cannot see the screen says stop in a workshop, and takes it back', async ({
  listener: rosa,
  ear,
  withy,
  facilitator,
}) => {
  const room = await inWorkshop(rosa, facilitator, withy)
  await ear.pressTo('Tab', /^Stop, I have a question toggle button not pressed/)
  expect(await ear.press('space')).toContain('pressed')
  await expect.poll(async () => (await room.now()).lights.stop).toBe(1)
  expect(await ear.press('space')).toContain('not pressed')
})
