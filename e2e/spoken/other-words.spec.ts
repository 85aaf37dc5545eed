import { expect } from '@playwright/test'
import { aboutMe, PEOPLE_BOX } from '../orca/about-me.ts'
import { test } from '../orca/test.ts'
import { ask, wordsOf } from '../people.ts'

const SAID = 'My sister Bea rings on Sundays.'
const OFFERED = 'Her sister telephones at weekends.'

test('[TALK-60] [TALK-72] somebody who cannot see the screen hears which words are offered for hers, what is taken out and what is added, and keeps hers', async ({
  listener: rosa,
  ear,
  withy,
  browser,
}) => {
  const { priya, plan } = await aboutMe(rosa, ear, withy, browser, SAID)

  ear.note('Priya suggests other words for hers')
  await ask(priya, withy, 'POST', `/api/plans/${plan}/talk/suggestions`, {
    id: 'other-words-of-hers',
    place: { box: PEOPLE_BOX, item: null, field: null, words: null },
    why: 'Shorter',
    was: paragraph(SAID),
    proposed: paragraph(OFFERED),
  })
  await ear.hears(/Priya suggests other words for/)
  await ear.press('alt+shift+n')
  await ear.hears(/Priya suggests other words/)
  await ear.pressTo('Tab', /Show in the plan.*button/)
  await ear.press('Return')
  await ear.hears(/Priya suggests other words.*waits for you/)
  // On a button that opens and closes Orca gives the arrows to the page: Insert and A take them back, to read line by line.
  await ear.press('Insert+a')
  await ear.pressTo('Down', /Taken out/)
  await ear.pressTo('Down', /Added/)
  await ear.pressTo('Tab', /Keep my words.*button/)
  await ear.press('Return')
  await ear.hears(/The words stay as they are/)
  expect(await wordsOf(rosa, withy, plan)).toContain(SAID)
  await priya.context.close()
})

const paragraph = (text: string) => [{ type: 'paragraph', runs: [{ text }] }]
