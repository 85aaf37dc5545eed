import { expect } from '@playwright/test'
import { test } from '../orca/test.ts'

test('[A11Y-10] [A11Y-265] somebody who cannot see the screen changes how it looks for the person beside her, and goes back to where she was', async ({
  listener: rosa,
  ear,
}) => {
  await rosa.page.goto('/')
  await expect(rosa.page.getByRole('heading', { level: 1 })).toBeVisible()
  await ear.pressTo('Tab', /^Aa: how it looks push button/)
  await ear.press('Return')
  await ear.hears(/^How it looks heading level 2/m)
  await ear.pressTo('Tab', /^Bigger push button/)
  await ear.press('Return')
  await ear.hears(/^112%$/m)
  await ear.pressTo('Tab', /^Calm mode.*check box not checked/)
  expect(await ear.press('space')).toContain('checked')
  await ear.press('Escape')
  await expect(rosa.page.getByRole('button', { name: 'Aa: how it looks' })).toBeFocused()
  await ear.press('shift+Tab')
  await ear.press('Tab')
  await ear.hears(/^Aa: how it looks push button/m)
})
