import { expect } from '@playwright/test'
import { expectNoAxeFindings } from '../axe.ts'
import { tabTo } from '../keyboard.ts'
import { bring, startPlan, test } from '../people.ts'
import { expectReflow } from '../reflow.ts'

test('[WORK-30] [WORK-31] [WORK-36] a workshop is prepared without a mouse, by two at once, and opened', async ({
  withy,
  anna,
  ben,
}) => {
  const plan = await startPlan(anna, withy)
  await bring(anna, withy, plan, [ben], 'facilitator')
  const { page } = anna
  const { keyboard } = page
  const button = (name: string) => page.getByRole('button', { name })
  await page.goto(`/plans/${plan}/workshops`)
  await tabTo(page, page.getByRole('radio', { name: /^A two-hour workshop/ }))
  await keyboard.press('ArrowUp')
  await expect(page.getByRole('radio', { name: /^An empty list/ })).toBeChecked()
  await tabTo(page, page.getByRole('textbox', { name: 'What is it called?' }))
  await keyboard.type('May in the hall')
  await tabTo(page, button('Prepare it'))
  await keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1, name: 'Prepare: May in the hall' })).toBeFocused()

  await ben.page.goto(page.url())
  const bensDecide = ben.page.getByRole('textbox', { name: 'What we can decide' })
  await bensDecide.fill('The paint')

  await tabTo(page, button('Add this step'))
  await keyboard.press('Enter')
  const first = page.getByRole('article', { name: '1. Write your ideas' })
  await expect(first.getByRole('combobox', { name: 'What happens in it?' })).toBeFocused()
  await tabTo(page, first.getByRole('textbox', { name: 'What do you call it?' }))
  await keyboard.type('Our strengths')
  await tabTo(page, button('Add this step'))
  await keyboard.press('Enter')
  const second = page.getByRole('article', { name: '2. Write your ideas' })
  await expect(second.getByRole('combobox', { name: 'What happens in it?' })).toBeFocused()
  await expect(page.getByRole('article', { name: '1. Our strengths' })).toBeVisible()
  const up = page.getByRole('article', { name: /Write your ideas$/ }).getByRole('button', { name: 'Move up' })
  await tabTo(page, up)
  await keyboard.press('Enter')
  await expect(page.getByRole('article', { name: '2. Our strengths' })).toBeVisible()
  await expect(up, 'stays on the button').toBeFocused()

  await expect(ben.page.getByRole('article', { name: '2. Our strengths' })).toBeVisible()
  // Things done close together are told as one.
  await expect(ben.page.getByText(/^Anna (added|moved a step): Write your ideas$/)).toBeVisible()
  const decide = page.getByRole('textbox', { name: 'What we can decide' })
  await expect(decide).toHaveValue('The paint')

  await tabTo(page, button('Begin with a ready-made list'))
  await keyboard.press('Enter')
  await expect(page.getByRole('textbox', { name: 'How we work together' })).toHaveValue(/^One person speaks/)
  await tabTo(page, page.getByRole('checkbox', { name: /^People were told in good time/ }))
  await keyboard.press('Space')
  await expect(ben.page.getByRole('checkbox', { name: /^People were told in good time/ })).toBeChecked()
  await expectNoAxeFindings(page, 'preparing')
  await tabTo(page, button('Open the room'))
  await keyboard.press('Enter')
  await expect(page).toHaveURL(/\/workshops\/[^/]+$/)
  await expect(ben.page.getByRole('link', { name: 'Go into the room' })).toBeVisible()
})

test('[WORK-34] [WORK-37] [A11Y-192] [A11Y-193] [A11Y-196] on a phone people read what will happen and say how they communicate, who prepares reads it, and sheets are printed without tools', async ({
  withy,
  anna,
  phone,
}) => {
  const plan = await startPlan(anna, withy)
  await bring(anna, withy, plan, [phone])
  const answer = await anna.context.request.post(`${withy.url}/api/plans/${plan}/workshops`, {
    data: { shape: 'area-2-hours', title: 'May', lang: 'en' },
    headers: { origin: withy.url },
  })
  const { workshop } = await answer.json()
  const { page } = phone
  await page.goto(`/plans/${plan}/workshops`)
  await page.getByRole('link', { name: 'May' }).click()
  await expect(page.getByRole('heading', { name: 'What will happen' })).toBeVisible()
  await expect(page.getByText('All of it takes about 2 hours.')).toBeVisible()
  await expect(page.getByRole('main').getByRole('button')).toHaveCount(0)
  await expectNoAxeFindings(page, 'what will happen, on a phone')

  await anna.page.goto(`/plans/${plan}/workshops/${workshop}/prepare`)
  const cards = anna.page.getByRole('region', { name: 'How people communicate' })
  await expect(cards.getByText('Nobody has shown a card yet.')).toBeVisible()
  await page.getByRole('button', { name: 'Aa: how it looks' }).click()
  await page.getByRole('button', { name: 'How I communicate' }).click()
  const card = page.getByRole('dialog', { name: 'How I communicate' })
  await card.getByRole('checkbox', { name: 'Slow down for me' }).check()
  await card.getByRole('textbox', { name: 'Anything else that helps me' }).fill('A seat near the door')
  const withPlan = card.getByRole('checkbox', { name: /^With this plan Anna can read it/ })
  await withPlan.check()
  await card.getByRole('button', { name: 'Keep my card' }).click()
  await expect(card.getByText('Your card is kept with this plan.')).toBeVisible()
  await expectNoAxeFindings(page, 'the card on a phone')
  await expectReflow(page, 'the card on a phone')
  await expect(cards.getByRole('listitem')).toHaveText(/^Priya.*Slow down for me.*A seat near the door$/)
  await card.getByRole('button', { name: 'Take my card back' }).click()
  await expect(withPlan).not.toBeChecked()
  await expect(cards.getByText('Nobody has shown a card yet.')).toBeVisible()

  await page.goto(`/plans/${plan}/workshops/${workshop}/sheets`)
  await expect(
    page.getByRole('article', { name: 'Write your ideas' }).getByText(/^About: Living map \(B1\)$/),
  ).toBeVisible()
  await page.getByRole('checkbox', { name: 'Large print (18 point)' }).check()
  await expectReflow(page, 'sheets on a phone')
  await page.emulateMedia({ media: 'print' })
  const size = await page
    .getByText('Room for your words')
    .first()
    .evaluate((words) => Number.parseFloat(getComputedStyle(words).fontSize))
  expect(size, '18 point, in pixels').toBeCloseTo(24, 1)
  for (const tool of ['button', 'link', 'checkbox'] as const) await expect(page.getByRole(tool)).toHaveCount(0)
})
