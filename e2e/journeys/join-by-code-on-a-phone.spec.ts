import { expect } from '@playwright/test'
import { expectNoAxeFindings } from '../axe.ts'
import { invite, startPlan, test } from '../people.ts'
import { saved } from '../plan-page.ts'
import { readQr } from '../qr.ts'
import { expectReflow } from '../reflow.ts'
import { expectTargets } from '../targets.ts'

test('[A11Y-16] [ACCESS-32] someone joins with a code said aloud: the code, a name, Join', async ({
  withy,
  anna,
  phone,
}) => {
  const plan = await startPlan(anna, withy)
  await anna.page.goto(`/plans/${plan}/share`)
  await anna.page.getByRole('button', { name: 'Make a code to say out loud' }).click()
  const code =
    (await anna.page
      .getByText(/^[A-Z0-9]{4}[ -][A-Z0-9]{4}$/)
      .first()
      .textContent()) ?? ''
  expect(code, 'no look-alike letters').not.toMatch(/[01OI]/)

  await phone.page.goto('/')
  await phone.page.getByRole('link', { name: 'Join with a code' }).click()
  // As people type on phones: small letters, spaces anywhere.
  await phone.page.getByRole('textbox', { name: 'Type the code' }).fill(code.toLowerCase().split('').join(' '))
  await phone.page.getByRole('button', { name: 'Next' }).click()
  await expect(phone.page.getByRole('heading', { level: 1 })).toContainText('Brackenford East')
  await expectNoAxeFindings(phone.page, 'the door, on a phone')
  await expectTargets(phone.page, 'the door, on a phone')
  await expectReflow(phone.page, 'the door, on a phone')

  await expect(phone.page.locator('input:visible'), 'nothing is asked but a name').toHaveCount(1)
  await phone.page.getByRole('textbox', { name: 'Your name' }).fill('Priya')
  await phone.page.getByRole('button', { name: 'Join' }).click()
  await expect(saved(phone.page)).toBeVisible()
  await expect(phone.page).toHaveURL(`${withy.url}/plans/${plan}`)

  await anna.page.reload()
  await expect(anna.page.getByText('Priya', { exact: true })).toBeVisible()
  await expect(anna.page.getByText(/Came with a code/)).toBeVisible()
})

test('[A11Y-17] a wrong code gets a kind sentence, and the next try works', async ({ withy, anna, phone }) => {
  const plan = await startPlan(anna, withy)
  const { code } = await invite(anna, withy, plan, { kind: 'code' })
  await phone.page.goto('/join')
  const field = phone.page.getByRole('textbox', { name: 'Type the code' })
  await field.fill('zzzz zzzz')
  await phone.page.getByRole('button', { name: 'Next' }).click()
  await expect(phone.page.getByText('That code does not open a plan.', { exact: false }).first()).toBeVisible()
  await expectNoAxeFindings(phone.page, 'a wrong code')
  await field.fill(code ?? '')
  await phone.page.getByRole('button', { name: 'Next' }).click()
  await expect(phone.page.getByRole('textbox', { name: 'Your name' })).toBeVisible()
})

test('[A11Y-15] [ACCESS-30] someone joins by a link, and its secret never leaves the browser in an address', async ({
  withy,
  anna,
  ben,
}) => {
  const plan = await startPlan(anna, withy)
  await anna.page.goto(`/plans/${plan}/share`)
  await anna.page.getByRole('button', { name: 'Make a link' }).click()
  const link = await anna.page.getByRole('textbox', { name: 'Link' }).first().inputValue()
  const secret = new URL(link).hash.slice(1)
  expect(secret.length).toBeGreaterThan(20)

  const asked: string[] = []
  ben.page.on('request', (request) => asked.push(request.url()))
  await ben.page.goto(link)
  await ben.page.getByRole('textbox', { name: 'Your name' }).fill('Ben')
  await ben.page.getByRole('button', { name: 'Join' }).click()
  await expect(saved(ben.page)).toBeVisible()
  expect(asked.filter((url) => url.split('#')[0]?.includes(secret))).toEqual([])
  expect(withy.printed()).not.toContain(secret)
  expect(ben.page.url(), 'the secret is gone from the address').not.toContain(secret)
})

test('[ACCESS-40] someone joins by the QR code on the wall', async ({ withy, anna, phone }) => {
  const plan = await startPlan(anna, withy)
  await invite(anna, withy, plan)
  await anna.page.goto(`/plans/${plan}/share`)
  await anna.page.getByRole('button', { name: 'Show it on the wall' }).click()
  const wall = anna.page.getByRole('dialog', { name: 'Join this plan' })
  await expectNoAxeFindings(anna.page, 'the wall')
  await phone.page.goto(await readQr(wall.getByRole('img', { name: 'QR code: scan it to join' })))
  await phone.page.getByRole('textbox', { name: 'Your name' }).fill('Priya')
  await phone.page.getByRole('button', { name: 'Join' }).click()
  await expect(saved(phone.page)).toBeVisible()
})
