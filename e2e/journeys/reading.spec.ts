import { expect, type Page } from '@playwright/test'
import type { PlanFacts } from '@withy/shared/api'
import { agreeAll } from '../agreeing.ts'
import { expectNoAxeFindings } from '../axe.ts'
import { ask, copyExample, test } from '../people.ts'
import { openBox, openPlan, section } from '../plan-page.ts'
import { atSize, expectReflow, linesSeen, wordsBroken } from '../reflow.ts'
import { expectTargets } from '../targets.ts'
import { ENGLISH } from '../words.ts'

const { text } = ENGLISH

test('[A11Y-84] [A11Y-85] [A11Y-86] @G4 letters are fetched when chosen, the ruler goes by its buttons, and a browser without voices says so', async ({
  withy,
  anna,
}) => {
  const { page } = anna
  const fetched = () =>
    page.evaluate(() =>
      [...document.fonts].some(({ family, status }) => /OpenDyslexic/.test(family) && status === 'loaded'),
    )
  await openPlan(page, await copyExample(anna, withy, 'brackenford-east'))
  await page.getByRole('button', { name: 'Aa: how it looks' }).click()
  const settings = page.getByRole('dialog')
  await settings.getByRole('checkbox', { name: 'Line ruler' }).check()
  expect(await fetched(), 'fetched by nobody who has not chosen them').toBe(false)
  await settings.getByRole('radio', { name: 'Heavy at the foot (OpenDyslexic)' }).check()
  await expect.poll(fetched).toBe(true)
  await settings.getByRole('button', { name: 'Done' }).click()

  const band = page.locator('.ruler-band')
  const top = async () => (await band.boundingBox())?.y ?? 0
  await expect(band).toBeVisible()
  const ruler = page.getByRole('region', { name: 'Line ruler' })
  // From the bar, where closing the settings left the focus, to the name of the plan, and on.
  const down = ruler.getByRole('button', { name: 'Down one line' })
  await down.click()
  const first = await top()
  await down.click()
  await expect.poll(top).toBeGreaterThan(first)
  const before = await top()
  await ruler.getByRole('button', { name: 'Up one line' }).click()
  await expect.poll(top).toBeLessThan(before)
  await expectTargets(page, 'with the ruler')
  await expectNoAxeFindings(page, 'with the ruler', '.ruler')
  await ruler.getByRole('button', { name: 'Off: line ruler' }).click()
  await expect(band).toHaveCount(0)

  // This browser has no voices.
  await section(page, 'Our shared story').getByRole('button', { name: 'Read aloud' }).click()
  const reader = page.getByRole('region', { name: 'Reading aloud' })
  await expect(reader.getByText('This device has no voice of its own that can read aloud here.')).toBeVisible()
  await expect(reader.getByRole('button', { name: 'Close' })).toBeFocused()
  await expectNoAxeFindings(page, 'with the reader', '.reader')
  await page.keyboard.press('Enter')
  await expect(reader).toHaveCount(0)
  await expect(section(page, 'Our shared story').getByRole('button', { name: 'Read aloud' })).toBeFocused()
})

/** The bar above a plan, and the letters of the bar below it, at 150 % (px); then it is 300 % again. */
const halfAsLargeAgain = (page: Page): Promise<{ head: number; letters: number }> =>
  page.evaluate(() => {
    const html = document.documentElement
    html.dataset.size = '150'
    const head = document.querySelector('header')?.getBoundingClientRect().height ?? 0
    html.lang = 'cy'
    const pressed = document.querySelector('.bottom-bar .button')
    const letters = pressed ? Number.parseFloat(getComputedStyle(pressed).fontSize) : 0
    html.lang = 'en'
    html.dataset.size = '300'
    return { head, letters }
  })

