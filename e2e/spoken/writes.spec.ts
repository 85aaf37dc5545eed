import { expect } from '@playwright/test'
import { opensStory } from '../orca/opens.ts'
import { test } from '../orca/test.ts'
import { startPlan, wordsOf } from '../people.ts'

const WORDS = 'We bake bread on Fridays.'
const NEXT = 'Everybody comes.'

test('[A11Y-20] [A11Y-22] somebody who cannot see the screen opens a box, writes in it, hears what she wrote and leaves it', async ({
  listener: rosa,
  ear,
  withy,
}) => {
  const plan = await startPlan(rosa, withy)
  await opensStory(rosa, ear, plan)
  await ear.hears(/Press Escape to go to Done/)
  await ear.type(WORDS)
  await ear.press('Return')
  await ear.type(NEXT)
  expect(await ear.press('Up')).toContain(WORDS)
  await ear.press('Escape')
  await ear.hears(/^Done push button/m)
  await ear.press('Return')
  await ear.hears(/^Change: Our shared story, Our story push button/m)
  expect(await ear.press('Up')).toContain(NEXT)
  await ear.press('ctrl+Home')
  await ear.pressTo('Tab', /^Saved/)
  await expect.poll(() => wordsOf(rosa, withy, plan)).toContain(WORDS)
})
