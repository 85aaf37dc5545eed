import { expect, type Page } from '@playwright/test'
import type { WorkshopSeen } from '@withy/shared/api'
import { ask, bring, startPlan, test } from '../people.ts'
import { stepTitle } from '../workshop.ts'

const lead = (page: Page) => page.getByRole('region', { name: 'Leading the room' })
/** A part of what facilitators have, folded until it is wanted. */
const part = (page: Page, name: string) =>
  lead(page)
    .locator('details')
    .filter({ has: page.getByRole('heading', { name, exact: true }) })
const unfold = (page: Page, name: string) => part(page, name).locator('summary').click()

test('[WORK-43] [WORK-55] [WORK-61] [WORK-64] two lead: notes of their own, the chair handed over and taken when a laptop dies, a call that is an offer', async ({
  withy,
  facilitator: farah,
  ben: olu,
  phone: priya,
}) => {
  const plan = await startPlan(farah, withy, { voice: 'professional' })
  await bring(farah, withy, plan, [olu], 'facilitator')
  await bring(farah, withy, plan, [priya])
  const at = `/api/plans/${plan}/workshops`
  const made = { shape: 'area-2-hours', title: 'A morning in the hall', lang: 'en' }
  const { workshop } = await ask<{ workshop: string }>(farah, withy, 'POST', at, made)
  await ask<WorkshopSeen>(farah, withy, 'POST', `${at}/${workshop}/steer`, { do: 'open' })
  for (const { page } of [farah, olu, priya]) await page.goto(`/plans/${plan}/workshops/${workshop}`)

  await unfold(farah.page, 'My notes')
  await expect(stepTitle(priya.page)).toBeVisible()
  await farah.page.getByRole('textbox', { name: 'Only you see these' }).fill('Ask Rosa first')
  await expect(part(farah.page, 'My notes').getByText(/^Kept/)).toBeVisible()
  await unfold(olu.page, 'My notes')
  await expect(olu.page.getByRole('textbox', { name: 'Only you see these' })).toHaveValue('')

  await unfold(farah.page, 'Who leads')
  await lead(farah.page).getByRole('button', { name: 'Hand over' }).click()
  await unfold(olu.page, 'Who leads')
  await expect(lead(olu.page).getByText('You lead now.')).toBeVisible()
  await expect(lead(farah.page).getByText('Ben leads now.')).toBeVisible()
  // It locks nothing: whoever has handed it over can still move the room.
  await lead(farah.page)
    .getByRole('button', { name: /^Next step/ })
    .click()
  await expect(stepTitle(priya.page)).toHaveText('Welcome')

  // The laptop of who leads dies: another takes over, and the room goes on.
  await olu.context.close()
  await lead(farah.page).getByRole('button', { name: 'I will lead now' }).click()
  await expect(lead(farah.page).getByText('You lead now.')).toBeVisible()
  await lead(farah.page)
    .getByRole('button', { name: /^Next step/ })
    .click()
  await expect(stepTitle(priya.page)).not.toHaveText('Welcome')

  const before = await stepTitle(priya.page).textContent()
  await unfold(farah.page, 'Ask everyone to look at something')
  await lead(farah.page).getByRole('button', { name: 'Ask everyone', exact: true }).click()
  await expect(priya.page.getByText(/^A facilitator asks everyone to look at/)).toBeVisible()
  await expect(stepTitle(priya.page)).toHaveText(before ?? '')
  await priya.page.getByRole('button', { name: 'Not now' }).click()
  await expect(priya.page.getByText(/^A facilitator asks everyone to look at/)).toHaveCount(0)

  await priya.page.getByText('All the steps', { exact: true }).click()
  await priya.page.getByRole('button', { name: 'Stay at this step' }).click()
  await lead(farah.page)
    .getByRole('button', { name: /^Next step/ })
    .click()
  await expect(priya.page.getByText(/The room is at:/)).toBeVisible()
  await expect(stepTitle(priya.page)).toHaveText(before ?? '')
  await priya.page.getByRole('button', { name: 'Go to where the room is' }).click()
  await expect(stepTitle(priya.page)).not.toHaveText(before ?? '')
})
