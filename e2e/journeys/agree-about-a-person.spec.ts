import { expect } from '@playwright/test'
import { ANSWER_WORDS, DECIDES_WORDS, filled, IN_PLACE_WORDS, THROUGH_WORDS } from '@withy/shared/api'
import { answerIn, saysIn, writes, yourTurn } from '../agreeing.ts'
import { invite, joinBy, PHONE, someone, startPlan, test } from '../people.ts'
import { ENGLISH, literally, wordsIn } from '../words.ts'
import { expectGood, picture } from '../workshop.ts'

const { text } = ENGLISH
const WELSH = wordsIn('cy')
const BOX = 'important-people.text'

test('[AGREE-11] [AGREE-15] [AGREE-16] [AGREE-56] a plan about a person is agreed through their supporter: nobody else’s answer shows before, no professional passes it on, and both names stand in it', async ({
  withy,
  browser,
}) => {
  const rosa = await someone(browser, withy, 'Rosa', PHONE)
  const mair = await someone(browser, withy, 'Mair', { locale: 'cy-GB' })
  const petra = await someone(browser, withy, 'Petra')
  const plan = await startPlan(rosa, withy, { kind: 'support', title: 'Rosa’s plan', voice: 'person' })
  await joinBy(mair, withy, await invite(rosa, withy, plan, { voice: 'supporter' }))
  await joinBy(petra, withy, await invite(rosa, withy, plan, { voice: 'professional' }))
  await writes(rosa, withy, plan, BOX, 'My sister Bea rings on Sundays.')
  const agree = `/plans/${plan}/agree`

  await rosa.page.goto(agree)
  await expect(rosa.page.getByRole('radio', { name: text('agreement.decides-person', { name: 'Rosa' }) })).toBeChecked()
  await picture({ phone: rosa.page }, 'agree-ask-about-a-person')
  await expectGood(rosa.page, 'asking about a person')
  await rosa.page.getByRole('button', { name: text('agreement.ask-do') }).click()
  await expect(rosa.page.getByText('My sister Bea rings on Sundays.')).toBeVisible()

  await petra.page.goto(agree)
  await petra.page.getByText(text('agreement.for'), { exact: true }).click()
  const whom = petra.page.getByLabel(text('agreement.for-whom'))
  await expect(whom.getByRole('option', { name: 'Mair' })).toBeAttached()
  await expect(whom.getByRole('option', { name: 'Rosa' })).toHaveCount(0)
  await answerIn(yourTurn(petra.page), 'agree').check()
  await yourTurn(petra.page)
    .getByRole('button', { name: text('agreement.give') })
    .click()

  // In Welsh: the supporter sees both names and the answer before it is sent, and what the professional said after it.
  const { page } = mair
  await page.goto(agree)
  await expect(saysIn(page, 'Petra', WELSH)).toContainText(WELSH.text('agreement.answered-hidden'))
  await page.getByText(WELSH.text('agreement.for'), { exact: true }).click()
  await page.getByLabel(WELSH.text('agreement.for-whom')).selectOption({ label: 'Rosa' })
  const asked = page.getByRole('group', { name: WELSH.text('agreement.for-ask', { name: 'Rosa' }) })
  await answerIn(asked, 'agree-with', WELSH).check()
  await page.getByRole('textbox', { name: WELSH.text('agreement.words-agree-with') }).fill('Ond dim ar fore Llun.')
  const answer = ANSWER_WORDS['agree-with'].cy
  const check = WELSH.text('agreement.for-check', { by: 'Mair', name: 'Rosa', answer })
  await expect(page.getByText(check)).toBeVisible()
  await picture({ laptop: page }, 'agree-answer-for')
  await expectGood(page, 'answering for somebody')
  await page.getByRole('button', { name: WELSH.text('agreement.for-do', { name: 'Rosa' }) }).click()
  await expect(page.getByText(WELSH.text('agreement.for-given', { name: 'Rosa' }))).toBeVisible()
  await expect(saysIn(page, 'Petra', WELSH)).toContainText(ANSWER_WORDS.agree.cy)

  await expect(rosa.page.getByText(text('agreement.for-you', { name: 'Mair' }))).toBeVisible()
  await expect(rosa.page.getByRole('button', { name: text('agreement.for-right') })).toBeVisible()
  await picture({ phone: rosa.page }, 'agree-answered-for')
  await expectGood(rosa.page, 'an answer somebody passed on')
  await rosa.page.getByRole('button', { name: text('agreement.seal'), exact: true }).click()
  await rosa.page.getByRole('button', { name: text('agreement.seal-do') }).click()
  const everyone = rosa.page.getByRole('region', { name: text('agreement.everyone-said') })
  const through = filled(THROUGH_WORDS.supporter, { name: 'Mair' }).en
  await expect(everyone.getByRole('listitem').filter({ hasText: 'Ond dim ar fore Llun.' })).toContainText(through)
  await picture({ phone: rosa.page }, 'agreed-about-a-person')
  await expectGood(rosa.page, 'what a person and their supporter agreed')
  for (const one of [rosa, mair, petra]) await one.context.close()
})

test('[AGREE-7] [AGREE-18] [AGREE-54] a plan about a person who cannot decide is agreed by their attorney in their place, and says so', async ({
  withy,
  anna,
  ben,
}) => {
  const plan = await startPlan(anna, withy, { kind: 'support', title: 'Dewi’s plan', voice: 'carer' })
  await joinBy(ben, withy, await invite(anna, withy, plan, { voice: 'professional' }))
  await writes(ben, withy, plan, BOX, 'His brother Huw comes on Fridays.')
  const { page } = anna
  await page.goto(`/plans/${plan}/agree`)
  await page.getByRole('button', { name: text('agreement.ask-do') }).click()
  await expect(page.getByRole('alert')).toContainText(text('agreement.decides-as-missing'))
  await page.getByRole('radio', { name: new RegExp(`^${literally(text('agreement.acting-attorney'))}`) }).check()
  await page.getByLabel(text('agreement.decides-person-who')).selectOption({ label: 'Anna' })
  await page.getByLabel(text('agreement.decides-words')).fill('By the paper of May 2024.')
  await picture({ laptop: page }, 'agree-who-decides')
  await expectGood(page, 'saying who decides')
  await page.getByRole('button', { name: text('agreement.ask-do') }).click()
  await expect(page.getByText('His brother Huw comes on Fridays.')).toBeVisible()

  const person = text('agreement.the-person')
  await page.getByRole('radio', { name: new RegExp(`^${literally(text('agreement.as-attorney'))}`) }).check()
  await answerIn(yourTurn(page), 'agree').check()
  await expect(page.getByText(/^Anna answers for the person/)).toBeVisible()
  await expectGood(page, 'answering in the place of a person')
  await page.getByRole('button', { name: text('agreement.for-do', { name: person }) }).click()
  await expect(saysIn(page, 'Anna')).toContainText(IN_PLACE_WORDS.attorney.en)
  await page.getByRole('button', { name: text('agreement.seal'), exact: true }).click()
  await page.getByRole('button', { name: text('agreement.seal-do') }).click()
  const everyone = page.getByRole('region', { name: text('agreement.everyone-said') })
  for (const words of [
    IN_PLACE_WORDS.attorney.en,
    filled(DECIDES_WORDS.attorney, { name: 'Anna' }).en,
    'By the paper of May 2024.',
  ])
    await expect(everyone).toContainText(words)
  await picture({ laptop: page }, 'agreed-by-an-attorney')
  await expectGood(page, 'what an attorney agreed')
})
