import { expect } from '@playwright/test'
import { aboutMe, PEOPLE_BOX } from '../orca/about-me.ts'
import { test } from '../orca/test.ts'
import { peopleOf, wordsOf } from '../people.ts'
import { says } from '../talking.ts'

const WORDS = 'My sister Bea rings on Sundays. Ringing on Mondays is too much for me.'

test('[TALK-70] [TALK-72] somebody who cannot see the screen hears that a comment came for her, goes to it and answers', async ({
  listener: rosa,
  ear,
  withy,
  browser,
}) => {
  const { priya, plan } = await aboutMe(rosa, ear, withy, browser, WORDS)
  const before = await wordsOf(rosa, withy, plan)
  const [me] = await peopleOf(rosa, withy, plan)

  ear.note('Priya comments on her words, for her')
  const quote = 'Ringing on Mondays is too much for me.'
  await says(priya, withy, plan, 'comment', {
    box: PEOPLE_BOX,
    words: 'Does Bea know?',
    quote,
    mentions: [me?.id ?? ''],
  })
  await ear.hears(/Priya commented on/)
  await ear.press('alt+shift+n')
  await ear.hears(/Comment by Priya: Does Bea know/)
  await ear.pressTo('Tab', /Answer: Does Bea know\?.*button/)
  await ear.press('Return')
  await ear.hears(/Your answer/)
  await ear.type('I told her.')
  await ear.pressTo('Tab', /Send.*button/)
  await ear.press('Return')
  await ear.hears(/Your answer is there/)
  await expect(rosa.page.getByText('I told her.')).toBeVisible()
  expect(await wordsOf(rosa, withy, plan), 'the words of the plan').toBe(before)
  await priya.context.close()
})
