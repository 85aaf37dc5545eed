import { expect, type Locator, type Page } from '@playwright/test'
import { expectNoAxeFindings } from '../axe.ts'
import { ask, bring, startPlan, test, wordsOf } from '../people.ts'
import { aPhoto, LEFT_OUT } from '../photo.ts'
import { openBox, openPlan, section } from '../plan-page.ts'

/** What is new on the page of a plan, which is looked at whole elsewhere. */
const EASY = '.easy-slot, .easy-place'

declare global {
  interface Window {
    /** The bytes of each photo that this page sent, a letter each. */
    sentPhotos: string[]
  }
}

/** A browser does not tell what it sends of a file. */
const listenForPhotos = (page: Page) =>
  page.evaluate(() => {
    window.sentPhotos = []
    const { fetch } = window
    window.fetch = async (where, how) => {
      if (how?.body instanceof Blob)
        window.sentPhotos.push(new TextDecoder('latin1').decode(await how.body.arrayBuffer()))
      return fetch(where, how)
    }
  })

const easyOf = (page: Page) => section(page, 'Our place').getByRole('region', { name: 'In easy words' })

test('[EASY-20] [EASY-21] [EASY-22] easy words are written by keyboard with a picture, checked with somebody, and read alone', async ({
  withy,
  anna,
  ben,
}) => {
  const plan = await startPlan(anna, withy)
  await bring(anna, withy, plan, [ben], 'viewer')
  const { page } = anna
  await openPlan(page, plan)
  const place = section(page, 'Our place')
  const editor = await openBox(place, 'The place')
  await editor.pressSequentially('We live by the mill. There is a bus to town.')
  await place.getByRole('button', { name: 'Done' }).click()

  await place.getByRole('button', { name: /^In easy words/ }).focus()
  await page.keyboard.press('Enter')
  await easyOf(page).getByRole('button', { name: 'Start from the full text' }).focus()
  await page.keyboard.press('Enter')
  await expect(easyOf(page).getByRole('article')).toHaveCount(2)
  await expect(easyOf(page).getByRole('heading', { name: 'In easy words' })).toBeFocused()
  await expect(easyOf(page)).toContainText('Not checked yet.')

  const second = easyOf(page).getByRole('article').nth(1)
  await second.getByRole('button', { name: /^Change/ }).focus()
  await page.keyboard.press('Enter')
  await expect(easyOf(page).getByRole('textbox', { name: 'Easy words' })).toBeFocused()
  const bus = easyOf(page).getByRole('button', { name: 'A bus', exact: true })
  await bus.focus()
  await page.keyboard.press('Enter')
  await expect(bus).toHaveAttribute('aria-pressed', 'true')
  await expectNoAxeFindings(page, 'a row being written', EASY)
  await page.keyboard.press('Escape')
  await page.keyboard.press('Enter')
  await expect(second.locator('img')).toHaveJSProperty('complete', true)
  expect(await second.locator('img').evaluate((img: HTMLImageElement) => img.naturalWidth)).toBeGreaterThan(0)

  await easyOf(page).getByRole('button', { name: 'We checked this together' }).click()
  await page.getByRole('textbox', { name: 'Who you checked it with' }).fill('Ann')
  await page.getByLabel('Which day').fill('2026-11-03')
  await page.getByRole('button', { name: 'Keep' }).click()
  await expect(easyOf(page)).toContainText('Checked with Ann on 3 November 2026.')

  // Ben reads, and puts the full text away; then it changes.
  await openPlan(ben.page, plan)
  const bens = section(ben.page, 'Our place')
  await bens.getByRole('button', { name: 'In easy words (2): Our place' }).click()
  await easyOf(ben.page).getByRole('button', { name: 'Only the easy words' }).click()
  await expect(bens.getByRole('heading', { name: 'The place' })).toBeHidden()
  await expect(easyOf(ben.page)).toContainText('Checked with Ann on 3 November 2026.')
  await expectNoAxeFindings(ben.page, 'easy words alone', EASY)
  const again = await openBox(place, 'The place')
  await again.press('ControlOrMeta+Home')
  await again.pressSequentially('Now ')
  await expect(easyOf(ben.page).getByText('The full text changed. Check this.')).toHaveCount(1)

  // Whoever agrees, or takes the plan away, has them too.
  expect(await wordsOf(ben, withy, plan)).toContain('"picture":"bus"')
  const { edition } = await ask<{ edition: unknown }>(ben, withy, 'GET', `/api/plans/${plan}/edition`)
  expect(JSON.stringify(edition)).toContain('In easy words. Checked with Ann on 3 November 2026.')
})