test('[A11Y-261] [A11Y-263] [A11Y-272] [A11Y-276] [A11Y-279] [A11Y-286] with letters at 300 % a laptop shows one column, and a plan fits a window of 320 px', async ({
  withy,
  anna,
}) => {
  const { page } = anna
  const plan = await copyExample(anna, withy, 'brackenford-east')
  await openPlan(page, plan)
  const sections = page.getByRole('navigation', { name: 'Sections of this plan' })
  await expect(sections).toBeVisible()
  await page.getByRole('button', { name: 'Aa: how it looks' }).click()
  const settings = page.getByRole('dialog')
  await settings.getByRole('combobox', { name: 'Text size' }).selectOption('300%')
  await expect(sections).toHaveCount(0)
  await expect(settings.getByRole('combobox', { name: 'Text size' })).toHaveValue('300')
  await atSize(page, { width: 320, height: 740 }, async () => {
    await expectReflow(page, 'how it looks, at 300 %')
    const chips = await settings.getByRole('group', { name: 'Colours' }).locator('label').all()
    for (const chip of chips) {
      const [box, sheet] = await Promise.all([chip.boundingBox(), settings.boundingBox()])
      expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThanOrEqual((sheet?.x ?? 0) + (sheet?.width ?? 0))
    }
    await settings.getByRole('button', { name: 'Done' }).click()
    const story = section(page, 'Our shared story')
    await story.getByRole('button', { name: /^In easy words/ }).click()
    await expect(story.getByRole('article').first()).toBeVisible()
    await expectReflow(page, 'easy words at 300 %')
    await page.getByRole('button', { name: /^Comments/ }).click()
    const comments = page.getByRole('dialog', { name: 'Comments' })
    await expect(comments.getByRole('button', { name: 'Close' })).toBeVisible()
    expect(await wordsBroken(comments.getByRole('heading', { name: 'Comments' }))).toEqual([])
    await comments.getByRole('button', { name: 'Close' }).click()
    await expect(comments).toBeHidden()
    const where = await page.getByRole('region', { name: 'Where am I?' }).getByRole('paragraph').boundingBox()
    expect(where?.width ?? 0, 'where one is has its words').toBeGreaterThan(200)
  })
  await atSize(page, { width: 360, height: 740 }, async () => {
    const bar = await page.getByRole('banner').boundingBox()
    expect(bar?.height ?? 740, 'the bar above').toBeLessThanOrEqual(370)
  })
  await atSize(page, { width: 320, height: 640 }, async () => {
    const { head, letters } = await halfAsLargeAgain(page)
    expect(head, 'the plan begins in the first window').toBeLessThanOrEqual(192)
    expect(letters, 'of what is pressed below, in Welsh').toBeGreaterThanOrEqual(20)
  })
  await atSize(page, { width: 360, height: 420 }, async () => {
    const editor = await openBox(section(page, 'Our place'), 'The place')
    await expect.poll(() => linesSeen(editor), 'with all tools').toBeGreaterThanOrEqual(1)
    await page.getByRole('button', { name: 'Simple box' }).click()
    const simple = page.locator('textarea')
    await expect(simple).toBeFocused()
    await expect.poll(() => linesSeen(simple), 'in a simple box').toBeGreaterThanOrEqual(1)
  })
  const { number } = await agreeAll([anna], withy, plan)
  await page.setViewportSize({ width: 320, height: 640 })
  await page.goto(`/plans/${plan}/agreed/${number}`)
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await expectReflow(page, 'an agreed plan at 300 %')
  await page.goto(`/plans/${plan}/agree`)
  await expect(page.getByText(text('agreement.number', { number: '1' })).first()).toBeVisible()
  await expectReflow(page, 'where a plan is agreed, at 300 %')
  // A care word that is all there is in its line is as large as a control.
  const rosas = await copyExample(anna, withy, 'rosa-tillingham')
  const person = (await ask<PlanFacts>(anna, withy, 'GET', `/api/plans/${rosas}`)).people[0]?.id ?? ''
  const hers = await agreeAll([anna], withy, rosas, { acting: 'best-interests', person, words: '' })
  await page.goto(`/plans/${rosas}/agreed/${hers.number}`)
  await expect(page.getByRole('button', { name: 'Personal budget', exact: true }).first()).toBeVisible()
  await expectReflow(page, 'an agreed plan about a person, at 300 %')
  await page.setViewportSize({ width: 1280, height: 800 })
  await page.goto(`/plans/${rosas}/screen`)
  const controls = page.getByRole('navigation', { name: 'At this screen' })
  await expect(controls.getByRole('button', { name: 'Set up' })).toBeVisible()
  expect((await controls.boundingBox())?.height, 'what is pressed leaves the wall to the words').toBeLessThanOrEqual(
    200,
  )
})
