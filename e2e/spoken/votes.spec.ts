import { expect } from '@playwright/test'
import { test } from '../orca/test.ts'
import { inWorkshop } from '../orca/workshop.ts'

test('[WORK-1] somebody who cannot see the screen says in a workshop how much she agrees, and hears what all said', async ({
  listener: rosa,
  ear,
  withy,
  facilitator,
}) => {
  const room = await inWorkshop(rosa, facilitator, withy)
  await ear.press('Tab')
  ear.note('the facilitator goes on to the vote')
  const vote = await room.goTo('fist')
  await ear.hears(/How much do you agree/)
  await ear.pressTo('Tab', /radio button/)
  expect(await ear.press('space')).toContain('We have your answer. You can change it until all are shown.')
  ear.note('all answers are shown')
  await room.show(vote)
  await ear.hears(/^What people said is shown now\.$/m)
  await ear.pressTo('Down', /^5, will lead: 1 person/)
})
