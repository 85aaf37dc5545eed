import { expect, type Page } from '@playwright/test'
import type { Voice } from '@withy/shared/access'
import { tabTo } from '../keyboard.ts'
import { invite, joinBy, PHONE, type Someone, someone, startPlan, test } from '../people.ts'
import { openBox, openPlan, saved, section } from '../plan-page.ts'
import type { Withy } from '../withy.ts'
import { ENGLISH, literally, wordsIn } from '../words.ts'
import { expectGood, picture } from '../workshop.ts'

const { text, section: title, box } = ENGLISH
const WELSH = wordsIn('cy')

/** Somebody comes into a plan with a voice of their own. */
async function comeIn(who: Someone, withy: Withy, owner: Someone, plan: string, voice: Voice) {
  await joinBy(who, withy, await invite(owner, withy, plan, { voice }))
}

/** Writes at the end of a text box of the plan, and waits until the server has it. */
async function writeIn(page: Page, root: string, words: string): Promise<void> {
  const within = section(page, title(root.split('.')[0] ?? ''))
  const editor = within.getByRole('textbox', { name: new RegExp(literally(box(root))) })
  // An editor that was opened stays.
  if (await editor.isVisible()) await editor.click()
  else await openBox(within, box(root))
  await page.keyboard.press('Control+End')
  await page.keyboard.type(words)
  await expect(saved(page)).toBeVisible()
}

const choose = (page: Page, answer: string, words = ENGLISH) =>
  page
    .getByRole('region', { name: words.text('agreement.your-turn') })
    .getByRole('radio', { name: words.text(`agreement.answer-${answer}`), exact: true })
const give = (page: Page, words = ENGLISH) =>
  page
    .getByRole('region', { name: words.text('agreement.your-turn') })
    .getByRole('button', { name: words.text('agreement.give') })
const seal = (page: Page) => page.getByRole('button', { name: text('agreement.seal'), exact: true })
const saysIn = (page: Page, name: string) =>
  page
    .getByRole('region', { name: text('agreement.who') })
    .getByRole('listitem')
    .filter({ hasText: name })

test('[AGREE-50] [AGREE-52] [AGREE-57] [AGREE-60] [AGREE-62] [AGREE-63] five people in three voices agree a plan: words change under one who reads, one disagrees, a stop blocks until it is taken back, and it is sealed; the next draft says where it changed', async ({
  withy,
  browser,
  anna,
  ben,
  bigScreen,
}) => {
  const kofi = await someone(browser, withy, 'Kofi')
  const petra = await someone(browser, withy, 'Petra')
  const priya = await someone(browser, withy, 'Priya', { ...PHONE, locale: 'cy-GB' })
  const plan = await startPlan(anna, withy)
  await comeIn(ben, withy, anna, plan, 'resident')
  await comeIn(kofi, withy, anna, plan, 'group')
  await comeIn(petra, withy, anna, plan, 'professional')
  await comeIn(priya, withy, anna, plan, 'resident')
  const agree = `/plans/${plan}/agree`

  await openPlan(ben.page, plan)
  await writeIn(ben.page, 'place.where', 'From the mill to the canal.')
  await bigScreen.context.addCookies(await anna.context.cookies())
  await bigScreen.page.goto(`/plans/${plan}/screen`)

  await anna.page.goto(agree)
  await expect(anna.page.getByRole('checkbox', { name: 'Petra' })).toBeChecked()
  await picture({ laptop: anna.page }, 'agree-ask')
  await anna.page.getByRole('button', { name: text('agreement.ask-do') }).click()
  await expect(anna.page.getByText('From the mill to the canal.')).toBeVisible()

  // In Welsh, on a phone: the words change while they are read.
  await priya.page.goto(agree)
  await choose(priya.page, 'agree-with', WELSH).check()
  const said = priya.page.getByRole('textbox', { name: WELSH.text('agreement.words-agree-with') })
  await said.fill('Rhaid i’r bws ddod hefyd.')
  await writeIn(ben.page, 'place.where', ' And the orchard.')
  const changed = priya.page.getByRole('region', { name: WELSH.text('agreement.changed') })
  await expect(changed.locator('ins')).toContainText('And the orchard.')
  await expect(give(priya.page, WELSH)).toBeHidden()
  await picture({ phone: priya.page }, 'agree-changed')
  await expectGood(priya.page, 'words that changed')
  await changed.getByRole('button', { name: WELSH.text('agreement.changed-read') }).click()
  await expect(said).toHaveValue('Rhaid i’r bws ddod hefyd.')
  await give(priya.page, WELSH).click()
  await expect(priya.page.getByText(WELSH.text('agreement.given'))).toBeVisible()

  // With a keyboard and nothing else.
  const keys = kofi.page
  await keys.goto(agree)
  await tabTo(keys, choose(keys, 'agree'))
  for (const _ of ['agree-with', 'disagree']) await keys.keyboard.press('ArrowDown')
  await tabTo(keys, keys.getByRole('textbox', { name: text('agreement.words-disagree') }))
  await keys.keyboard.type('The hall is too far for some.')
  await tabTo(keys, give(keys))
  await keys.keyboard.press('Enter')
  await expect(keys.getByText(text('agreement.given'))).toBeVisible()

  await petra.page.goto(agree)
  await choose(petra.page, 'stop').check()
  await give(petra.page).click()
  const stopped = anna.page.getByText(text('agreement.block-stop', { name: 'Petra' }))
  await expect(stopped).toBeVisible()
  await expect(seal(anna.page)).toBeHidden()
  await petra.page.getByRole('button', { name: text('agreement.take-back') }).click()
  await expect(petra.page.getByText(text('agreement.taken-back'))).toBeVisible()
  await expect(stopped).toBeHidden()

  // She has had the page open since before Ben wrote.
  await anna.page.getByRole('button', { name: text('agreement.changed-read') }).click()
  await choose(anna.page, 'agree').check()
  await give(anna.page).click()
  await expect(saysIn(anna.page, 'Kofi')).toContainText('The hall is too far for some.')
  await picture({ laptop: anna.page }, 'agree-who')
  await seal(anna.page).click()
  await anna.page.getByRole('button', { name: text('agreement.seal-do') }).click()

  await expect(anna.page).toHaveURL(new RegExp(`${literally(`/plans/${plan}/agreed/1`)}$`))
  const everyone = anna.page.getByRole('region', { name: text('agreement.everyone-said') })
  for (const words of ['Rhaid i’r bws ddod hefyd.', 'The hall is too far for some.', 'Petra'])
    await expect(everyone).toContainText(words)
  await expect(anna.page.getByText('From the mill to the canal. And the orchard.')).toBeVisible()
  await expect(bigScreen.page.getByRole('heading', { name: text('screen.agreed') })).toBeVisible()
  await picture({ wall: bigScreen.page, laptop: anna.page }, 'agreed')
  await expectGood(anna.page, 'a sealed version')
  await expectGood(bigScreen.page, 'the moment on the room screen')
  await expect(priya.page.getByRole('link', { name: /^Cytunwyd/ })).toBeVisible()
  await expect(ben.page.getByText(/^Agreed on .* Nothing has changed since\./)).toBeVisible()
  await writeIn(ben.page, 'place.where', ' And the lock.')
  await expect(ben.page.getByText(/^Changed since we agreed on .*: 1 section$/)).toBeVisible()
  for (const one of [kofi, petra, priya]) await one.context.close()
})
