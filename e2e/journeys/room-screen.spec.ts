import { expect } from '@playwright/test'
import { expectNoAxeFindings } from '../axe.ts'
import { bring, copyExample, invite, startPlan, test } from '../people.ts'
import { about, openBox, openPlan, section } from '../plan-page.ts'
import { readQr } from '../qr.ts'

test('[SYNC-70] [SYNC-71] [SYNC-74] [SYNC-75] the big screen follows the facilitator, shows words as sentences end, and how to join', async ({
  withy,
  facilitator,
  anna,
  bigScreen,
  phone,
}) => {
  const plan = await startPlan(facilitator, withy)
  await bring(facilitator, withy, plan, [anna])
  await bring(facilitator, withy, plan, [bigScreen], 'viewer')
  await bigScreen.page.goto(`/plans/${plan}/screen`)
  await expect(bigScreen.page.getByText('Can everyone read this?', { exact: false })).toBeVisible()

  await openPlan(facilitator.page, plan)
  for (const title of ['Our shared story', 'Our place']) {
    const place = section(facilitator.page, title)
    await place.getByText(/^More/).click()
    await place.getByRole('button', { name: 'Show on the room screen' }).click()
    await expect(place.getByText('The room screen shows this section.')).toBeVisible()
    await expect(bigScreen.page.getByRole('heading', { level: 1 })).toHaveText(title)
  }

  await openPlan(anna.page, plan)
  const editor = await openBox(section(anna.page, 'Our place'), 'The place')
  await editor.pressSequentially('From the canal to the orchard. ')
  await expect(bigScreen.page.getByText('From the canal to the orchard.')).toBeVisible()
  await expect(bigScreen.page.getByRole('button', { name: about('Write here|Change', '.*') })).toHaveCount(0)
  await expect(bigScreen.page.getByText('Anna'), 'who writes is nobody’s business in the room').toHaveCount(0)

  // On the facilitator's own laptop the screen also says how to join, with a code that was made for the room.
  await invite(facilitator, withy, plan, { kind: 'code' })
  await facilitator.page.goto(`/plans/${plan}/screen`)
  const join = facilitator.page.getByRole('complementary', { name: 'How to join' })
  await expect(facilitator.page.getByRole('heading', { level: 1 })).toHaveText('Our place')
  await expect(join).toBeVisible()
  await expectNoAxeFindings(facilitator.page, 'the room screen with how to join')
  await phone.page.goto(await readQr(join.getByRole('img', { name: 'QR code to join this plan' })))
  await phone.page.getByRole('textbox', { name: 'Your name' }).fill('Priya')
  await phone.page.getByRole('button', { name: 'Join' }).click()
  await expect(phone.page.getByRole('heading', { level: 1 })).toContainText('Brackenford East')
})

/** How large letters are at least, as a share of the screen's height (SPEC SYNC-76). */
const SMALLEST = { Near: 0.045, Middle: 0.055, Far: 0.08 } as const

test('[SYNC-76] the back row can read it: big letters, whole lines, nothing to scroll', async ({
  withy,
  facilitator,
}) => {
  const { page } = facilitator
  const plan = await copyExample(facilitator, withy, 'brackenford-east')
  await page.setViewportSize({ width: 1920, height: 1080 })
  await page.goto(`/plans/${plan}/screen`)
  await page.getByRole('button', { name: 'Next section' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Our place')
  const words = page.locator('.screen-words')
  const checkPages = async (distance: keyof typeof SMALLEST) => {
    for (let step = 0; step < 4; step++) {
      await expect(words.locator('p').filter({ visible: true }).first()).toBeVisible()
      // Asked again where the words have just been drawn anew.
      await expect
        .poll(() => words.evaluate(smallestLetters), distance)
        .toBeGreaterThanOrEqual(1080 * SMALLEST[distance] - HUNDREDTH)
      const scrolls = await page.evaluate(() => document.documentElement.scrollHeight > innerHeight + 1)
      expect(scrolls).toBe(false)
      await page.keyboard.press('PageDown')
    }
  }
  // Nobody has to choose first: a screen starts for a middle back row.
  await checkPages('Middle')
  for (const distance of ['Near', 'Far'] as const) {
    await page.getByRole('button', { name: 'Set up' }).click()
    await page.getByRole('radio', { name: distance }).check()
    await page.getByRole('dialog').getByRole('button', { name: 'Done' }).click()
    await checkPages(distance)
  }
})

/** Browsers round what they compute (CSS px). */
const HUNDREDTH = 0.01

/** The size of the smallest words in an element (CSS px). */
function smallestLetters(words: Element): number {
  const sizes = [...words.querySelectorAll('*')]
    .filter((element) => [...element.childNodes].some(({ nodeType, nodeValue }) => nodeType === 3 && nodeValue?.trim()))
    .map((element) => Number.parseFloat(getComputedStyle(element).fontSize))
  return sizes.length === 0 ? 0 : Math.min(...sizes)
}

test('[SYNC-72] held still, the screen keeps its words and its section while another one moves on', async ({
  withy,
  facilitator,
  anna,
  bigScreen,
}) => {
  const plan = await startPlan(facilitator, withy)
  await bring(facilitator, withy, plan, [anna])
  await bring(facilitator, withy, plan, [bigScreen], 'viewer')
  const held = facilitator.page
  const moving = bigScreen.page
  for (const page of [held, moving]) await page.goto(`/plans/${plan}/screen`)
  const title = (page: typeof held) => page.getByRole('heading', { level: 1 })
  await held.getByRole('button', { name: 'Next section' }).click()
  for (const page of [held, moving]) await expect(title(page)).toHaveText('Our place')
  await held.getByRole('button', { name: 'Hold this screen still' }).click()
  await openPlan(anna.page, plan)
  const editor = await openBox(section(anna.page, 'Our place'), 'The place')
  await editor.pressSequentially('Not yet for the room.')
  await expect(moving.getByText('Not yet for the room.')).toBeVisible()
  await expect(held.getByText('This screen is held still')).toBeVisible()
  await expect(held.getByText('Not yet for the room.')).toHaveCount(0)

  await held.getByRole('button', { name: 'Next section' }).click()
  await expect(title(moving)).not.toHaveText('Our place')
  await expect(title(held)).toHaveText('Our place')
  await held.getByRole('button', { name: 'Hold this screen still' }).click()
  await expect(title(held)).toHaveText((await title(moving).textContent()) ?? '')
  await held.getByRole('button', { name: 'Previous section' }).click()
  await expect(held.getByText('Not yet for the room.')).toBeVisible()
})