test('[EASY-50] [EASY-51] [EASY-53] [EASY-66] @B12 a photo of one’s own is made bare on the phone, asked about, and seen by others with its words', async ({
  withy,
  anna,
  ben,
}) => {
  const plan = await startPlan(anna, withy)
  await bring(anna, withy, plan, [ben], 'viewer')
  const { page } = anna
  await page.setViewportSize({ width: 320, height: 700 })
  await openPlan(page, plan)
  await section(page, 'Our place')
    .getByRole('button', { name: /^In easy words/ })
    .click()
  await easyOf(page).getByRole('button', { name: 'Add a sentence' }).click()
  await easyOf(page).getByRole('textbox', { name: 'Easy words' }).fill('Beth rings on Sundays.')
  await easyOf(page).getByRole('button', { name: 'Use a photo of your own' }).click()
  const dialog = page.getByRole('dialog', { name: 'A photo of your own' })
  const photo = await aPhoto(page)
  expect(photo.buffer.includes(LEFT_OUT)).toBe(true)
  await dialog.getByLabel('Choose a photo').setInputFiles(photo)
  await expect(dialog.getByRole('heading', { name: 'Your photo' })).toBeVisible()
  await dialog.getByRole('textbox', { name: 'What does the photo show?' }).fill('My sister Beth')
  await dialog.getByRole('radio', { name: 'Yes, and they said yes to this' }).check()
  await dialog.getByRole('textbox', { name: 'Who said yes' }).fill('Beth')
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320)
  await expectNoAxeFindings(page, 'a photo that is asked about', 'dialog')
  await listenForPhotos(page)
  await dialog.getByRole('button', { name: 'Use this photo' }).click()
  await expect(dialog).toBeHidden()
  await expect(easyOf(page).getByRole('button', { name: 'My sister Beth' })).toHaveAttribute('aria-pressed', 'true')

  const sent = await page.evaluate(() => window.sentPhotos)
  const [said, ...file] = sent[0]?.split('\n') ?? []
  expect(said).toBe('{"shows":"agreed","who":"Beth"}')
  expect(sent.length).toBe(1)
  expect(file.join('\n').slice(6, 10)).toBe('JFIF')
  expect(file.join('\n').length).toBeLessThanOrEqual(300_000)
  expect(sent[0], 'nothing but the picture leaves the device').not.toContain(LEFT_OUT)
  expect(sent[0]).not.toContain('Exif')

  await easyOf(page).getByRole('button', { name: 'Done' }).click()
  await easyOf(page).getByRole('button', { name: 'Add a sentence' }).click()
  await easyOf(page).getByRole('textbox', { name: 'Easy words' }).fill('We ride the bus.')
  await easyOf(page).getByRole('button', { name: 'A bus', exact: true }).click()
  await expect(easyOf(page).getByRole('button', { name: 'A bus', exact: true })).toHaveAttribute('aria-pressed', 'true')

  await openPlan(ben.page, plan)
  await section(ben.page, 'Our place')
    .getByRole('button', { name: /^In easy words/ })
    .click()
  const bens = easyOf(ben.page).getByRole('article').getByRole('img', { name: 'My sister Beth' })
  const natural = (img: HTMLImageElement) => [img.naturalWidth, img.naturalHeight]
  await expect.poll(() => bens.evaluate(natural), 'upright').toEqual([600, 800])
  const shown = await bens.boundingBox()
  expect((shown?.height ?? 0) * 0.75, 'as wide as it is drawn').toBeGreaterThanOrEqual(90)
  const bus = easyOf(ben.page).getByText('We ride the bus.', { exact: true })
  const begins = async (words: Locator) => (await words.boundingBox())?.x
  expect(await begins(bus), 'beside a photo and a picture').toBe(
    await begins(easyOf(ben.page).getByText('Beth rings on Sundays.', { exact: true })),
  )
})

