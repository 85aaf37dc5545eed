import { readFile } from 'node:fs/promises'
import { expect, type Locator, type Page } from '@playwright/test'
import type { Voice } from '@withy/shared/access'
import type { Answer } from '@withy/shared/api'
import { agreeAll, answerIn, give, saysIn, writes, yourTurn } from '../agreeing.ts'
import { expectNoAxeFindings } from '../axe.ts'
import { tabTo } from '../keyboard.ts'
import { ask, bring, copyExample, invite, joinBy, PHONE, type Someone, someone, startPlan, test } from '../people.ts'
import { openBox, openPlan, saved, section } from '../plan-page.ts'
import type { Withy } from '../withy.ts'
import { ENGLISH, literally, wordsIn } from '../words.ts'
import { expectGood, picture } from '../workshop.ts'

const { text, section: title, box } = ENGLISH
const WELSH = wordsIn('cy')
/** Words of the example plan, with no sign in them that a format writes otherwise. */
const WORDS = 'Each street names a keeper'

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

const choose = (page: Page, answer: Answer, words = ENGLISH) => answerIn(yourTurn(page, words), answer, words)
const seal = (page: Page) => page.getByRole('button', { name: text('agreement.seal'), exact: true })

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
  await expectGood(anna.page, 'asking everyone')
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
  await tabTo(anna.page, choose(anna.page, 'agree'))
  await anna.page.keyboard.press('Space')
  await tabTo(anna.page, give(anna.page))
  await anna.page.keyboard.press('Enter')
  await expect(saysIn(anna.page, 'Kofi')).toContainText('The hall is too far for some.')
  await picture({ laptop: anna.page }, 'agree-who')
  await expectGood(anna.page, 'who has answered')
  await tabTo(anna.page, seal(anna.page))
  await anna.page.keyboard.press('Enter')
  await expect(anna.page.getByRole('dialog')).toBeVisible()
  await tabTo(anna.page, anna.page.getByRole('button', { name: text('agreement.seal-do') }))
  await anna.page.keyboard.press('Enter')

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
  await expect(ben.page.getByText(/^Agreed on .* Nothing has changed since\. \(1 did not agree\)/)).toBeVisible()
  await writeIn(ben.page, 'place.where', ' And the lock.')
  await expect(ben.page.getByText(/^Changed since we agreed on .*: 1 section \(1 did not agree\)$/)).toBeVisible()
  for (const one of [kofi, petra, priya]) await one.context.close()
})

/** Takes a file away under the name people get it by. @returns its path and what is in it */
async function download(page: Page, button: Locator) {
  const [file] = await Promise.all([page.waitForEvent('download'), button.click()])
  const path = test.info().outputPath(file.suggestedFilename())
  await file.saveAs(path)
  return { path, bytes: await readFile(path) }
}

test('[EXPORT-91] [EXPORT-96] everyone leaves with a copy: four files and a private link; /check tells the agreed plan, an older one and one that was changed', async ({
  withy,
  browser,
  anna,
  ben,
}) => {
  const plan = await copyExample(anna, withy, 'brackenford-east')
  await bring(anna, withy, plan, [ben])
  const { code } = await agreeAll([anna, ben], withy, plan)
  const stranger = await someone(browser, withy, 'Somebody who has a copy')
  const { page } = anna
  await page.goto(`/plans/${plan}/agreed/1/copies`)
  const mine = page.getByRole('region', { name: text('copies.mine') })
  const pick = (form: string) =>
    mine.getByRole('radio', { name: new RegExp(`^${literally(text(`forms.${form}`))}(?!,)`) }).check()
  const taken: Record<string, { path: string; bytes: Buffer }> = {}
  for (const form of ['pdf', 'html', 'docx', 'txt']) {
    await pick(form)
    taken[form] = await download(page, mine.getByRole('button', { name: text('forms.get') }))
  }
  const { pdf, html, docx, txt } = taken as Record<'pdf' | 'html' | 'docx' | 'txt', { path: string; bytes: Buffer }>
  expect(pdf.bytes.subarray(0, 5).toString()).toBe('%PDF-')
  expect(docx.bytes.subarray(0, 2).toString()).toBe('PK')
  expect(docx.bytes.includes('word/document.xml')).toBe(true)
  for (const { bytes } of [html, txt]) {
    expect(bytes.toString()).toContain(code)
    expect(bytes.toString()).toContain(WORDS)
  }
  await pick('link')
  await mine.getByRole('button', { name: text('copies.link-make') }).click()
  const link = await mine.getByRole('textbox', { name: text('forms.link') }).inputValue()
  await expect(mine.getByRole('listitem').filter({ hasText: text('forms.docx') })).toBeVisible()
  await picture({ laptop: page }, 'copies')
  await expectGood(page, 'copies that were taken')
  await stranger.page.goto(link)
  await expect(stranger.page.getByText(WORDS).first()).toBeVisible()
  await expectNoAxeFindings(stranger.page, 'a copy by private link')

  const verdict = (id: string) => ({ name: text(`check.${id}-title`), level: 3 })
  const checks = async (who: Page, file: string | { name: string; mimeType: string; buffer: Buffer }, id: string) => {
    await who.getByLabel(text('check.file'), { exact: true }).setInputFiles(file)
    await expect(who.getByRole('heading', verdict(id))).toBeFocused()
  }
  const altered = (name: string, words: string) => {
    expect(words).toContain(WORDS)
    return { name, mimeType: 'text/html', buffer: Buffer.from(words.replace(WORDS, WORDS.replace(/\w+/, 'Never'))) }
  }
  const json = JSON.stringify(await ask(anna, withy, 'GET', `/api/plans/${plan}/sealed/1/take-away/json`))
  const { page: away } = stranger
  await away.goto('/check')
  await checks(away, pdf.path, 'agreed')
  await checks(away, altered('changed.json', json), 'changed')
  await expect(away.getByText(text('check.changed-for-people'))).toBeVisible()
  await checks(away, html.path, 'agreed')
  await expectGood(away, 'the agreed plan')
  await page.goto('/check')
  await checks(page, altered('changed.html', html.bytes.toString()), 'changed')
  await expect(page.getByRole('definition').filter({ hasText: 'Never' })).toBeVisible()
  await picture({ laptop: page }, 'check-changed')
  await expectGood(page, 'a copy that was changed')

  // Another version is agreed: what was the newest is an older one.
  await writes(ben, withy, plan, 'place.where', 'And a bench at the lock.')
  await agreeAll([anna, ben], withy, plan)
  await checks(away, html.path, 'older')
  await picture({ laptop: away }, 'check-older')
  await expectGood(away, 'an older agreed plan')
  await tabTo(away, away.getByRole('textbox', { name: text('check.code') }))
  await away.keyboard.type(code.toLowerCase().replaceAll('-', ' '))
  await away.keyboard.press('Enter')
  await expect(away.getByRole('heading', verdict('code-older'))).toBeFocused()
  await stranger.context.close()
})
