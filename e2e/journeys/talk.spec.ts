import { expect, type Page } from '@playwright/test'
import { writes } from '../agreeing.ts'
import { expectFocusSeen, tabTo } from '../keyboard.ts'
import { bring, invite, joinBy, PHONE, someone, startPlan, test, wordsOf } from '../people.ts'
import { about, openBox, openPlan, section } from '../plan-page.ts'
import { expectNarrowFits } from '../reflow.ts'
import { hears, keepWhatIsTold, toldOn } from '../told.ts'
import { ENGLISH, literally, wordsIn } from '../words.ts'
import { expectGood, picture } from '../workshop.ts'

const { text } = ENGLISH
const WELSH = wordsIn('cy')
const BOX = 'important-people.text'
const ROSAS = 'My sister Bea rings on Sundays. Ringing on Mondays is too much for me.'

const MAIRS_BOX = 'communication.text'
const MAIRS = 'Siarad yn araf. Defnyddio lluniau. Aros am fy ateb.'

/** What is said about a box, below it. */
const belowBox = (box: string) => `[data-talk-at="${box}/"]`
const below = (page: Page, box: string) => page.locator(belowBox(box))
/** The list of all that is said. */
const SIDE = '.side'

test('[TALK-70] [TALK-72] [TALK-73] [TALK-76] @D8 a suggester on a phone comments on words and asks what they mean; who it is for finds it, answers and explains without a mouse', async ({
  withy,
  browser,
}) => {
  const rosa = await someone(browser, withy, 'Rosa', { viewport: { width: 1280, height: 800 } })
  const priya = await someone(browser, withy, 'Priya', PHONE)
  const plan = await startPlan(rosa, withy, { kind: 'support', title: 'Rosa’s plan', voice: 'person' })
  await joinBy(priya, withy, await invite(rosa, withy, plan, { role: 'suggester', voice: 'professional' }))
  await writes(rosa, withy, plan, BOX, ROSAS)
  for (const { page } of [rosa, priya]) await openPlan(page, plan)
  const before = await wordsOf(rosa, withy, plan)
  const here = below(priya.page, BOX)
  const comment = here.getByRole('button', { name: /^Comment:/ })
  const choose = (words: string) =>
    here.getByRole('combobox', { name: text('talk.what-about') }).selectOption({ label: words })

  await comment.click()
  await choose('Ringing on Mondays is too much for me.')
  await here.getByRole('textbox', { name: text('talk.words') }).fill('Does Bea know that?')
  await here.getByText(text('talk.for'), { exact: true }).first().click()
  await here.getByRole('checkbox', { name: 'Rosa' }).check()
  await picture({ phone: priya.page }, 'talk-comment-form', false)
  await expectGood(priya.page, 'writing a comment on a phone', belowBox(BOX))
  await expectNarrowFits(priya.page, 'writing a comment')
  await here.getByRole('button', { name: text('talk.send') }).click()
  await expect(here.getByText('Does Bea know that?')).toBeVisible()
  await comment.click()
  await choose('My sister Bea rings on Sundays.')
  await here.getByRole('button', { name: text('talk-waiting.ask') }).click()
  await expect(here.getByRole('article')).toHaveCount(2)
  await picture({ phone: priya.page }, 'talk-commented', false)
  await expectGood(priya.page, 'what was said, on a phone', belowBox(BOX))

  const { page } = rosa
  const waits = (count: string) => page.getByRole('button', { name: text('talk-waiting.count', { count }) })
  await expect(waits('2')).toBeVisible()
  const change = page.getByRole('button', { name: /^Change: People who/ })
  await change.focus()
  await page.keyboard.press('Alt+Shift+N')
  const side = page.getByRole('complementary', { name: text('talk.title') })
  await expect(side.getByRole('article', { name: /Does Bea know that/ })).toBeFocused()
  await expectFocusSeen(page)
  await picture({ laptop: page }, 'talk-waiting', false)
  await expectGood(page, 'what waits', SIDE)
  await tabTo(page, side.getByRole('button', { name: /^Answer.*Does Bea/ }))
  await page.keyboard.press('Enter')
  await page.keyboard.type('I told her.')
  await tabTo(page, side.getByRole('button', { name: text('talk.send') }))
  await page.keyboard.press('Enter')
  await expect(waits('1')).toBeVisible()

  await page.keyboard.press('Alt+Shift+N')
  await expect(page.locator('[data-thread]:focus')).toContainText(/Somebody asks what/)
  await tabTo(page, side.getByRole('button', { name: /^Explain it: My sister/ }))
  await page.keyboard.press('Enter')
  await expect(side.getByRole('textbox', { name: text('talk-waiting.explain-meaning') })).toBeFocused()
  await page.keyboard.type('My sister. She lives in Rhyl.')
  await tabTo(page, side.getByRole('textbox', { name: text('talk-waiting.explain-word') }), 'Shift+Tab')
  await page.keyboard.press('Control+A')
  await page.keyboard.type('Bea')
  await picture({ laptop: page }, 'talk-explain', false)
  await expectGood(page, 'explaining what was asked', SIDE)
  await tabTo(page, side.getByRole('button', { name: text('talk-waiting.explain'), exact: true }))
  await page.keyboard.press('Enter')
  await expect(page.getByRole('button', { name: text('talk.title'), exact: true })).toBeVisible()
  await expect(priya.page.getByRole('button', { name: 'Bea', exact: true })).toBeVisible()
  expect(await wordsOf(rosa, withy, plan), 'the words of the plan').toBe(before)

  // Back to where one was, and all of it out of sight.
  await page.keyboard.press('Alt+Shift+B')
  await page.keyboard.press('Escape')
  await expect(page.locator('[data-thread]:focus')).toHaveCount(0)
  await tabTo(page, side.getByRole('button', { name: text('talk-waiting.hide') }), 'Shift+Tab')
  await page.keyboard.press('Enter')
  await expect(page.getByText('Does Bea know that?')).toHaveCount(0)
  await expect(page.getByRole('button', { name: /^Comment:/ })).toHaveCount(0)
  await expectGood(page, 'comments that are hidden', SIDE)
  await page.keyboard.press('Enter')
  await expect(below(page, BOX)).toBeVisible()
  await expect(side.getByText('Does Bea know that?')).toBeVisible()

  await priya.page.getByRole('button', { name: 'Waiting: 1 for you' }).click()
  await expect(priya.page.getByRole('dialog').getByText('I told her.')).toBeVisible()
  await picture({ phone: priya.page }, 'talk-sheet', false)
  await expectGood(priya.page, 'what waits, on a phone')
  await expectNarrowFits(priya.page, 'what waits')
  for (const one of [rosa, priya]) await one.context.close()
})

