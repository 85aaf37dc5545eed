import { type BrowserContextOptions, expect } from '@playwright/test'
import { expectNoAxeFindings } from '../axe.ts'
import { EVERY_LOOK, everyPage, type Look, openDevices, TWO_LOOKS } from '../pages.ts'
import { bring, copyExample, test } from '../people.ts'
import { about, openBox, openItem, openPlan, section } from '../plan-page.ts'
import { expectBigTextFits, expectReflow } from '../reflow.ts'
import { expectTargets } from '../targets.ts'

/** Many pages in one test, and machines that are busy with other things. */
const LONG = 300_000
const LOOKS = process.env.WITHY_E2E_FULL ? EVERY_LOOK : TWO_LOOKS
const ENGLISH: Look = { theme: 'white', language: 'en' }

const PHONE: BrowserContextOptions = { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true }
const TABLET: BrowserContextOptions = { viewport: { width: 768, height: 1024 }, hasTouch: true }
const NARROW: BrowserContextOptions = { viewport: { width: 320, height: 640 } }

for (const look of LOOKS) {
  for (const [size, options] of Object.entries({ laptop: {}, phone: PHONE })) {
    test(`[A11Y-60] axe finds nothing on any page: ${look.theme}, ${look.language}, ${size}`, async ({
      withy,
      anna,
      ben,
      browser,
    }) => {
      test.setTimeout(LONG)
      const plan = await copyExample(anna, withy, 'brackenford-east')
      await bring(anna, withy, plan, [ben])
      const devices = await openDevices(anna, withy, browser, look, options)
      for (const one of await everyPage(anna, withy, plan)) {
        const page = await devices.visit(one)
        await expect(page.locator('html')).toHaveAttribute('lang', look.language)
        await expectNoAxeFindings(page, one.name)
      }
      await devices.close()
    })
  }

  test(`[A11Y-60] axe finds nothing in any state of the plan page: ${look.theme}, ${look.language}`, async ({
    withy,
    anna,
    browser,
  }) => {
    test.setTimeout(LONG)
    const plan = await copyExample(anna, withy, 'brackenford-east')
    const devices = await openDevices(anna, withy, browser, { ...look, language: 'en' })
    const { page } = devices
    await openPlan(page, plan)
    await openBox(section(page, 'Our shared story'), 'Our story')
    await expectNoAxeFindings(page, 'an open text box')
    await section(page, 'Living map')
      .getByRole('button', { name: about('Change') })
      .first()
      .click()
    await expectNoAxeFindings(page, 'an open item')
    await section(page, 'Living map').getByRole('button', { name: 'Take out' }).first().click()
    await expectNoAxeFindings(page, 'an item taken out')
    await page.getByRole('button', { name: /\bPeople$/ }).click()
    await expect(page.getByRole('complementary', { name: 'People and activity' })).toBeVisible()
    await expectNoAxeFindings(page, 'people and activity')
    for (const opener of PLAN_OPENERS) {
      await page.getByRole('button', { name: opener }).first().click()
      await expect(page.getByRole('dialog')).toBeVisible()
      await expectNoAxeFindings(page, String(opener))
      await page.keyboard.press('Escape')
      await expect(page.getByRole('dialog')).toHaveCount(0)
    }
    await devices.goOffline()
    await expect(page.getByText(/not connected/i).first()).toBeVisible({ timeout: 60_000 })
    await expectNoAxeFindings(page, 'not connected')
    await devices.close()
  })

  test(`[A11Y-60] axe finds nothing where people invite, set up and start: ${look.theme}, ${look.language}`, async ({
    withy,
    anna,
    browser,
  }) => {
    test.setTimeout(LONG)
    const plan = await copyExample(anna, withy, 'brackenford-east')
    const devices = await openDevices(anna, withy, browser, { ...look, language: 'en' })
    const { page } = devices
    await page.goto(`/plans/${plan}/share`)
    for (const opener of ['Change: Anna', 'Make a link', 'Show it on the wall', 'Withdraw']) {
      await page.getByRole('button', { name: opener }).first().click()
      await expectNoAxeFindings(page, `share: ${opener}`)
      await page.keyboard.press('Escape')
    }
    await page.goto(`/plans/${plan}/screen`)
    await page.getByRole('button', { name: 'Set up' }).click()
    await expectNoAxeFindings(page, 'setting up the room screen')
    await page.goto('/start')
    await page.getByRole('button', { name: 'Start the plan' }).click()
    await expectNoAxeFindings(page, 'starting with nothing filled in')
    await devices.close()
  })
}

/** Buttons of the plan page that open something over it. */
const PLAN_OPENERS = ['Aa: how it looks', 'Take away']

test('[A11Y-61] every control on every page is big enough for hands that shake', async ({ withy, anna, browser }) => {
  test.setTimeout(LONG)
  const plan = await copyExample(anna, withy, 'brackenford-east')
  for (const [size, options] of Object.entries({ phone: PHONE, tablet: TABLET })) {
    const devices = await openDevices(anna, withy, browser, ENGLISH, options)
    for (const one of await everyPage(anna, withy, plan)) {
      await expectTargets(await devices.visit(one), `${one.name} on a ${size}`)
    }
    const { page } = devices
    await openPlan(page, plan)
    const box = await openBox(section(page, 'Our shared story'), 'Our story')
    await expectTargets(page, `an open text box on a ${size}`)
    await box.press('Escape')
    await page.keyboard.press('Enter')
    await openItem(section(page, 'Living map'), '43 groups')
    await expectTargets(page, `an open item on a ${size}`)
    await devices.close()
  }
})

test('[A11Y-62] every page fits 320 pixels, and nothing is cut off at 200 %', async ({ withy, anna, browser }) => {
  test.setTimeout(LONG)
  const plan = await copyExample(anna, withy, 'brackenford-east')
  for (const language of ['en', 'cy'] as const) {
    const devices = await openDevices(anna, withy, browser, { theme: 'white', language }, NARROW)
    for (const one of await everyPage(anna, withy, plan)) {
      await expectReflow(await devices.visit(one), `${one.name}, ${language}`)
    }
    await devices.close()
    const laptop = await openDevices(anna, withy, browser, { theme: 'white', language })
    for (const one of await everyPage(anna, withy, plan)) {
      await expectBigTextFits(await laptop.visit(one), `${one.name}, ${language}`)
    }
    await laptop.close()
  }
})

test('[A11Y-2] [A11Y-3] the language follows the device, can be chosen on every page, and is kept', async ({
  withy,
  anna,
  browser,
}) => {
  const plan = await copyExample(anna, withy, 'brackenford-east')
  const devices = await openDevices(anna, withy, browser, { theme: 'white', language: 'cy' })
  const { page } = devices
  await page.goto('/')
  await expect(page.locator('html')).toHaveAttribute('lang', 'cy')
  for (const one of await everyPage(anna, withy, plan)) {
    const on = await devices.visit(one)
    // The room screen shows a room nothing but the plan; its language is among what is set up before people come.
    if (one.name === 'screen') await on.getByRole('button', { name: 'Gosod' }).click()
    await expect(on.getByRole('button', { name: 'English' }), one.name).toBeVisible()
  }
  await page.getByRole('button', { name: 'English' }).click()
  await expect(page.locator('html')).toHaveAttribute('lang', 'en')
  await page.goto('/help')
  await expect(page.locator('html')).toHaveAttribute('lang', 'en')
  await devices.close()
})
