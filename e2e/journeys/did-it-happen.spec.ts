import { readFile } from 'node:fs/promises'
import { expect } from '@playwright/test'
import { ask, bring, PHONE, someone, test } from '../people.ts'
import { expectGood, picture } from '../workshop.ts'

const SIX_WEEKS_AND_A_DAY = 43 * 24 * 60 * 60 * 1000

test('[WORK-110] [WORK-113] [WORK-117] [WORK-118] [WORK-127] six weeks after a workshop a phone answers whether it happened, also one that was not known', async ({
  withy,
  browser,
  facilitator,
  phone,
}) => {
  const made = { example: 'brackenford-east', name: facilitator.name }
  const { plan } = await ask<{ plan: string }>(facilitator, withy, 'POST', '/api/examples', made)
  await bring(facilitator, withy, plan, [phone])
  const path = `/api/plans/${plan}/workshops`
  const held = { shape: 'empty', title: 'A morning in the hall', lang: 'en' }
  const { workshop } = await ask<{ workshop: string }>(facilitator, withy, 'POST', path, held)
  const { page } = facilitator
  await page.goto(`/plans/${plan}`)
  const actions = page.getByRole('listitem')
  for (const does of ['open', 'close']) await ask(facilitator, withy, 'POST', `${path}/${workshop}/steer`, { do: does })
  await expect(actions.filter({ hasText: 'Map-walk' }).getByText(/^We will ask on .*: did it happen\?$/)).toBeVisible()
  await page.goto(`/plans/${plan}/workshops/${workshop}/record`)
  const download = page.waitForEvent('download')
  await page.getByRole('link', { name: 'Put the day in your calendar' }).click()
  const file = await download
  expect(file.suggestedFilename()).toBe('Brackenford East.ics')
  const day = (await readFile(await file.path(), 'utf8')).replaceAll('\r\n ', '')
  const address = /^URL.*?:(http.*)$/m.exec(day)?.[1] ?? ''
  expect(new URL(address).origin).toBe(withy.url)

  await withy.cutPower()
  await withy.startAgain(SIX_WEEKS_AND_A_DAY)
  await phone.page.goto(address)
  await expect(phone.page.getByRole('heading', { name: 'Map-walk' })).toBeVisible()
  await phone.page.getByRole('radio', { name: 'Partly' }).check()
  await phone.page.getByRole('textbox').fill('Two of the three doors open.')
  await picture({ phone: phone.page }, 'did-it-happen')
  await expectGood(phone.page, 'one question')
  await phone.page.getByRole('button', { name: 'Keep my answer' }).click()
  await expect(phone.page.getByText(/^Question 2 of /)).toBeVisible()

  await page.goto(`/plans/${plan}`)
  const walk = actions.filter({ hasText: 'Map-walk' })
  await expect(walk.getByText('Two of the three doors open.')).toBeVisible()
  await expect(walk.getByRole('group', { name: 'Did it happen? Map-walk' })).toBeVisible()
  await expect(walk).not.toContainText(phone.name)
  await picture({ laptop: page }, 'did-it-happen-in-the-plan')

  const other = await someone(browser, withy, phone.name, PHONE)
  await other.page.goto(address)
  await expect(other.page.getByText(/^Open your private link here/)).toBeVisible()
  await expectGood(other.page, 'a device that is not known')
  const { link } = await ask<{ link: string }>(phone, withy, 'POST', '/api/me/way-back', { renew: false })
  await other.page.goto(link)
  await other.page.getByRole('button', { name: 'Open my plans here' }).click()
  await expect(other.page.getByText(/^Question 1 of /)).toBeVisible()
  await expect(other.page.getByRole('heading', { name: 'Map-walk' })).toBeHidden()
  await other.context.close()
})