test('[EASY-23] [EASY-39] [A11Y-250] [A11Y-252] easy words fit a narrow screen in both languages, side by side where there is room, with pictures of 90 px and letters of 18 px or more', async ({
  withy,
  anna,
}) => {
  const plan = await startPlan(anna, withy)
  const { page } = anna
  await page.setViewportSize({ width: 320, height: 700 })
  await openPlan(page, plan)
  for (const name of ['In easy words', 'Mewn geiriau hawdd']) {
    const isFirst = name === 'In easy words'
    const place = page.locator('#place')
    if (isFirst) await place.getByRole('button', { name: new RegExp(`^${name}`) }).click()
    const easy = place.getByRole('region', { name })
    if (isFirst) {
      await easy.getByRole('button', { name: 'Add a sentence' }).click()
      await easy
        .getByRole('textbox', { name: 'Easy words' })
        .fill('We ride the bus to participate in everything, everywhere.')
      await easy.getByRole('button', { name: 'Write it in Welsh too' }).click()
      await easy.getByRole('textbox', { name: 'In Welsh' }).fill('Rydyn ni’n teithio ar y bws i bopeth, ym mhobman.')
      await easy.getByRole('button', { name: 'A bus' }).click()
      await easy.getByRole('button', { name: 'Choose another picture' }).click()
      await easy.getByRole('button', { name: 'Done' }).scrollIntoViewIfNeeded()
    }
    const wide = await page.evaluate(() => document.documentElement.scrollWidth)
    expect(wide, 'nothing to scroll sideways').toBeLessThanOrEqual(320)
    for (const button of await easy.getByRole('button').all()) {
      const size = await button.boundingBox()
      expect(size?.height ?? 44, (await button.textContent()) ?? '').toBeGreaterThanOrEqual(44)
      expect(size?.width ?? 44).toBeGreaterThanOrEqual(44)
    }
    if (isFirst) await page.getByRole('button', { name: 'Cymraeg' }).first().click()
  }
  const easy = page.locator('#place').getByRole('region')
  await easy.locator('[data-done]').click()
  const picture = await easy.getByRole('article').locator('img').boundingBox()
  expect(Math.min(picture?.width ?? 0, picture?.height ?? 0)).toBeGreaterThanOrEqual(90)
  const words = easy.getByText('We ride the bus')
  const welsh = easy.getByText('Rydyn ni’n teithio')
  const [over, under] = await Promise.all([welsh.boundingBox(), words.boundingBox()])
  expect(under?.y ?? 0, 'one under the other').toBeGreaterThanOrEqual((over?.y ?? 0) + (over?.height ?? 0))
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320)
  expect(await words.evaluate((p) => Number.parseFloat(getComputedStyle(p).fontSize))).toBeGreaterThanOrEqual(18)
  await page.setViewportSize({ width: 1200, height: 900 })
  const picturePlace = easy.locator('img').first()
  const [right, middle, left] = await Promise.all([words, welsh, picturePlace].map((one) => one.boundingBox()))
  expect(left?.x ?? 0, 'the picture is on the left').toBeLessThan(middle?.x ?? 0)
  expect(right?.x ?? 0, 'side by side').toBeGreaterThanOrEqual((middle?.x ?? 0) + (middle?.width ?? 0))
  const letters = await words.evaluate((p) => p.clientWidth / Number.parseFloat(getComputedStyle(p).fontSize))
  expect(letters, 'no more than 60 letters of half an em').toBeLessThanOrEqual(30)
  await expectNoAxeFindings(page, 'easy words in Welsh', EASY)

  const both = easy.getByRole('button', { name: 'Cymraeg a Saesneg gyda’i gilydd' })
  await expect(both).toHaveCSS('box-shadow', /inset/)
  await both.click()
  await expect(words).toBeHidden()
  await expect(both).toHaveCSS('box-shadow', /^(?!.*inset)/)

  // Letters three times as large.
  await page.evaluate(() => document.documentElement.style.setProperty('font-size', '300%'))
  const [above, below] = await Promise.all([picturePlace, welsh].map((one) => one.boundingBox()))
  expect(below?.y ?? 0, 'words under their picture').toBeGreaterThan((above?.y ?? 0) + (above?.height ?? 0))
})
