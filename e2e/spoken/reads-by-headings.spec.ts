import { writes } from '../agreeing.ts'
import { test } from '../orca/test.ts'
import { startPlan } from '../people.ts'
import { openPlan } from '../plan-page.ts'

const WORDS = 'We bake bread on Fridays.'

test('[A11Y-21] [A11Y-4] somebody who cannot see the screen finds a section by its headings and reads it', async ({
  listener: rosa,
  ear,
  withy,
}) => {
  const plan = await startPlan(rosa, withy)
  await writes(rosa, withy, plan, 'our-story.story', WORDS)
  await openPlan(rosa.page, plan)
  await ear.press('Tab')
  await ear.press('Insert+z')
  await ear.hears(/keys on/)
  await ear.press('1')
  await ear.pressTo('h', /Our shared story heading level/)
  await ear.pressTo('Down', new RegExp(WORDS))
  // As it was, for whoever is next.
  await ear.press('Insert+z')
  await ear.hears(/keys off/)
})
