import { type BrowserContextOptions, expect } from '@playwright/test'
import { SHAPES } from '@withy/shared/plan'
import { expectNoAxeFindings } from '../axe.ts'
import { looksOfCaretName } from '../carets.ts'
import { contrast } from '../contrast.ts'
import { EVERY_LOOK, everyPage, type Look, openDevices, showInTheme, THEMES, TWO_LOOKS } from '../pages.ts'
import { bring, copyExample, startPlan, test } from '../people.ts'
import { about, addItem, openBox, openItem, openPlan, section } from '../plan-page.ts'
import { expectBigTextFits, expectNarrowFits } from '../reflow.ts'
import { says } from '../talking.ts'
import { expectTargets } from '../targets.ts'
import { literally, textIdsIn, wordsIn } from '../words.ts'

/** Many pages in one test, and machines that are busy with other things. */
const LONG = 300_000
const IS_FULL = Boolean(process.env.WITHY_E2E_FULL)
const LOOKS = IS_FULL ? EVERY_LOOK : TWO_LOOKS
const ENGLISH: Look = { theme: 'white', language: 'en' }

const PHONE: BrowserContextOptions = { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true }
const TABLET: BrowserContextOptions = { viewport: { width: 768, height: 1024 }, hasTouch: true }
const SIZES = { laptop: {}, phone: PHONE, tablet: TABLET }

/** Every look at every size in full; else each of the two at one of them. */
const sizesOf = (look: Look): readonly (keyof typeof SIZES)[] => {
  if (IS_FULL) return ['laptop', 'phone', 'tablet']
  return [look.language === 'en' ? 'laptop' : 'phone']
}

for (const look of LOOKS) {
  for (const size of sizesOf(look)) {
    test(`[A11Y-3] [A11Y-60] [A11Y-61] [A11Y-62] every page can be read, reached and hit: ${look.theme}, ${look.language}, ${size}`, async ({
      withy,
      anna,
      ben,
      browser,
    }) => {
      test.setTimeout(LONG)
      const { text } = wordsIn(look.language)
      const other = look.language === 'en' ? 'Cymraeg' : 'English'
      const plan = await copyExample(anna, withy, 'brackenford-east')
      await bring(anna, withy, plan, [ben])
      const devices = await openDevices(anna, withy, browser, look, SIZES[size])
      for (const one of await everyPage(anna, withy, plan)) {
        const page = await devices.visit(one)
        await expect(page.locator('html')).toHaveAttribute('lang', look.language)
        // A page that forgot to fetch some of its texts shows their ids.
        expect(textIdsIn((await page.locator('body').textContent()) ?? ''), one.name).toEqual([])
        await expectNoAxeFindings(page, one.name)
        // The look of a page is the dearest thing here: each visit is for all that is looked at in that size.
        if (size === 'laptop') await expectBigTextFits(page, one.name)
        else await expectTargets(page, one.name)
        if (size === 'phone') await expectNarrowFits(page, one.name)
        // The room screen shows a room nothing but the plan; its language is among what is set up before people come.
        if (one.name === 'screen') await page.getByRole('button', { name: text('screen.set-up'), exact: true }).click()
        await expect(page.getByRole('button', { name: other }), one.name).toBeVisible()
      }
      await devices.close()
    })
  }

  test(`[A11Y-60] axe finds nothing in any state of the plan page: ${look.theme}, ${look.language}`, async ({
    withy,
    anna,
    ben,
    browser,
  }) => {
    test.setTimeout(LONG)
    const words = wordsIn(look.language)
    const { text } = words
    // A short plan: axe looks at all of the page in each state, and at a long one among the pages above.
    const plan = await startPlan(anna, withy)
    const devices = await openDevices(anna, withy, browser, look)
    const { page } = devices
    await openPlan(page, plan, words)
    await expect(page.locator('html')).toHaveAttribute('lang', look.language)
    await openBox(section(page, words.section('our-story')), words.box('our-story.story'), words)
    await page.keyboard.type('Orchards')
    await expectNoAxeFindings(page, 'an open text box')
    const map = section(page, words.section('living-map'))
    for (const list of ['asset', 'action'] as const) {
      const item = await addItem(map, SHAPES[list].add[look.language], 'Orchard', words)
      await item.getByRole('button', { name: text('plan.done') }).click()
    }
    await map
      .getByRole('button', { name: about(literally(text('plan.change')), 'Orchard') })
      .first()
      .click()
    await expectNoAxeFindings(page, 'an open item')
    await map.getByRole('button', { name: text('plan.take-out'), exact: true }).click()
    const folded = map.locator('details:not([open]) > summary').filter({ visible: true })
    while ((await folded.count()) > 0) await folded.first().click()
    await expect(map.getByRole('radio').first()).toBeVisible()
    await expectNoAxeFindings(page, 'an item taken out, and all that is folded')
    await page.getByRole('button', { name: new RegExp(`^${literally(text('plan.people'))}`) }).click()
    await expect(page.getByRole('complementary', { name: text('plan.people-and-activity') })).toBeVisible()
    await expectNoAxeFindings(page, 'people and activity')
    await says(anna, withy, plan, 'comment')
    // What one asks oneself waits for others.
    await bring(anna, withy, plan, [ben])
    await says(ben, withy, plan, 'meaning', { quote: 'Orchards' })
    await page.getByRole('button', { name: text('talk-waiting.count', { count: '1' }) }).click()
    await expect(page.getByRole('complementary', { name: text('talk.title') }).getByRole('article')).toHaveCount(2)
    await page.getByText(text('talk-waiting.some'), { exact: true }).click()
    await expectNoAxeFindings(page, 'comments')
    for (const opener of ['common.reading', 'plan.take-away']) {
      await page
        .getByRole('button', { name: text(opener), exact: true })
        .first()
        .click()
      await expect(page.getByRole('dialog')).toBeVisible()
      await expectNoAxeFindings(page, opener)
      await page.keyboard.press('Escape')
      await expect(page.getByRole('dialog')).toHaveCount(0)
    }
    await withy.cutPower()
    await expect(page.getByText(text('live.light-lost'), { exact: true }).first()).toBeVisible({ timeout: 60_000 })
    await expectNoAxeFindings(page, 'not connected')
    await devices.close()
  })

  test(`[A11Y-60] axe finds nothing where people invite, set up and start: ${look.theme}, ${look.language}`, async ({
    withy,
    anna,
    browser,
  }) => {
    test.setTimeout(LONG)
    const { text } = wordsIn(look.language)
    const plan = await copyExample(anna, withy, 'brackenford-east')
    const devices = await openDevices(anna, withy, browser, look)
    const { page } = devices
    await page.goto(`/plans/${plan}/share`)
    for (const opener of [
      text('people.change-named', { name: 'Anna' }),
      text('share.make-link'),
      text('share.wall'),
      text('share.withdraw'),
    ]) {
      await page.getByRole('button', { name: opener, exact: true }).first().click()
      await expectNoAxeFindings(page, `share: ${opener}`)
      await page.keyboard.press('Escape')
    }
    await page.goto(`/plans/${plan}/screen`)
    await page.getByRole('button', { name: text('screen.set-up'), exact: true }).click()
    await expectNoAxeFindings(page, 'setting up the room screen')
    await page.goto('/start')
    await page.getByRole('button', { name: text('start.go'), exact: true }).click()
    await expectNoAxeFindings(page, 'starting with nothing filled in')
    await expect(page.locator('html')).toHaveAttribute('lang', look.language)
    await devices.close()
  })
}

