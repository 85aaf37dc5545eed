import { expect, type Page } from '@playwright/test'
import { ask, invite, PHONE, someone, startPlan, test } from '../people.ts'
import { openPlan, saved } from '../plan-page.ts'
import { ENGLISH } from '../words.ts'

const { text } = ENGLISH
const name = (page: Page) => page.getByRole('textbox', { name: text('common.name') })
const DAY = 24 * 3600

test('@A1 @C5 from the link on a phone: a name, Join, and one reads; nothing else is asked', async ({
  withy,
  anna,
  phone,
}) => {
  const plan = await startPlan(anna, withy)
  const { link } = await invite(anna, withy, plan)
  const { page, context } = phone
  const screens = new Set<string>()
  page.on('framenavigated', (frame) => {
    if (frame === page.mainFrame()) screens.add(new URL(frame.url()).pathname)
  })
  let opened = 0
  context.on('page', () => {
    opened += 1
  })

  await page.goto(link)
  await expect(name(page)).toBeVisible()
  // Nothing lies over the door, and nothing but the name has to be filled in.
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await expect(page.locator('input:visible, select:visible, textarea:visible')).toHaveCount(1)
  await expect(page.locator('input[type=email], input[type=password], input[type=tel]')).toHaveCount(0)
  await expect(page.getByRole('main').getByText(/cookie|e-?mail|account|app store|install/i)).toHaveCount(0)

  await name(page).fill('Priya')
  await page.getByRole('button', { name: text('join.go'), exact: true }).tap()
  await expect(saved(page)).toBeVisible()
  await expect(page).toHaveURL(`${withy.url}/plans/${plan}`)
  await expect(page.getByRole('dialog'), 'nothing has to be put away before one reads').toHaveCount(0)
  await expect(page.getByText(ENGLISH.section('our-story')).filter({ visible: true }).first()).toBeVisible()
  // Two things are done above, and the third is to read.
  expect([...screens], 'what one sees').toEqual(['/join', `/plans/${plan}`])
  expect(opened, 'no other window').toBe(0)
})

test('@A2 joining asks for no password and no puzzle; a code is pasted as it was sent, and a link always works', async ({
  withy,
  anna,
  phone,
}) => {
  const plan = await startPlan(anna, withy)
  const { code } = await invite(anna, withy, plan, { kind: 'code' })
  const { link } = await invite(anna, withy, plan)
  const { page } = phone
  const expectNoTest = async () => {
    await expect(page.locator('input[type=password], iframe, canvas, object, audio, video')).toHaveCount(0)
    await expect(page.getByRole('main').getByText(/password|captcha|robot|puzzle|remember/i)).toHaveCount(0)
    await expect(page.getByRole('main').locator('img')).toHaveCount(0)
  }
  await page.goto('/join')
  const field = page.getByRole('textbox', { name: text('join.code') })
  // Out of a message: with what stands around it, in small letters.
  await field.fill(`  ${code?.toLowerCase().replace(/[- ]/, ' - ')} `)
  const sent = await field.inputValue()
  await field.press('Control+a')
  await field.press('Control+x')
  await expect(field).toHaveValue('')
  await field.press('Control+v')
  await expect(field).toHaveValue(sent)
  await expectNoTest()
  await page.getByRole('button', { name: text('join.next') }).tap()
  await expect(name(page)).toBeVisible()
  await expectNoTest()
  for (let again = 0; again < 2; again += 1) {
    await page.goto('about:blank')
    await page.goto(link)
    await expect(name(page)).toBeVisible()
    await expectNoTest()
  }
})

/** What a page asks for, by its label and by what it is for. */
const askedOn = (page: Page) =>
  page.locator('input:visible, select:visible, textarea:visible').evaluateAll((fields) =>
    fields.map((field) => {
      const { labels, autocomplete, type } = field as HTMLInputElement
      return { label: labels?.[0]?.textContent?.trim() ?? field.getAttribute('aria-label') ?? '', autocomplete, type }
    }),
  )

test('@A3 @C5 nothing is asked twice on the way in and into the workshop; after nearly a day name and letters are as they were', async ({
  withy,
  anna,
  browser,
}) => {
  const plan = await startPlan(anna, withy)
  const { code } = await invite(anna, withy, plan, { kind: 'code' })
  const path = `/api/plans/${plan}/workshops`
  const { workshop } = await ask<{ workshop: string }>(anna, withy, 'POST', path, {
    ...{ shape: 'area-2-hours', title: 'A morning in the hall', lang: 'en' },
  })
  await ask(anna, withy, 'POST', `${path}/${workshop}/steer`, { do: 'open' })
  const priya = await someone(browser, withy, 'Priya', PHONE)
  const { page } = priya
  const asked: { label: string; autocomplete: string; type: string }[] = []
  const notes = async () => asked.push(...(await askedOn(page)))

  await page.goto('/join')
  await expect(page.getByRole('textbox', { name: text('join.code') })).toBeVisible()
  await notes()
  await page.getByRole('textbox', { name: text('join.code') }).fill(code ?? '')
  await page.getByRole('button', { name: text('join.next') }).tap()
  await expect(name(page)).toBeVisible()
  await notes()
  await name(page).fill('Priya')
  await page.getByRole('button', { name: text('join.go'), exact: true }).tap()
  await expect(page.getByRole('region', { name: text('workshop.always') })).toBeVisible()
  await notes()
  await openPlan(page, plan)
  await notes()
  const labels = asked.map(({ label }) => label)
  expect(labels, 'what the page asks for is read here').toContain(text('common.name'))
  expect(
    labels.filter((label, at) => labels.indexOf(label) !== at),
    'asked by the same words again',
  ).toEqual([])
  const purposes = asked.map(({ autocomplete }) => autocomplete).filter((purpose) => purpose && purpose !== 'off')
  expect(
    purposes.filter((purpose, at) => purposes.indexOf(purpose) !== at),
    'asked for the same again',
  ).toEqual([])

  await page.getByRole('button', { name: 'Aa: how it looks' }).tap()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('button', { name: text('reading.bigger') }).tap()
  await dialog.getByRole('radio', { name: 'Dark' }).check()
  const look = () => page.locator('html').evaluate((html) => ({ ...(html as HTMLElement).dataset }))
  const chosen = await look()
  expect(Object.keys(chosen)).toEqual(expect.arrayContaining(['size', 'theme']))

  // The phone was off for a day, less an hour: what a browser keeps no longer than it is open, or a day, is gone.
  const kept = await priya.context.storageState()
  await priya.context.close()
  const until = Date.now() / 1000 + DAY - 3600
  const cookies = kept.cookies.filter(({ expires }) => expires > until)
  const back = await browser.newContext({ baseURL: withy.url, ...PHONE, storageState: { ...kept, cookies } })
  const again = await back.newPage()
  await again.goto('/join')
  await again.getByRole('textbox', { name: text('join.code') }).fill(code ?? '')
  await again.getByRole('button', { name: text('join.next') }).tap()
  await expect(again.getByRole('heading', { level: 1, name: text('join.already-title') })).toBeVisible()
  expect(await askedOn(again), 'nothing is asked of who is in').toEqual([])
  expect(await again.locator('html').evaluate((html) => ({ ...(html as HTMLElement).dataset }))).toEqual(chosen)
  await openPlan(again, plan)
  const people = again.getByRole('button', { name: 'People', exact: true })
  await people.tap()
  await expect(again.getByRole('dialog').getByText('Priya').first()).toBeVisible()
  await back.close()
})
