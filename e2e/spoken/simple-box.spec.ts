import { expect } from '@playwright/test'
import { opensStory } from '../orca/opens.ts'
import { test } from '../orca/test.ts'
import { startPlan, wordsOf } from '../people.ts'

const WORDS = 'Sam sings. Loud.'

test('[A11Y-110] [A11Y-111] somebody who cannot see the screen writes in a simple box', async ({
  listener: rosa,
  ear,
  withy,
}) => {
  const plan = await startPlan(rosa, withy)
  await opensStory(rosa, ear, plan)
  await ear.pressTo('Tab', /^Simple box/)
  await ear.press('Return')
  await ear.hears(/^Our shared story, Our story entry/m)
  await ear.type(WORDS)
  await ear.press('Return')
  await ear.type('Bea bakes.')
  expect(await ear.press('Up')).toContain(WORDS)
  await ear.press('Escape')
  await ear.hears(/^Done push button/m)
  await ear.press('Return')
  await ear.hears(/^Change: Our shared story, Our story push button/m)
  await expect.poll(() => wordsOf(rosa, withy, plan)).toContain(WORDS)
})
