import { expect, type Page } from '@playwright/test'
import { expectCaretAfter, othersCaret } from '../carets.ts'
import { bring, someone, startPlan, test } from '../people.ts'
import { openBox, openPlan, section } from '../plan-page.ts'
import { keepWhatIsTold, toldOn } from '../told.ts'
import { wordsIn } from '../words.ts'

/** What a page's words look like, as the browser draws them. */
const looksOf = (page: Page) =>
  page.locator('body').evaluate((body) => {
    const { fontFamily, fontSize, letterSpacing, lineHeight, backgroundColor, color } = getComputedStyle(body)
    return { fontFamily, fontSize, letterSpacing, lineHeight, backgroundColor, color }
  })

test('[A11Y-10] letters, space and colours change at once, are the same after a reload and on other pages, and go back', async ({
  withy,
  anna: { page, ...anna },
}) => {
  const plan = await startPlan({ page, ...anna }, withy)
  await openPlan(page, plan)
  const usual = await looksOf(page)
  const dialog = page.getByRole('dialog')
  await page.getByRole('button', { name: 'Aa: how it looks' }).click()
  await dialog.getByRole('button', { name: 'Bigger' }).click()
  await dialog.getByRole('button', { name: 'Bigger' }).click()
  await dialog.getByRole('radio', { name: 'Dark' }).check()
  await dialog.getByRole('radio', { name: 'Most space' }).check()
  await dialog.getByRole('radio', { name: 'Wide (Lexend)' }).check()
  const chosen = await looksOf(page)
  expect(Number.parseFloat(chosen.fontSize) / Number.parseFloat(usual.fontSize)).toBeCloseTo(1.25)
  expect(chosen.fontFamily).toMatch(/Lexend/)
  expect(usual.fontFamily).not.toMatch(/Lexend/)
  for (const part of ['letterSpacing', 'lineHeight', 'backgroundColor', 'color'] as const)
    expect(chosen[part], part).not.toBe(usual[part])
  await dialog.getByRole('button', { name: 'Done' }).click()

  await page.reload({ waitUntil: 'commit' })
  await page.locator('body').waitFor({ state: 'attached' })
  expect(await looksOf(page), 'before the plan is drawn').toEqual(chosen)
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  expect(await looksOf(page)).toEqual(chosen)
  expect(await page.evaluate(() => document.fonts.check('1em "Lexend Variable"')), 'the letters are here').toBe(true)
  await page.goto('/help')
  await expect(page.getByRole('heading', { level: 1, name: 'Help' })).toBeVisible()
  expect(await looksOf(page)).toEqual(chosen)

  await page.getByRole('button', { name: 'Aa: how it looks' }).click()
  await expect(dialog.getByRole('radio', { name: 'Dark' })).toBeChecked()
  await dialog.getByRole('radio', { name: 'Cream' }).check()
  await expect.poll(async () => (await looksOf(page)).fontSize, 'the rest stays as it was chosen').toBe(chosen.fontSize)
  await dialog.getByRole('button', { name: 'Put everything back as it was' }).click()
  await page.reload()
  expect(await looksOf(page)).toEqual(usual)
})

test('[A11Y-10] [A11Y-44] [A11Y-45] [SYNC-60] in calm mode nobody’s caret is seen and nothing is told, but it stands in the list', async ({
  withy,
  anna,
  ben,
  facilitator,
}) => {
  const plan = await startPlan(anna, withy)
  await bring(anna, withy, plan, [ben, facilitator])
  const [calm, usual] = [anna.page, facilitator.page]
  for (const { page } of [anna, facilitator, ben]) await openPlan(page, plan)
  await calm.getByRole('button', { name: 'Aa: how it looks' }).click()
  await calm.getByRole('dialog').getByRole('checkbox', { name: 'Calm mode' }).check()
  // Calm stays with the device.
  await openPlan(calm, plan)
  for (const page of [calm, usual]) await keepWhatIsTold(page)

  const words = 'The mill is open again.'
  const bens = await openBox(section(ben.page, 'Our shared story'), 'Our story')
  await bens.pressSequentially(words)
  // Whoever writes in calm mode is shown nothing that comes after.
  await expect(section(calm, 'Our shared story')).toContainText(words)
  const [calmly, usually] = [
    await openBox(section(calm, 'Our shared story'), 'Our story'),
    await openBox(section(usual, 'Our shared story'), 'Our story'),
  ]
  for (const editor of [calmly, usually]) await expect(editor).toContainText(words)
  const news = 'Ben changed Our shared story.'
  await expect.poll(() => toldOn(usual), 'where it is not calm it is told').toContain(news)
  await calm.getByRole('button', { name: 'What is new' }).click()
  const list = calm.getByRole('complementary', { name: 'People and activity' })
  await expect(list.getByText(news)).toBeVisible()
  expect((await toldOn(calm)).join(' ')).not.toContain('Ben')

  await section(calm, 'Our shared story').getByRole('button', { name: 'Done' }).click()
  await expectCaretAfter(usual, usually, words.length)
  await expect(othersCaret(calm).filter({ visible: true })).toHaveCount(0)
})

test('[A11Y-62] the bar above a plan is as high as what stays in sight reckons with; in Welsh the bar below is one line on a narrow phone', async ({
  withy,
  browser,
}) => {
  const rosa = await someone(browser, withy, 'Rosa', { locale: 'cy-GB', viewport: { width: 1280, height: 740 } })
  const { page } = rosa
  await openPlan(page, await startPlan(rosa, withy), wordsIn('cy'))
  const bar = page.locator('.frame-header')
  await expect(bar).toHaveCSS('position', 'sticky')
  const reckoned = await page.evaluate(() => {
    const probe = document.createElement('div')
    probe.style.blockSize = 'var(--bar)'
    document.body.append(probe)
    const { height } = probe.getBoundingClientRect()
    probe.remove()
    return height
  })
  await expect.poll(async () => (await bar.boundingBox())?.height).toBeCloseTo(reckoned, 0)
  await page.setViewportSize({ width: 320, height: 740 })
  const below = page.locator('.bottom-bar > .button')
  await expect(below.filter({ hasText: wordsIn('cy').text('talk.title') })).toBeVisible()
  const tops = await below.evaluateAll((all) => all.map((one) => Math.round(one.getBoundingClientRect().top)))
  expect(new Set(tops).size, 'one line').toBe(1)
  await rosa.context.close()
})