/** Small bold words are small words (WCAG 2.2, 1.4.3). */
const LEAST_CONTRAST = 4.5

test('[A11Y-60] the names at others’ carets, which axe is not shown, are read in every theme and colour', async ({
  withy,
  anna,
  ben,
}) => {
  const plan = await startPlan(anna, withy)
  await bring(anna, withy, plan, [ben])
  for (const { page } of [anna, ben]) await openPlan(page, plan)
  const bens = await openBox(section(ben.page, 'Our shared story'), 'Our story')
  await bens.pressSequentially('Orchards')
  const annas = await openBox(section(anna.page, 'Our shared story'), 'Our story')
  await expect(annas).toContainText('Orchards')
  for (const theme of THEMES) {
    await showInTheme(anna.page, theme)
    // A name comes with each move of its caret, and goes after a moment.
    const looks = await looksOfCaretName(anna.page, bens)
    const grounds = new Set(looks.map(({ ground }) => ground))
    if (theme === 'white') expect(grounds.size, 'each person has a colour').toBe(looks.length)
    const unread = looks.filter(({ colour, ground, alone }) => !alone || contrast(colour, ground) < LEAST_CONTRAST)
    expect.soft(unread, theme).toEqual([])
  }
})

test('[A11Y-61] what opens on the page of a plan is big enough for hands that shake', async ({
  withy,
  anna,
  browser,
}) => {
  const plan = await copyExample(anna, withy, 'brackenford-east')
  const devices = await openDevices(anna, withy, browser, ENGLISH, PHONE)
  const { page } = devices
  await openPlan(page, plan)
  const box = await openBox(section(page, 'Our shared story'), 'Our story')
  await expectTargets(page, 'an open text box')
  await box.press('Escape')
  await page.keyboard.press('Enter')
  await openItem(section(page, 'Living map'), '43 groups')
  await expectTargets(page, 'an open item')
  await devices.close()
})

test('[A11Y-2] [A11Y-3] the language follows the device, can be chosen, and is kept', async ({
  withy,
  anna,
  browser,
}) => {
  const devices = await openDevices(anna, withy, browser, { theme: 'white', language: 'cy' })
  const { page } = devices
  await page.goto('/')
  await expect(page.locator('html')).toHaveAttribute('lang', 'cy')
  await page.getByRole('button', { name: 'English' }).click()
  await expect(page.locator('html')).toHaveAttribute('lang', 'en')
  await page.goto('/help')
  await expect(page.locator('html')).toHaveAttribute('lang', 'en')
  await devices.close()
})
