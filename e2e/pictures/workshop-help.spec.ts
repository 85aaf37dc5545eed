import { mkdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, type Page } from '@playwright/test'
import { LANGUAGES } from '@withy/shared/plan'
import { bring, copyExample, invite, someone, test } from '../people.ts'
import { wordsIn } from '../words.ts'
import { expectStep, leadByKeyboard, putIdea } from '../workshop.ts'

/** Where the pages fetch them from: kept with the source, so that nobody needs a browser to build. */
const FOLDER = fileURLToPath(new URL('../../client/public/help-pictures', import.meta.url))

const NAMES = ['Priya', 'Idris', 'Mair'] as const
const IDEAS = {
  en: ['The library on two evenings', 'A bench by the canal', 'Tea for carers on Fridays'],
  cy: ['Y llyfrgell ar ddwy noson', 'Mainc wrth y gamlas', 'Te i ofalwyr ar ddydd Gwener'],
} as const
const TITLE = { en: 'A morning in the hall', cy: 'Bore yn y neuadd' } as const

for (const language of LANGUAGES) {
  test(`pictures for workshop help: ${language}`, async ({ withy, browser }) => {
    mkdirSync(FOLDER, { recursive: true })
    const words = wordsIn(language)
    const take = (page: Page, of: string) =>
      page.screenshot({ path: `${FOLDER}/workshop-${of}-${language}.jpg`, type: 'jpeg', quality: 60 })
    const inLanguage = { locale: language === 'cy' ? 'cy-GB' : 'en-GB' }
    const laptop = await someone(browser, withy, 'Farah', { ...inLanguage, viewport: { width: 1120, height: 700 } })
    const plan = await copyExample(laptop, withy, 'brackenford-east')
    await invite(laptop, withy, plan, { kind: 'code' })
    const phones = await Promise.all(
      NAMES.map((name) => someone(browser, withy, name, { ...inLanguage, viewport: { width: 360, height: 740 } })),
    )
    await bring(laptop, withy, plan, phones)
    const { page } = laptop
    const lead = leadByKeyboard(page, words)
    await page.goto(`/plans/${plan}/workshops`)
    await page.getByRole('textbox', { name: words.text('workshop.title') }).fill(TITLE[language])
    await take(page, 'before')
    await lead.prepare(plan, TITLE[language])
    await lead.open()
    const wall = await laptop.context.newPage()
    await wall.setViewportSize({ width: 1600, height: 900 })
    await wall.goto(`/plans/${plan}/screen`)
    await expect(wall.getByRole('img').first()).toBeVisible()
    await take(wall, 'screen')
    await lead.goOnTo('silent')
    const workshop = new URL(page.url()).pathname
    for (const [i, phone] of phones.entries()) {
      await phone.page.goto(workshop)
      await putIdea(phone.page, IDEAS[language][i] ?? '', words)
    }
    const [priya, ...others] = phones
    if (!priya) throw new Error('Nobody came.')
    await priya.page.evaluate(() => scrollTo(0, 0))
    await take(priya.page, 'ideas')
    await page.evaluate(() => scrollTo(0, 0))
    await take(page, 'lead')
    await lead.show()
    await lead.goOnTo('dots')
    for (const { page } of [priya, ...others]) {
      await expectStep(page, 'dots', words)
      await page.getByRole('button', { name: words.text('workshop.dot-more', { words: IDEAS[language][0] }) }).click()
    }
    await lead.show()
    await page.evaluate(() => scrollTo(0, 0))
    await take(page, 'dots')
    for (const { context } of [laptop, ...phones]) await context.close()
  })
}
