import { expect, type Page } from '@playwright/test'
import { writes } from '../agreeing.ts'
import { invite, joinBy, PHONE, someone, startPlan, test, wordsOf } from '../people.ts'
import { openPlan } from '../plan-page.ts'
import { ENGLISH } from '../words.ts'
import { expectGood, picture } from '../workshop.ts'

const { text } = ENGLISH
const BOX = 'important-people.text'
const ROSAS = 'My sister Bea rings on Sundays. Ringing on Mondays is too much for me.'

/** What is said about a box, below it. */
const below = (page: Page, box: string) => page.locator(`[data-talk-at="${box}/"]`)

test('[TALK-70] [TALK-71] [TALK-72] comments: a suggester on a phone says something for somebody, who finds it waiting', async ({
  withy,
  browser,
}) => {
  const rosa = await someone(browser, withy, 'Rosa', { viewport: { width: 1280, height: 800 } })
  const priya = await someone(browser, withy, 'Priya', PHONE)
  const plan = await startPlan(rosa, withy, { kind: 'support', title: 'Rosa’s plan', voice: 'person' })
  await joinBy(priya, withy, await invite(rosa, withy, plan, { role: 'suggester', voice: 'professional' }))
  await writes(rosa, withy, plan, BOX, ROSAS)
  await openPlan(rosa.page, plan)

  await openPlan(priya.page, plan)
  const before = await wordsOf(rosa, withy, plan)
  const here = below(priya.page, BOX)
  await here.getByRole('button', { name: /^Comment:/ }).click()
  await priya.page.getByRole('textbox', { name: text('talk.words') }).fill('Does Bea know that?')
  await priya.page.getByText(text('talk.for'), { exact: true }).first().click()
  await priya.page.getByRole('checkbox', { name: 'Rosa' }).check()
  await picture({ phone: priya.page }, 'talk-comment-form', false)
  await expectGood(priya.page, 'writing a comment on a phone')
  await priya.page.getByRole('button', { name: text('talk.send') }).click()
  await expect(here.getByText('Does Bea know that?')).toBeVisible()
  await picture({ phone: priya.page }, 'talk-commented', false)

  const waiting = rosa.page.getByRole('button', { name: text('talk-waiting.count', { count: '1' }) })
  await expect(waiting).toBeVisible()
  await rosa.page.keyboard.press('Alt+Shift+N')
  const side = rosa.page.getByRole('complementary', { name: text('talk.title') })
  await expect(side.getByRole('article', { name: /Does Bea know that/ })).toBeFocused()
  await picture({ laptop: rosa.page }, 'talk-waiting', false)
  await expectGood(rosa.page, 'what waits')
  expect(await wordsOf(rosa, withy, plan)).toBe(before)
  await rosa.page.getByRole('button', { name: text('plan.close') }).click()
  await rosa.page.setViewportSize({ width: 360, height: 740 })
  await picture({ writerphone: rosa.page }, 'talk-bar', false)
  await rosa.page.setViewportSize({ width: 320, height: 740 })
  await picture({ writer320: rosa.page }, 'talk-bar', false)
  await rosa.page.getByRole('button', { name: 'Waiting: 1 for you' }).click()
  await picture({ writer320: rosa.page }, 'talk-sheet', false)
  for (const one of [rosa, priya]) await one.context.close()
})
