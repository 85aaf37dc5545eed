import { expect, type Page } from '@playwright/test'
import { invite, startPlan, test } from '../people.ts'
import { wordsIn } from '../words.ts'
import { leadByKeyboard } from '../workshop.ts'

/** The page of help is there, and each of its pictures has come. */
async function expectHelp(page: Page, title: string) {
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(title)
  for (const picture of await page.getByRole('main').getByRole('img').all()) {
    await picture.scrollIntoViewIfNeeded()
    await expect.poll(() => picture.evaluate((img: HTMLImageElement) => img.naturalWidth)).toBeGreaterThan(300)
  }
}

test('[WORK-104] help for a first workshop is one tap from where it is needed, with pictures, also in Welsh', async ({
  withy,
  facilitator,
  ben,
}) => {
  const { page } = facilitator
  const plan = await startPlan(facilitator, withy)
  const { link } = await invite(facilitator, withy, plan)
  const lead = leadByKeyboard(page)
  await lead.prepare(plan, 'A morning in the hall')
  await lead.open()
  const workshop = page.url()
  for (const path of [workshop, `/plans/${plan}/workshops`, '/help']) {
    await page.goto(path)
    await page.getByRole('link', { name: 'Run your first workshop' }).click()
    await expectHelp(page, 'Run your first workshop')
    await expect(page.getByRole('main').getByRole('img')).toHaveCount(5)
  }
  await page.goto(`/plans/${plan}/screen`)
  await page.getByRole('button', { name: 'Set up' }).click()
  await page.getByRole('dialog').getByRole('link', { name: 'Run your first workshop' }).click()
  await expectHelp(page, 'Run your first workshop')
  await page.getByRole('button', { name: 'Cymraeg' }).click()
  await expectHelp(page, wordsIn('cy').text('workshop-help.run-title'))

  // Who takes part is told what they can do, not how to lead.
  await ben.page.goto(link)
  await ben.page.getByRole('textbox', { name: 'Your name' }).fill('Ben')
  await ben.page.getByRole('button', { name: 'Join' }).click()
  await ben.page.getByRole('link', { name: 'Help: what you can do in a workshop' }).click()
  await expectHelp(ben.page, 'In a workshop: what you can do')
  await ben.page.goBack()
  await expect(ben.page.getByRole('heading', { level: 1 })).toHaveText('A morning in the hall')
})
