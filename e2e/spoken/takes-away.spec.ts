import { writes } from '../agreeing.ts'
import { test } from '../orca/test.ts'
import { startPlan } from '../people.ts'
import { openPlan } from '../plan-page.ts'

test('[EXPORT-1] somebody who cannot see the screen takes a copy away: chooses a form and hears that she has it', async ({
  listener: rosa,
  ear,
  withy,
}) => {
  const plan = await startPlan(rosa, withy)
  await writes(rosa, withy, plan, 'our-story.story', 'We bake bread on Fridays.')
  await openPlan(rosa.page, plan)
  await ear.press('ctrl+Home')
  await ear.pressTo('Tab', /Take away.*button/)
  await ear.press('Return')
  await ear.pressTo('Tab', /Get it: Plain text.*button/)
  await ear.press('Return')
  await ear.hears(/^Making it…$/m)
  await ear.hears(/^Here it is\. Look where your device keeps downloads\.$/m)
})
