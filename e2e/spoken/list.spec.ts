import { expect } from '@playwright/test'
import { opensAt } from '../orca/opens.ts'
import { test } from '../orca/test.ts'
import { startPlan, wordsOf } from '../people.ts'

test('[A11Y-24] somebody who cannot see the screen adds an item to a list, moves it, takes it out and puts it back', async ({
  listener: rosa,
  ear,
  withy,
}) => {
  const plan = await startPlan(rosa, withy)
  await opensAt(rosa, ear, plan, 'living-map')
  for (const item of ['The orchard', 'The library']) {
    await ear.pressTo('Tab', /Add a good thing.*button/)
    await ear.press('Return')
    await ear.hears(/What it is entry/)
    await ear.type(item)
    await ear.press('Escape')
    await ear.press('Return')
  }
  await ear.press('Return')
  await ear.pressTo('Tab', /^Move up push button/)
  await ear.press('Return')
  await ear.hears(/^The library moved up\.$/m)
  await ear.pressTo('Tab', /^Take out push button/)
  await ear.press('Return')
  await ear.hears(/^Put it back: The library push button/m)
  await ear.press('Return')
  await ear.hears(/^It is back\.$/m)
  await ear.press('Tab')
  await expect.poll(() => wordsOf(rosa, withy, plan)).toMatch(/The library.*The orchard/)
})
