import { expect, type Locator, type Page } from '@playwright/test'
import { bring, startPlan, test } from '../people.ts'
import { openBox, openPlan, saved, section } from '../plan-page.ts'
import { atSize } from '../reflow.ts'
import { expectGood, picture } from '../workshop.ts'

test('[SYNC-161] [SYNC-162] [SYNC-163] [A11Y-253] [A11Y-254] [A11Y-279] one writes what another says, and who did not say it says so', async ({
  withy,
  anna,
  phone,
}) => {
  const plan = await startPlan(anna, withy)
  await bring(anna, withy, plan, [phone])
  for (const { page } of [anna, phone]) await openPlan(page, plan)

  await anna.page.getByRole('button', { name: /^People/ }).click()
  await anna.page.getByRole('button', { name: `Write what they say: ${phone.name}` }).click()
  const bar = anna.page.getByRole('region', { name: `You write what ${phone.name} says.` })
  await expect(bar).toBeVisible()
  const editor = await openBox(section(anna.page, 'Living map'), 'Want')
  await editor.pressSequentially('I want to move out.')
  await picture({ laptop: anna.page }, 'types-for', false)
  await anna.page.getByRole('button', { name: 'Done', exact: true }).click()
  await expect(saved(anna.page)).toBeVisible()
  await expectHugeLettersFit(anna.page, bar.getByRole('button', { name: 'Stop' }))

  const told = section(phone.page, 'Living map')
  await told.getByText('Said by one person, typed by another: one place').click()
  await expect(told.getByText('Said by you, typed by Anna')).toBeVisible()
  await expectGood(phone.page, 'who said what')
  await told.getByText('Said by you, typed by Anna').scrollIntoViewIfNeeded()
  await picture({ phone: phone.page }, 'said-and-typed', false)
  await told.getByRole('button', { name: 'I did not say this: I want to move out.' }).press('Enter')
  await expect(told.getByRole('button', { name: 'I did say this: I want to move out.' })).toBeFocused()
  await expect(told.getByText('I want to move out.', { exact: true }), 'the words stay').toBeVisible()

  const list = anna.page.getByRole('complementary', { name: 'People and activity' })
  await expect(list.getByText(`${phone.name} did not say some words that you typed, in “Living map”.`)).toBeVisible()
  await anna.page.goto(`/plans/${plan}/history/who-wrote`)
  await expect(anna.page.getByText('I want to move out. (Anna)')).toBeVisible()
})

/** On a small phone, in letters of 300 %, the whole of it is seen without scrolling what it stands in. */
const expectHugeLettersFit = (page: Page, button: Locator) =>
  atSize(page, { width: 320, height: 640 }, async () => {
    await page.evaluate(() => document.documentElement.setAttribute('data-size', '300'))
    await page.evaluate(() => scrollTo(0, 2_000))
    await expect(button).toBeInViewport({ ratio: 1 })
    await page.evaluate(() => document.documentElement.removeAttribute('data-size'))
  })
