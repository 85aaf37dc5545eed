import { expect } from '@playwright/test'
import { bring, copyExample, test, wordsOf } from '../people.ts'
import { about, openBox, openPlan, saved, section } from '../plan-page.ts'
import { expectGood, picture } from '../workshop.ts'

test('[STORE-111] [STORE-112] [STORE-114] [STORE-115] [STORE-118] [PLAN-113] [PLAN-117] what was written is told with names, and an older version is brought back', async ({
  withy,
  anna,
  ben,
}) => {
  const plan = await copyExample(anna, withy, 'brackenford-east')
  await bring(anna, withy, plan, [ben])
  const { page } = anna
  await page.goto(`/plans/${plan}/history`)
  await page.getByRole('button', { name: 'Name the plan as it is now' }).click()
  await page.getByRole('textbox', { name: 'Name' }).fill('Before the walk')
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByText('Before the walk', { exact: true })).toBeVisible()
  await expect(page.getByText('Nobody has begun to write since the last one.')).toBeVisible()
  await expect(page.getByRole('link', { name: 'What changed since the last one' })).toHaveCount(0)

  await picture({ laptop: page }, 'history')

  await openPlan(ben.page, plan)
  const editor = await openBox(section(ben.page, 'Our place'), 'The place')
  await editor.press('Control+End')
  await editor.pressSequentially(' We walked along it together.')
  await expect(saved(ben.page)).toBeVisible()

  await page.reload()
  await page.getByRole('link', { name: 'What changed since the last one' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('What changed')
  await expect(page.getByText('Added by Ben.')).toBeVisible()
  await expect(page.locator('ins')).toContainText('We walked along it together.')
  await picture({ laptop: page }, 'what-changed')

  await page.goto(`/plans/${plan}/history/who-wrote`)
  const passage = page.getByText('We walked along it together. (Ben)')
  await expect(passage).toBeVisible()
  await expect(page.getByText('Brackenford East. (Anna)')).toBeVisible()
  await picture({ laptop: page }, 'who-wrote')

  await page.goto(`/plans/${plan}/history`)
  await page.getByRole('link', { name: about('Read it', 'Before the walk') }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/^Before the walk/)
  await expect(page.getByText('We walked along it together.')).toHaveCount(0)
  await picture({ laptop: page }, 'version')

  await page.getByRole('button', { name: 'Bring these words back' }).click()
  const asked = page.getByRole('region', { name: 'Bring these words back?' })
  await expect(asked.getByRole('heading', { name: 'Bring these words back?' })).toBeFocused()
  await expect(asked.locator('del')).toContainText('We walked along it together.')
  await expect(asked).toContainText('It only takes words out. Words by Ben will go out.')
  await picture({ laptop: page }, 'bring-back')
  await expectGood(page, 'what bringing back will change')
  expect(await wordsOf(anna, withy, plan), 'nothing is done yet').toContain('We walked')
  await asked.getByRole('button', { name: 'Take these words out now' }).click()
  const done = page.getByRole('region', { name: 'The plan reads as it did then' })
  await expect(done.getByRole('heading')).toBeFocused()
  await expect(done.getByText('You brought this version back.')).toBeInViewport()
  await expect(done.getByText('Saved', { exact: true })).toBeVisible()
  await expect(section(ben.page, 'Our place')).not.toContainText('We walked')
  await picture({ laptop: page }, 'brought-back')
  await done.getByRole('button', { name: 'Undo' }).click()
  await expect(section(ben.page, 'Our place')).toContainText('We walked along it together.')
})
