import { expect, type Page } from '@playwright/test'
import { heldWorkshop, SAID } from '../closed-workshop.ts'
import { bring, PHONE, someone, startPlan, test } from '../people.ts'
import { expectReflow } from '../reflow.ts'
import { expectGood, picture } from '../workshop.ts'

const card = (page: Page, idea: string) =>
  page.getByRole('listitem').filter({ has: page.getByText(idea, { exact: true }) })

test('[WORK-80] [WORK-86] [WORK-88] [WORK-89] [WORK-90] after a workshop: its record is read, ideas get answers, and somebody sees theirs on another phone', async ({
  withy,
  browser,
  facilitator,
  phone: anna,
  ben,
}) => {
  const plan = await startPlan(facilitator, withy, { voice: 'professional' })
  await bring(facilitator, withy, plan, [anna, ben])
  const workshop = await heldWorkshop(withy, plan, { lead: facilitator, anna, ben })

  const { page } = facilitator
  await page.goto(`/plans/${plan}/workshops`)
  await page.getByRole('link', { name: /^The record/ }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Record: A morning in the hall')
  await expect(page.getByText('I live here: 2 people')).toBeVisible()
  await expect(page.getByText('Family or unpaid carer: 1 person')).toBeVisible()
  const notAgreed = page.getByRole('region', { name: 'What we did not all agree' })
  await expect(notAgreed.getByText(SAID.worry)).toBeVisible()
  await expect(page.getByRole('heading', { name: 'Sitting outside' })).toBeVisible()
  await picture({ laptop: page }, 'record')
  await expectGood(page, 'the record')

  await page.getByRole('link', { name: 'You said, we did' }).click()
  await expect(page.getByText('4 ideas have no answer yet.')).toBeVisible()
  await page.getByRole('button', { name: `Answer: ${SAID.anna}` }).click()
  await page.getByRole('radio', { name: /^In the plan/ }).check()
  await page.getByRole('combobox').selectOption({ value: 'living-map.do' })
  await picture({ laptop: page }, 'answering')
  await expectGood(page, 'an idea being answered')
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(card(page, SAID.anna).getByText('In the plan', { exact: true })).toBeVisible()
  await page.getByRole('button', { name: `Answer: ${SAID.ben}` }).click()
  await page.getByRole('radio', { name: /^Not possible/ }).check()
  await page.getByRole('textbox').fill('The road is the county’s, and its buses need it.')
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByText('2 ideas have no answer yet.')).toBeVisible()

  await anna.page.goto(`/plans/${plan}`)
  await anna.page.getByRole('link', { name: 'You said, we did' }).click()
  const mine = anna.page.getByRole('region', { name: 'Your ideas' })
  await expect(mine.getByText('In the plan', { exact: true })).toBeVisible()
  await expect(mine.getByText(SAID.dai)).toBeVisible()
  const others = anna.page.getByRole('region', { name: 'Other people’s ideas' })
  await expect(others.getByText('Because: The road is the county’s, and its buses need it.')).toBeVisible()
  await expect(anna.page.getByRole('button', { name: /^Answer/ })).toHaveCount(0)
  await picture({ phone: anna.page }, 'you-said')
  await anna.page.setViewportSize({ width: 320, height: 740 })
  await expectReflow(anna.page, 'what became of the ideas')

  const privateLink = anna.page.getByRole('button', { name: 'Show my private link' })
  await expect(privateLink).toBeVisible()
  await anna.page.goto(`/plans/${plan}/workshops/${workshop}`)
  await expect(anna.page.getByRole('link', { name: 'You said, we did' })).toBeVisible()
  await picture({ phone: anna.page }, 'over')
  await privateLink.click()
  const link = await anna.page.getByRole('textbox', { name: 'Your private link' }).inputValue()
  const other = await someone(browser, withy, 'Anna', PHONE)
  await other.page.goto(link)
  await other.page.getByRole('button', { name: 'Open my plans here' }).click()
  await expect(other.page.getByRole('link', { name: 'Brackenford East' })).toBeVisible()
  await other.page.goto(`/plans/${plan}/workshops/${workshop}/you-said`)
  await expect(other.page.getByRole('region', { name: 'Your ideas' }).getByText(SAID.anna)).toBeVisible()
  await other.page.getByRole('button', { name: 'Cymraeg' }).click()
  await expect(other.page.getByRole('heading', { level: 1 })).toHaveText('Dywedoch chi, gwnaethom ni')
  await expectGood(other.page, 'what became of the ideas, on a phone in Welsh')
  await picture({ phone: other.page }, 'you-said-cy')
  await other.context.close()
})
