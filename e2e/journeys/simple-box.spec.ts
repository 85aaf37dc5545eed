import { expect, type Page } from '@playwright/test'
import { answerIn, asksToAgree, give, yourTurn } from '../agreeing.ts'
import { ask, bring, startPlan, test, wordsOf } from '../people.ts'
import { openBox, openPlan, section } from '../plan-page.ts'
import { atSize, expectNarrowFits, linesSeen } from '../reflow.ts'
import { ENGLISH, literally } from '../words.ts'
import { expectGood, picture } from '../workshop.ts'

const { text } = ENGLISH
const SECTION = 'Our shared story'

/** The tools are one script, and the largest there is (bytes, as the browser reads it). */
const TOOLS = 280_000
const largestScript = (page: Page): Promise<number> =>
  page.evaluate(() => {
    const all = performance.getEntriesByType('resource') as PerformanceResourceTiming[]
    return Math.max(...all.filter(({ name }) => name.endsWith('.js')).map(({ decodedBodySize }) => decodedBodySize))
  })

test('[A11Y-110] [A11Y-112] [A11Y-271] [A11Y-282] @D12 a guest on a phone writes in a simple box while somebody else writes there, comments, suggests, agrees and says stop', async ({
  withy,
  anna,
  phone,
}) => {
  const plan = await startPlan(anna, withy)
  await bring(anna, withy, plan, [phone])
  const { page } = phone
  await page.goto('/')
  await page
    .getByRole('button', { name: text('common.reading') })
    .first()
    .click()
  const settings = page.getByRole('dialog', { name: text('reading.title') })
  await settings.getByRole('checkbox', { name: new RegExp(`^${text('reading.simple-box')}`) }).check()
  await picture({ phone: page }, 'simple-box-aa', false)
  await settings.getByRole('button', { name: text('common.done') }).click()
  await openPlan(page, plan)
  await openPlan(anna.page, plan)

  const hers = await openBox(section(anna.page, SECTION), 'Our story')
  await hers.pressSequentially('We bake bread.')
  const story = section(page, SECTION)
  await expect(story.getByText('We bake bread.')).toBeVisible()
  const box = await openBox(story, 'Our story')
  expect(await box.evaluate(({ tagName }) => tagName)).toBe('TEXTAREA')
  await box.pressSequentially(' On Fridays.\nSam sings.')
  await expect(hers).toContainText('Sam sings.')
  await hers.press('Home')
  await hers.pressSequentially('Every week: ')
  await expect(box).toHaveValue('Every week: We bake bread. On Fridays.\nSam sings.')
  await expect(hers).toHaveText('Every week: We bake bread. On Fridays.Sam sings.')
  await box.pressSequentially(' Loud.')
  await expect(box).toHaveValue(/Sam sings\. Loud\.$/)
  await picture({ phone: page }, 'simple-box', false)
  await expectGood(page, 'a simple box on a phone')
  await expectNarrowFits(page, 'a simple box')
  await atSize(page, { width: 360, height: 420 }, () => expect.poll(() => linesSeen(box)).toBeGreaterThanOrEqual(7))
  await page.evaluate(() => document.documentElement.setAttribute('data-size', '150'))
  const asked = page.locator('.rich-editor-name').getByText('What is life like here when it is good?')
  await expect(asked, 'what is asked').toBeInViewport({ ratio: 1 })
  await expect(page.getByRole('button', { name: text('reading.simple-box-tools') })).toBeInViewport({ ratio: 1 })
  await page.evaluate(() => document.documentElement.removeAttribute('data-size'))
  await page.getByRole('button', { name: text('plan.done'), exact: true }).click()
  await expect.poll(() => wordsOf(phone, withy, plan)).toContain('Sam sings. Loud.')

  const talk = page.locator('[data-talk-at="our-story.story/"]')
  await talk.getByRole('button', { name: /^Comment:/ }).click()
  await talk.getByRole('textbox', { name: text('talk.words') }).fill('Every Friday?')
  await talk.getByRole('button', { name: text('talk.send') }).click()
  await expect(talk.getByText('Every Friday?')).toBeVisible()

  await talk.getByRole('button', { name: new RegExp(`^${literally(text('talk-suggest.suggest'))}`) }).click()
  const offer = page.getByRole('dialog')
  const words = offer.getByRole('textbox', { name: new RegExp(`^${literally(text('talk-suggest.label'))}`) })
  await words.fill('Every week we bake bread. On Fridays.\nSam sings. Loud.')
  await picture({ phone: page }, 'simple-box-suggest', false)
  await expectGood(page, 'suggesting in a simple box')
  await offer.getByRole('button', { name: text('talk-suggest.send') }).click()
  await expect(offer).toBeHidden()
  await expect(talk.getByText(/^You suggest other words/)).toBeVisible()
  expect(await largestScript(anna.page)).toBeGreaterThan(TOOLS)
  expect(await largestScript(page)).toBeLessThan(TOOLS)

  await asksToAgree(anna, withy, plan)
  await page.goto(`/plans/${plan}/agree`)
  await answerIn(yourTurn(page), 'agree').check()
  await give(page).click()
  await expect(page.getByText(text('agreement.given'), { exact: true }).first()).toBeVisible()

  const made = { shape: 'area-2-hours', title: 'A morning in the hall', lang: 'en' }
  const at = `/api/plans/${plan}/workshops`
  const { workshop } = await ask<{ workshop: string }>(anna, withy, 'POST', at, made)
  await ask(anna, withy, 'POST', `${at}/${workshop}/steer`, { do: 'open' })
  await page.goto(`/plans/${plan}/workshops/${workshop}`)
  const stop = page.getByRole('button', { name: text('workshop.light-stop') })
  await stop.click()
  await expect(stop).toHaveAttribute('aria-pressed', 'true')
})
