import { expect, type Page } from '@playwright/test'
import type { PlanFacts, Version } from '@withy/shared/api'
import { asksToAgree } from '../agreeing.ts'
import { expectNoAxeFindings } from '../axe.ts'
import { ask, copyExample, PHONE, someone, startPlan, test } from '../people.ts'
import { about, openBox, openPlan, saved, section } from '../plan-page.ts'
import { expectTargets } from '../targets.ts'

const WORDS =
  'My social worker and the multidisciplinary team spoke about deprivation of liberty safeguards, and the occupational therapist, a personal budget and short respite care came up too; respite again.'

/** The words of the plan's own page as they stand there: each heading, paragraph and fact, with every line of it. */
const linesOf = (page: Page) =>
  page.evaluate(() =>
    [...document.querySelectorAll('.desk-plan :is(h2, h3, h4, p, dt, dd)')]
      .filter((each) => each.checkVisibility() && each.getClientRects().length > 0)
      .map((each) => {
        const { x, y, width, height } = each.getBoundingClientRect()
        const walker = document.createTreeWalker(each, NodeFilter.SHOW_TEXT)
        const lines = new Set<number>()
        let right = 0
        while (walker.nextNode()) {
          const range = document.createRange()
          range.selectNodeContents(walker.currentNode)
          for (const rect of range.getClientRects()) {
            lines.add(Math.round(rect.bottom + scrollY))
            right = Math.max(right, Math.round(rect.right))
          }
        }
        return [each.textContent, x, y + scrollY, width, height, right, ...lines].join(' ')
      }),
  )

const careWords = async (page: Page, isOn: boolean) => {
  await page.getByRole('button', { name: 'Aa: how it looks' }).click()
  await page.getByRole('checkbox', { name: /^Explain care words/ }).setChecked(isOn)
  await page.getByRole('button', { name: 'Done' }).click()
}

test('[A11Y-71] [A11Y-72] care words of a plan are explained to a reader, and no line moves when they are', async ({
  withy,
  browser,
  anna,
}) => {
  const plan = await startPlan(anna, withy)
  await openPlan(anna.page, plan)
  const within = section(anna.page, 'Our place')
  const editor = await openBox(within, 'The place')
  await anna.page.keyboard.insertText(WORDS)
  await expect(editor).toHaveText(WORDS)
  await expect(editor.getByRole('button'), 'nothing in the editor').toHaveCount(0)
  await anna.page.getByRole('button', { name: 'Done' }).click()
  await expect(saved(anna.page)).toBeVisible()
  const marked = within.locator('.words').getByRole('button')
  const there = [
    'social worker',
    'multidisciplinary team',
    'deprivation of liberty safeguards',
    'occupational therapist',
    'personal budget',
    'respite care',
  ]
  await expect(marked).toHaveText(there)
  await anna.page.emulateMedia({ media: 'print' })
  await expect(within.locator('.words').first()).toHaveText(WORDS, { useInnerText: true })
  await expect(marked.first()).toHaveCSS('text-decoration-line', 'none')
  await anna.page.emulateMedia({ media: 'screen' })

  for (const options of [PHONE, { viewport: { width: 1280, height: 800 } }]) {
    const { page, context } = await someone(browser, withy, 'Anna', {
      ...options,
      storageState: await anna.context.storageState(),
    })
    await openPlan(page, plan)
    await expect(page.locator('.words').getByRole('button').first()).toBeVisible()
    await expect(page.getByRole('heading', { name: 'Words explained' }), 'the last of the page').toBeVisible()
    await expect(page.getByRole('button', { name: about('Suggest other words') }).last()).toBeVisible()
    const after = await linesOf(page)
    await careWords(page, false)
    await expect(page.locator('.words').getByRole('button')).toHaveCount(0)
    expect(await linesOf(page)).toEqual(after)
    await careWords(page, true)
    await expect(page.locator('.words').getByRole('button')).toHaveText(there)
    await expectTargets(page, 'a plan with care words')
    const long = page.getByRole('button', { name: 'deprivation of liberty safeguards' })
    await long.scrollIntoViewIfNeeded()
    await long.focus()
    await page.keyboard.press('Enter')
    const sheet = page.getByRole('dialog', { name: 'deprivation of liberty safeguards' })
    await expect(sheet).toContainText('In easier words:')
    await expectNoAxeFindings(page, 'what a care word means')
    await page.keyboard.press('Escape')
    await expect(long).toBeFocused()
    await context.close()
  }

  const named = { name: 'Before the walk', of: 'now' }
  const { version } = await ask<{ version: Version }>(anna, withy, 'POST', `/api/plans/${plan}/versions`, named)
  await anna.page.goto(`/plans/${plan}/history/${version.id}`)
  await expect(anna.page.getByRole('button', { name: 'respite care' }), 'as it was').toBeVisible()

  await anna.page.goto(`/plans/${plan}/screen`)
  await anna.page.getByRole('button', { name: 'Next section' }).click()
  await expect(anna.page.getByText('multidisciplinary').first()).toBeVisible()
  await expect(anna.page.locator('.explained-word')).toHaveCount(0)

  const { me } = await ask<PlanFacts>(anna, withy, 'GET', `/api/plans/${plan}`)
  await asksToAgree(anna, withy, plan, { asked: [me], bySection: false })
  await anna.page.goto(`/plans/${plan}/agree`)
  await expect(anna.page.getByRole('button', { name: 'respite care' }), 'as it is agreed').toBeVisible()
})

test('[A11Y-71] [A11Y-72] a care word alone in its line is as large as a control, and moves nothing', async ({
  withy,
  phone,
}) => {
  const { page } = phone
  await openPlan(page, await copyExample(phone, withy, 'rosa-tillingham'))
  await expect(page.getByRole('heading', { name: 'Words explained' })).toBeVisible()
  await expect(page.getByRole('button', { name: about('Suggest other words') }).last()).toBeVisible()
  await expect(page.getByRole('button', { name: 'Personal budget' }).first()).toBeVisible()
  await expectTargets(page, 'an example with care words')
  const after = await linesOf(page)
  await careWords(page, false)
  await expect(page.locator('.explained-word')).toHaveCount(0)
  expect(await linesOf(page)).toEqual(after)
})

test('[A11Y-75] the list of care words is found from help, searched and printed, in both languages', async ({
  phone,
}) => {
  const { page } = phone
  await page.goto('/help')
  await page.getByRole('link', { name: 'Care words and what they mean' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Care words and what they mean' })).toBeVisible()
  await page.getByRole('searchbox', { name: 'Find a word' }).fill('reable')
  await expect(page.getByText('1 word', { exact: true })).toBeVisible()
  await expect(page.getByRole('definition').first()).toContainText('do things for yourself again')
  await page.getByRole('button', { name: 'Cymraeg' }).first().click()
  await expect(page.getByRole('heading', { level: 1, name: 'Geiriau gofal a’u hystyr' })).toBeVisible()
  await page.getByRole('searchbox').fill('')
  await expect(page.getByText(/iaith gyntaf wedi darllen \d{3} o’r geiriau/)).toBeVisible()
  await page.emulateMedia({ media: 'print' })
  await expect(page.getByRole('searchbox')).toBeHidden()
  await expect(page.getByText('gofal preswyl', { exact: true })).toBeVisible()
})
