import { expect } from '@playwright/test'
import { answerIn, asksToAgree, give, saysIn, writes, yourTurn } from '../agreeing.ts'
import { tabTo } from '../keyboard.ts'
import { ask, bring, peopleOf, startPlan, test, wordsOf } from '../people.ts'
import { openPlan } from '../plan-page.ts'
import { ENGLISH } from '../words.ts'

/**
 * The twelve journeys of C1. Join, find a section, take away and move an item are in journeys/without-a-mouse and keyboard-only, as is
 * writing; here are the other seven: comment, suggest, agree, vote, change settings, help, leave.
 */
const { text } = ENGLISH
const BOX = 'our-story.story'
const WORDS = 'We met at the orchard. It was warm.'

test('@C1 @D9 somebody comments and suggests other words without a mouse; what goes and what comes is told, underlined and struck', async ({
  withy,
  anna,
  ben,
}) => {
  const plan = await startPlan(anna, withy)
  await bring(anna, withy, plan, [ben], 'suggester')
  await writes(anna, withy, plan, BOX, WORDS)
  const { page } = ben
  const { keyboard } = page
  await openPlan(page, plan)
  const here = page.locator(`[data-talk-at="${BOX}/"]`)
  const comment = here.getByRole('button', { name: /^Comment:/ })
  await tabTo(page, comment)
  await keyboard.press('Enter')
  await expect(here.getByRole('textbox', { name: text('talk.words') })).toBeFocused()
  await keyboard.type('Which orchard?')
  await tabTo(page, here.getByRole('button', { name: text('talk.send') }))
  await keyboard.press('Enter')
  await expect(here.getByText('Which orchard?')).toBeVisible()
  await expect(comment).toBeFocused()

  await tabTo(page, here.getByRole('button', { name: new RegExp(`^${text('talk-suggest.suggest')}`) }))
  await keyboard.press('Enter')
  const dialog = page.getByRole('dialog')
  const editor = dialog.getByRole('textbox', { name: new RegExp(`^${text('talk-suggest.label')}`) })
  if (!(await editor.evaluate((it) => it === document.activeElement))) await tabTo(page, editor)
  await keyboard.press('Control+a')
  await keyboard.type('We met at the old orchard. It was cold.')
  await keyboard.press('Escape')
  const send = dialog.getByRole('button', { name: text('talk-suggest.send') })
  if (!(await send.evaluate((it) => it === document.activeElement))) await tabTo(page, send)
  await keyboard.press('Enter')
  await expect(dialog).toBeHidden()

  const line = here.locator('summary').filter({ hasText: 'You suggest other words' })
  await tabTo(page, line)
  await keyboard.press('Enter')
  const added = here.locator('ins').first()
  await expect(added).toContainText('Added: old')
  const gone = here.locator('del').first()
  await expect(gone).toContainText('Taken out: warm')
  const lineOf = (it: Element) => getComputedStyle(it.querySelector('.changed-text') ?? it).textDecorationLine
  const both = [await added.evaluate(lineOf), await added.evaluate((it) => getComputedStyle(it).textDecorationLine)]
  expect(both.join(' ')).toContain('underline')
  const struck = [await gone.evaluate(lineOf), await gone.evaluate((it) => getComputedStyle(it).textDecorationLine)]
  expect(struck.join(' ')).toContain('line-through')
  expect(await wordsOf(anna, withy, plan)).toContain('It was warm.')
})

test('@C1 somebody agrees without a mouse', async ({ withy, anna }) => {
  const plan = await startPlan(anna, withy)
  await writes(anna, withy, plan, BOX, WORDS)
  await asksToAgree(anna, withy, plan)
  const { page } = anna
  await page.goto(`/plans/${plan}/agree`)
  await tabTo(page, answerIn(yourTurn(page), 'agree'))
  await page.keyboard.press('Space')
  await tabTo(page, give(page))
  await page.keyboard.press('Enter')
  await expect(saysIn(page, 'Anna')).toContainText('I agree')
})

