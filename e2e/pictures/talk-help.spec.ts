import { mkdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, type Locator, type Page } from '@playwright/test'
import { LANGUAGES } from '@withy/shared/plan'
import { writes } from '../agreeing.ts'
import { invite, joinBy, PHONE, someone, startPlan, test } from '../people.ts'
import { openPlan } from '../plan-page.ts'
import { wordsIn } from '../words.ts'

/** Where the pages fetch them from: kept with the source, so that nobody needs a browser to build. */
const FOLDER = fileURLToPath(new URL('../../client/public/help-pictures', import.meta.url))
const BOX = 'important-people.text'

const SAID = {
  en: {
    plan: 'Rosa’s plan',
    words: 'My sister Bea rings on Sundays. Ringing on Mondays is too much for me.',
    comment: 'Does Bea know that?',
    offered: 'My sister Bea rings on Sundays. I like no calls on Mondays.',
    why: 'Shorter',
  },
  cy: {
    plan: 'Cynllun Rosa',
    words: 'Mae fy chwaer Bea yn ffonio ar ddydd Sul. Mae ffonio ar ddydd Llun yn ormod i mi.',
    comment: 'Ydy Bea yn gwybod hynny?',
    offered: 'Mae fy chwaer Bea yn ffonio ar ddydd Sul. Does dim galwadau i fod ar ddydd Llun.',
    why: 'Byrrach',
  },
} as const

for (const language of LANGUAGES) {
  test(`pictures for help about saying something: ${language}`, async ({ withy, browser }) => {
    mkdirSync(FOLDER, { recursive: true })
    const [words, said] = [wordsIn(language), SAID[language]]
    const { text } = words
    const inLanguage = { locale: language === 'cy' ? 'cy-GB' : 'en-GB' }
    const rosa = await someone(browser, withy, 'Rosa', { ...inLanguage, viewport: { width: 1120, height: 700 } })
    const phone = { ...PHONE, ...inLanguage, viewport: { width: 360, height: 740 }, deviceScaleFactor: 1 }
    const priya = await someone(browser, withy, 'Priya', phone)
    const take = async (page: Page, of: string, top: Locator) => {
      // What it is about stands at the top, clear of the bar.
      await top.evaluate((element) => {
        element.style.scrollMarginTop = '5rem'
        element.scrollIntoView({ block: 'start' })
      })
      await page.screenshot({ path: `${FOLDER}/talk-${of}-${language}.jpg`, type: 'jpeg', quality: 60 })
    }
    const plan = await startPlan(rosa, withy, { kind: 'support', title: said.plan, voice: 'person' })
    await joinBy(priya, withy, await invite(rosa, withy, plan, { role: 'suggester', voice: 'professional' }))
    await writes(rosa, withy, plan, BOX, said.words)
    for (const { page } of [rosa, priya]) await openPlan(page, plan, words)
    const below = (page: Page) => page.locator(`[data-talk-at="${BOX}/"]`)
    const startsWith = (id: Parameters<typeof text>[0]) => new RegExp(`^${text(id)}`)

    const { page } = priya
    await below(page)
      .getByRole('button', { name: text('talk.comment'), exact: false })
      .first()
      .click()
    await below(page)
      .getByRole('textbox', { name: text('talk.words') })
      .fill(said.comment)
    await take(page, 'comment', page.getByText(said.words).first())
    await below(page)
      .getByRole('button', { name: text('talk.send') })
      .click()
    await expect(below(page).getByText(said.comment)).toBeVisible()
    await below(page)
      .getByRole('button', { name: startsWith('talk-suggest.suggest') })
      .click()
    const dialog = page.getByRole('dialog')
    const field = dialog.getByRole('textbox', { name: startsWith('talk-suggest.label') })
    await field.press('Control+A')
    await page.keyboard.type(said.offered)
    await dialog.getByRole('textbox', { name: text('talk-suggest.why') }).fill(said.why)
    await expect(dialog.getByText(text('talk-suggest.preview'))).toBeVisible()
    await take(page, 'suggest', field)
    await dialog.getByRole('button', { name: text('talk-suggest.send') }).click()
    await expect(dialog).toBeHidden()

    const line = below(rosa.page).locator('summary').filter({ hasText: 'Priya' })
    await line.click()
    await expect(below(rosa.page).getByRole('button', { name: text('talk-suggest.keep-mine') })).toBeVisible()
    await take(rosa.page, 'answer', rosa.page.getByText(said.words).first())
    for (const { context } of [rosa, priya]) await context.close()
  })
}