/** Words for a box, written beside the plan in the dialog that is open. */
async function suggestIn(page: Page, box: string, words: string, why: string) {
  await below(page, box)
    .getByRole('button', { name: new RegExp(`^${text('talk-suggest.suggest')}`) })
    .click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('textbox', { name: new RegExp(`^${text('talk-suggest.label')}`) }).press('Control+A')
  await page.keyboard.type(words)
  await dialog.getByRole('textbox', { name: text('talk-suggest.why') }).fill(why)
  return dialog
}

test('[TALK-22] [TALK-62] [TALK-70] @D9 other words: a person keeps theirs without a mouse; a contributor takes some of what is offered, in Welsh, while others write', async ({
  withy,
  browser,
}) => {
  const laptop = { viewport: { width: 1280, height: 800 } }
  const rosa = await someone(browser, withy, 'Rosa', laptop)
  const mair = await someone(browser, withy, 'Mair', { ...laptop, locale: 'cy-GB' })
  const ben = await someone(browser, withy, 'Ben', { viewport: { width: 1920, height: 1080 } })
  const priya = await someone(browser, withy, 'Priya', PHONE)
  const plan = await startPlan(rosa, withy, { kind: 'support', title: 'Rosa’s plan', voice: 'person' })
  await bring(rosa, withy, plan, [mair, ben])
  await joinBy(priya, withy, await invite(rosa, withy, plan, { role: 'suggester', voice: 'professional' }))
  await writes(rosa, withy, plan, BOX, ROSAS)
  await writes(mair, withy, plan, MAIRS_BOX, MAIRS)
  for (const { page } of [rosa, ben, priya]) await openPlan(page, plan)
  await openPlan(mair.page, plan, WELSH)
  for (const { page } of [rosa, mair]) await keepWhatIsTold(page)

  const offer = await suggestIn(
    priya.page,
    BOX,
    'Her sister telephones at weekends. Ringing on Mondays is too much for me.',
    'Shorter',
  )
  await expect(offer.getByText(text('talk-suggest.preview'))).toBeVisible()
  await picture({ phone: priya.page }, 'talk-suggest', false)
  await expectGood(priya.page, 'suggesting other words on a phone')
  await offer.getByRole('button', { name: text('talk-suggest.send') }).click()
  await expect(offer).toBeHidden()
  const other = await suggestIn(
    priya.page,
    MAIRS_BOX,
    'Siarad yn araf ac yn glir. Defnyddio lluniau. Aros am fy ateb bob tro.',
    '',
  )
  // In a tunnel: it waits where it will stand, and goes by itself.
  await priya.context.setOffline(true)
  await other.getByRole('button', { name: text('talk-suggest.send') }).click()
  await expect(other).toBeHidden()
  await expect(below(priya.page, MAIRS_BOX).getByText(text('talk.sent-not'))).toBeVisible()
  await picture({ phone: priya.page }, 'talk-suggest-waits', false)
  await expectGood(priya.page, 'other words that wait for a connection', belowBox(MAIRS_BOX))
  await priya.context.setOffline(false)
  await expect(below(priya.page, MAIRS_BOX).getByText(/^You suggest other words/)).toBeVisible({ timeout: 30_000 })
  await expect(priya.page.getByText(text('talk.sent-not'))).toHaveCount(0)
  await picture({ phone: priya.page }, 'talk-suggested', false)
  await expectGood(priya.page, 'what was suggested, on a phone', belowBox(MAIRS_BOX))

  // The person whose words they are: found, read and answered by keys alone.
  await expect(rosa.page.getByRole('button', { name: text('talk-waiting.count', { count: '1' }) })).toBeVisible()
  await rosa.page.keyboard.press('Alt+Shift+N')
  await expect(rosa.page.locator('[data-thread]:focus')).toContainText('Priya suggests other words')
  const heard = hears(rosa.page)
  await heard.note()
  await picture({ laptop: rosa.page }, 'talk-my-words-wait', false)
  await tabTo(rosa.page, rosa.page.locator('[data-thread]').filter({ hasText: 'Shorter' }).getByRole('button'))
  await rosa.page.keyboard.press('Enter')
  const offered = below(rosa.page, BOX).locator('summary').filter({ hasText: 'Priya' })
  // The list leads to the line of the suggestion, and opens it.
  await expect(offered).toBeFocused()
  await heard.note()
  await picture({ laptop: rosa.page }, 'talk-my-words', false)
  await expectGood(rosa.page, 'other words for mine', belowBox(BOX))
  const keepMine = rosa.page.getByRole('button', { name: text('talk-suggest.keep-mine'), exact: true })
  await tabTo(rosa.page, keepMine)
  await heard.note()
  await rosa.page.keyboard.press('Enter')
  await expect.poll(() => toldOn(rosa.page)).toContain(text('talk-suggest.kept-now'))
  await expect(keepMine).toBeHidden()
  await heard.note()
  expect(heard.log.join('\n')).toMatch(
    new RegExp(
      [
        'article "Priya suggests other words',
        'Priya suggests other words \\(1 place\\).*waits for you',
        'button "Keep my words"',
        'told: The words stay as they are',
        'You kept the words',
      ].join('[^]*'),
    ),
  )
  expect(await wordsOf(rosa, withy, plan)).toContain(ROSAS)

  // In Welsh: one part is taken, one kept, while Ben writes in the same box.
  const bens = await openBox(section(ben.page, 'How I communicate and how to communicate with me'), 'How we talk')
  await bens.press('Control+End')
  const typing = bens.pressSequentially(' Diolch i bawb am aros yn dawel.', { delay: 40 })
  const card = below(mair.page, MAIRS_BOX)
  await card.locator('summary').filter({ hasText: 'Priya' }).click()
  const changes = card
    .getByRole('listitem')
    .filter({ has: mair.page.getByRole('button', { name: new RegExp(`^${WELSH.text('talk-suggest.use')}`) }) })
  await expect(changes.last()).toBeVisible()
  await picture({ laptop: mair.page }, 'talk-in-part', false)
  await expectGood(mair.page, 'other words in Welsh', belowBox(MAIRS_BOX))
  const at = (number: string) => literally(WELSH.text('talk-suggest.place', { number, all: '2' }))
  await card.getByRole('button', { name: about(WELSH.text('talk-suggest.use'), at('1')) }).click()
  const keep = card.getByRole('button', { name: about(WELSH.text('talk-suggest.keep-mine'), at('2')) })
  await expect(keep).toBeEnabled()
  await keep.click()
  await typing
  for (const words of [
    'Siarad yn araf ac yn glir. Defnyddio lluniau. Aros am fy ateb.',
    'Diolch i bawb am aros yn dawel.',
  ])
    await expect.poll(() => wordsOf(rosa, withy, plan)).toContain(words)
  await expect(section(rosa.page, 'How I communicate and how to communicate with me')).toContainText('ac yn glir')
  expect(await wordsOf(rosa, withy, plan), 'what was not taken').not.toContain('bob tro')
  await card
    .locator('summary')
    .filter({ hasText: WELSH.text('talk-suggest.earlier') })
    .click()
  await picture({ laptop: mair.page }, 'talk-earlier', false)
  await picture({ wall: ben.page }, 'talk-while-writing', false)
  await expectGood(mair.page, 'earlier words in Welsh', belowBox(MAIRS_BOX))
  expect(await toldOn(mair.page)).toContain(WELSH.text('talk-suggest.accepted-now'))
  for (const one of [rosa, mair, ben, priya]) await one.context.close()
})