test('@C1 somebody votes with dots without a mouse', async ({ withy, anna, ben }) => {
  const plan = await startPlan(anna, withy)
  await bring(anna, withy, plan, [ben])
  const path = `/api/plans/${plan}/workshops`
  type Seen = { now: { step: string; steps: { id: string; kind: string }[] } }
  const { workshop } = await ask<{ workshop: string }>(anna, withy, 'POST', path, {
    ...{ shape: 'area-2-hours', title: 'A morning in the hall', lang: 'en' },
  })
  const steer = (said: object) => ask<Seen>(anna, withy, 'POST', `${path}/${workshop}/steer`, said)
  const { now } = await steer({ do: 'open' })
  const stepOf = (kind: string) => now.steps.find((step) => step.kind === kind)?.id ?? ''
  const idOf = (await peopleOf(anna, withy, plan)).find(({ name }) => name === 'Ben')?.id
  await ask(ben, withy, 'POST', `${path}/${workshop}/take-part`, { do: 'come-in' })
  await steer({ do: 'go', from: now.step, to: stepOf('silent') })
  const idea = { id: 'idea-of-a-bench', step: stepOf('silent'), words: 'A bench by the canal', saidBy: idOf }
  await ask(ben, withy, 'POST', `${path}/${workshop}/take-part`, { do: 'idea', ...idea })
  await steer({ do: 'show', step: stepOf('silent') })
  await steer({ do: 'go', from: stepOf('silent'), to: stepOf('dots') })
  const { page } = ben
  await page.goto(`/plans/${plan}/workshops/${workshop}`)
  const dot = page.getByRole('button', { name: text('workshop.dot-more', { words: 'A bench by the canal' }) })
  await tabTo(page, dot)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('listitem').filter({ hasText: 'A bench by the canal' }).first()).toContainText('1 dot')
  await expect(page.locator(':focus')).toHaveCount(1)
})

test('@C1 @C7 settings are changed, help is read and the plan is left without a mouse, and the focus is never lost', async ({
  withy,
  anna,
  ben,
}) => {
  const plan = await startPlan(anna, withy)
  await bring(anna, withy, plan, [ben])
  const { page } = ben
  const { keyboard } = page
  const h1 = page.getByRole('heading', { level: 1 })
  await openPlan(page, plan)
  const aa = page.getByRole('button', { name: 'Aa: how it looks' })
  await tabTo(page, aa)
  await keyboard.press('Enter')
  const dialog = page.getByRole('dialog')
  await tabTo(page, dialog.getByRole('button', { name: text('reading.bigger') }))
  await keyboard.press('Enter')
  await expect(page.locator('html')).toHaveAttribute('data-size', '112')
  await tabTo(page, dialog.getByRole('checkbox', { name: text('reading.calm') }))
  await keyboard.press('Space')
  await expect(page.locator('html')).toHaveAttribute('data-calm', 'on')
  await keyboard.press('Escape')
  await expect(dialog).toBeHidden()
  await expect(aa).toBeFocused()

  // Backwards the end of the page is near.
  await tabTo(page, page.getByRole('contentinfo').getByRole('link', { name: text('common.help') }), 'Shift+Tab')
  await keyboard.press('Enter')
  await expect(h1).toHaveText(text('help.title'))
  await expect(h1).toBeFocused()

  await openPlan(page, plan)
  await tabTo(page, page.getByRole('link', { name: 'Share', exact: true }).first())
  await keyboard.press('Enter')
  await expect(h1).toBeFocused()
  await tabTo(page, page.getByRole('button', { name: /^Change: Ben/ }))
  await keyboard.press('Enter')
  const leave = page.getByRole('button', { name: text('people.leave') })
  await tabTo(page, leave)
  await keyboard.press('Enter')
  const asks = page.getByRole('dialog', { name: text('people.leave-ask') })
  await expect(asks.getByRole('heading', { name: text('people.leave-ask') })).toBeFocused()
  // It asks, and is not done yet.
  await keyboard.press('Escape')
  await expect(leave).toBeFocused()
  expect(await peopleOf(anna, withy, plan)).toHaveLength(2)
  await keyboard.press('Enter')
  await tabTo(page, asks.getByRole('button', { name: text('people.leave-do'), exact: true }))
  await keyboard.press('Enter')
  await expect.poll(() => peopleOf(anna, withy, plan)).toHaveLength(1)
  await expect(dialog).toHaveCount(0)
  await expect(page.locator(':focus'), 'the focus is on something').toHaveCount(1)
})
