import { expect } from '@playwright/test'
import { answerIn, asksToAgree, give, saysIn, yourTurn } from '../agreeing.ts'
import { bring, peopleOf, startPlan, test, wordsOf } from '../people.ts'
import { addItem, openBox, openPlan, saved, section } from '../plan-page.ts'
import { ENGLISH } from '../words.ts'
import { note } from './noted.ts'

const { text } = ENGLISH

test('@E4 ten minutes later whoever did it takes back words, an item, a move and taking out, one after the other', async ({
  withy,
  anna,
  ben,
}, info) => {
  const { page } = anna
  const plan = await startPlan(anna, withy)
  await bring(anna, withy, plan, [ben])
  await page.clock.install()
  await openPlan(page, plan)
  await openPlan(ben.page, plan)
  const story = section(page, ENGLISH.section('our-story'))
  const map = section(page, ENGLISH.section('living-map'))
  const names = () => map.getByRole('article').evaluateAll((all) => all.map((one) => one.getAttribute('aria-label')))
  /** What comes later is a change of its own. */
  const pause = () => page.clock.fastForward(2_000)
  const done = async () => {
    await map.getByRole('button', { name: text('plan.done') }).click()
    await pause()
  }

  const editor = await openBox(story, ENGLISH.box('our-story.story'))
  await editor.pressSequentially('We met at the orchard.')
  await story.getByRole('button', { name: text('plan.done') }).click()
  await pause()
  for (const words of ['Library', 'Orchard']) {
    await addItem(map, 'Add a good thing', words)
    await done()
  }
  await map.getByRole('button', { name: 'Change: Orchard' }).click()
  await map.getByRole('button', { name: text('plan.move-up') }).click()
  await expect.poll(names).toEqual(['Orchard', 'Library'])
  await pause()
  await map.getByRole('button', { name: text('plan.take-out'), exact: true }).click()
  await expect.poll(names).toEqual(['Library'])
  await expect(saved(page)).toBeVisible()

  await page.clock.fastForward('10:00')
  // Others go on meanwhile: their words are theirs.
  const bens = await openBox(section(ben.page, ENGLISH.section('place')), ENGLISH.box('place.where'))
  await bens.pressSequentially('From the canal on.')
  await expect(section(page, ENGLISH.section('place'))).toContainText('From the canal on.')
  const undo = page.getByRole('button', { name: text('plan.undo'), exact: true })
  const takesBack = async (isThere: () => Promise<unknown>, was: unknown) => {
    await undo.click()
    await expect.poll(isThere).toEqual(was)
  }
  await takesBack(names, ['Orchard', 'Library'])
  await takesBack(names, ['Library', 'Orchard'])
  for (let press = 0; press < 8 && (await names()).length > 0; press += 1) await undo.click()
  await expect.poll(names).toEqual([])
  for (let press = 0; press < 4 && (await undo.getAttribute('aria-disabled')) === null; press += 1) await undo.click()
  await expect(story).not.toContainText('We met at the orchard.')
  await expect.poll(() => wordsOf(ben, withy, plan)).not.toContain('orchard')
  expect(await wordsOf(ben, withy, plan)).toContain('From the canal on.')
  const leftOut = [
    'The plan’s name and language, ticks, sections of a group’s own, easy words, photos and explained words',
  ]
  note(info, { check: 'E4', looked: 1, short: [], leftOut })
})

test('@E4 ten minutes later an answer is taken back; what no press puts back asks once', async ({
  withy,
  anna,
  ben,
}) => {
  const { page } = anna
  const plan = await startPlan(anna, withy)
  await bring(anna, withy, plan, [ben])
  await openPlan(ben.page, plan)
  await (await openBox(section(ben.page, ENGLISH.section('place')), ENGLISH.box('place.where'))).pressSequentially(
    'Here.',
  )
  await expect(saved(ben.page)).toBeVisible()
  await asksToAgree(anna, withy, plan)
  await page.clock.install()
  await page.goto(`/plans/${plan}/agree`)
  await answerIn(yourTurn(page), 'agree').check()
  await give(page).click()
  await expect(saysIn(page, 'Anna')).toContainText('I agree')
  await page.clock.fastForward('10:00')
  await page.getByRole('button', { name: text('agreement.take-back') }).click()
  await expect(saysIn(page, 'Anna')).not.toContainText('I agree')

  await page.goto(`/plans/${plan}/share`)
  await page.getByRole('button', { name: 'Change: Ben' }).click()
  await page
    .getByRole('dialog')
    .getByRole('button', { name: text('people.remove') })
    .click()
  const asks = page.getByRole('dialog', { name: text('people.remove-ask', { name: 'Ben' }) })
  await expect(asks).toBeVisible()
  expect(await peopleOf(anna, withy, plan), 'it asks first').toHaveLength(2)
  await asks.getByRole('button', { name: text('people.remove-do') }).click()
  await expect.poll(() => peopleOf(anna, withy, plan), 'and not twice').toHaveLength(1)
})
