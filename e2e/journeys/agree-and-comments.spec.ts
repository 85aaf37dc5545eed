import { expect } from '@playwright/test'
import { answers, asksToAgree, writes } from '../agreeing.ts'
import { ask, PHONE, someone, startPlan, test } from '../people.ts'
import { ENGLISH, wordsIn } from '../words.ts'
import { expectGood, picture } from '../workshop.ts'

const { text } = ENGLISH
const WELSH = wordsIn('cy')

test('[TALK-81] [TALK-82] [TALK-83] [TALK-84] what is not settled is read before agreeing, kept beside what was sealed, and taken along', async ({
  withy,
  browser,
  anna,
}) => {
  const plan = await startPlan(anna, withy)
  await writes(anna, withy, plan, 'place.where', 'From the mill to the canal.')
  const place = { box: 'place.where', item: null, field: null, words: null }
  const said = { id: 'first-comment-of-anna', words: 'Which canal do we mean?', mentions: [] }
  await ask(anna, withy, 'POST', `/api/plans/${plan}/talk/threads`, {
    ...{ id: 'a-thread-of-annas', kind: 'comment', place, said },
  })

  await anna.page.goto(`/plans/${plan}/agree`)
  const open = anna.page.getByRole('region', { name: text('agreement-talk.title') })
  await expect(open.getByText(/Which canal do we mean\?/)).toBeVisible()
  const round = await asksToAgree(anna, withy, plan)
  await answers(anna, withy, plan, round, 'agree')
  await anna.page.reload()
  await expect(open).toBeVisible()
  await expectGood(anna.page, 'what is not settled')
  await picture({ laptop: anna.page }, 'agree-not-settled')
  await anna.page.getByRole('button', { name: text('agreement.seal'), exact: true }).click()
  const keep = anna.page.getByRole('checkbox', { name: text('agreement-talk.keep') })
  await expect(keep).not.toBeChecked()
  await keep.check()
  await picture({ laptop: anna.page }, 'agree-keep-comments', false)
  await anna.page.getByRole('button', { name: text('agreement.seal-do') }).click()

  await anna.page.waitForURL(/\/agreed\/1$/)
  await anna.page.getByRole('button', { name: text('agreement-talk.show') }).click()
  await expect(anna.page.getByRole('button', { name: text('agreement-talk.hide') })).toBeFocused()
  await expect(anna.page.getByText('Which canal do we mean?')).toBeVisible()
  await expectGood(anna.page, 'what was kept beside it')
  await picture({ laptop: anna.page }, 'agreed-annex')

  const phone = await someone(browser, withy, 'Anna', { ...PHONE, locale: 'cy-GB' })
  await phone.context.addCookies(await anna.context.cookies())
  await phone.page.goto(`/plans/${plan}/agreed/1/copies`)
  await phone.page.getByRole('radio', { name: /^PDF/ }).check()
  await phone.page.getByRole('checkbox', { name: WELSH.text('copies.with-talk') }).check()
  await expectGood(phone.page, 'a copy with comments')
  await picture({ phone: phone.page }, 'copy-with-comments')
})
