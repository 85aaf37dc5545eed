import { expect } from '@playwright/test'
import { expectFocusSeen, tabTo } from '../keyboard.ts'
import { startPlan, test, wordsOf } from '../people.ts'
import { about, openPlan, saved, section } from '../plan-page.ts'

test('[A11Y-4] the first stop of a page leads past what is on every page', async ({ anna: { page } }) => {
  // Looking at a page with a test activates it, as a first touch would: not before the first key.
  await page.goto('/help', { waitUntil: 'networkidle' })
  await page.keyboard.press('Tab')
  await expect(page.getByRole('link', { name: 'Skip to the page' })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('main')).toBeFocused()
})

test('[A11Y-63] a plan is started without a mouse', async ({ anna: { page } }) => {
  await page.goto('/')
  await tabTo(page, page.getByRole('link', { name: 'Start a plan' }).first())
  await page.keyboard.press('Enter')
  await tabTo(page, page.getByRole('radio', { name: /^A place/ }))
  await page.keyboard.press('Space')
  await tabTo(page, page.getByRole('textbox', { name: 'What is the plan called?' }))
  await page.keyboard.type('By keyboard')
  await tabTo(page, page.getByRole('textbox', { name: 'Your name' }))
  await page.keyboard.type('Anna')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Space')
  await page.keyboard.press('Enter')
  await expect(saved(page)).toBeVisible()
  await expect(page.getByRole('heading', { level: 1 })).toContainText('By keyboard')
})

test('[A11Y-22] [A11Y-23] [A11Y-63] @C1 a text box is written in and left again without a mouse, by the keys that help names', async ({
  withy,
  anna,
}) => {
  const { page } = anna
  const plan = await startPlan(anna, withy)
  await openPlan(page, plan)
  const place = section(page, 'Our shared story')
  await tabTo(page, place.getByRole('button', { name: /^Write here/ }))
  await page.keyboard.press('Enter')
  const editor = place.getByRole('textbox', { name: /Our story/ })
  await expect(editor).toBeFocused()
  await page.keyboard.type('Typed by hand.')

  await page.keyboard.press('Alt+F10')
  const tools = place.getByRole('toolbar')
  await expect(tools.getByRole('button').first()).toBeFocused()
  await expectFocusSeen(page)
  await page.keyboard.press('ArrowRight')
  await expect(tools.getByRole('button').nth(1)).toBeFocused()
  await expectFocusSeen(page)
  await page.keyboard.press('End')
  await expect(tools.getByRole('button').last()).toBeFocused()
  await expectFocusSeen(page)
  await page.keyboard.press('Escape')
  await expect(editor).toBeFocused()

  await page.keyboard.press('Escape')
  await expect(place.getByRole('button', { name: 'Done' })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(place.getByRole('button', { name: /^Change/ }), 'back where the writing began').toBeFocused()
  await expect.poll(() => wordsOf(anna, withy, plan)).toContain('Typed by hand.')
})

test('[A11Y-22] [A11Y-63] Tab always leaves a text box, also from inside a list, for what stands around it', async ({
  withy,
  anna,
}) => {
  const { page } = anna
  await openPlan(page, await startPlan(anna, withy))
  const place = section(page, 'Our shared story')
  await tabTo(page, place.getByRole('button', { name: /^Write here/ }))
  await page.keyboard.press('Enter')
  const editor = place.getByRole('textbox', { name: /Our story/ })
  await page.keyboard.type('- first')
  await page.keyboard.press('Enter')
  await page.keyboard.type('second')
  await page.keyboard.press('Tab')
  await expect(editor).not.toBeFocused()
  await page.keyboard.press('Shift+Tab')
  await expect(editor).toBeFocused()
  await page.keyboard.press('Shift+Tab')
  await expect(editor).not.toBeFocused()
  await tabTo(page, place.getByRole('button', { name: 'Done' }))
  await tabTo(page, place.getByRole('toolbar').getByRole('button').first(), 'Shift+Tab')
})

test('[A11Y-24] [A11Y-63] @C1 an item is added, moved, taken out and put back without a mouse', async ({
  withy,
  anna,
}) => {
  const { page } = anna
  const plan = await startPlan(anna, withy)
  await openPlan(page, plan)
  const map = section(page, 'Living map')
  const add = map.getByRole('button', { name: /^Add a good thing/ })
  await tabTo(page, add)
  for (const words of ['Library', 'Orchard']) {
    await page.keyboard.press('Enter')
    await expect(map.getByRole('textbox').first()).toBeFocused()
    await page.keyboard.type(words)
    await page.keyboard.press('Escape')
    await expect(map.getByRole('button', { name: 'Done' })).toBeFocused()
    await page.keyboard.press('Enter')
    await expect(map.getByRole('button', { name: about('Change', words) })).toBeFocused()
    await tabTo(page, add)
  }
  await tabTo(page, map.getByRole('button', { name: about('Change', 'Orchard') }), 'Shift+Tab')
  await page.keyboard.press('Enter')
  const up = map.getByRole('button', { name: 'Move up' })
  await tabTo(page, up)
  await page.keyboard.press('Enter')
  await expect(up, 'the focus goes along').toBeFocused()
  await expect(map.getByRole('article').first()).toHaveAccessibleName('Orchard')
  await tabTo(page, map.getByRole('button', { name: 'Take out' }))
  await page.keyboard.press('Enter')
  const back = map.getByRole('button', { name: about('Put it back', 'Orchard') })
  await expect(back, 'the way back is next').toBeFocused()
  await page.keyboard.press('Enter')
  await expect.poll(() => wordsOf(anna, withy, plan)).toContain('Orchard')
})

test('[A11Y-7] [A11Y-63] @C7 dialogs open, keep the focus, close with Escape and give it back', async ({
  withy,
  anna,
}) => {
  const { page } = anna
  await openPlan(page, await startPlan(anna, withy))
  const aa = page.getByRole('button', { name: 'Aa: how it looks' })
  await tabTo(page, aa)
  await page.keyboard.press('Enter')
  const dialog = page.getByRole('dialog')
  await expect(dialog.getByRole('heading', { level: 2 })).toBeFocused()
  const toReach = dialog.locator('button, select, input:not([type=radio]), input:checked')
  const controls = await toReach.count()
  for (const key of ['Tab', 'Shift+Tab']) {
    // Once round, from a stop to the same one again.
    const round: string[] = []
    await page.keyboard.press(key)
    const first = await dialog.evaluate(stopIn)
    for (let stop = first; round.length === 0 || stop !== first; stop = await dialog.evaluate(stopIn)) {
      round.push(stop)
      await expectFocusSeen(page)
      if (round.length > 2 * controls) break
      await page.keyboard.press(key)
    }
    const inside = round.filter((stop) => /^<(button|select|input)/.test(stop))
    expect(inside.length, `${key} comes to everything in it\n${round.join('\n')}`).toBe(controls)
    expect(round.filter((stop) => stop.startsWith('behind it'))).toEqual([])
    // The browser's own bar is a stop, once; a dialog that scrolls may be one.
    expect(round.filter((stop) => stop === 'nothing').length, key).toBeLessThanOrEqual(1)
  }
  await page.keyboard.press('Escape')
  await expect(dialog).toBeHidden()
  await expect(aa).toBeFocused()
})

/** What has the focus, seen from a dialog. */
function stopIn(dialog: Element): string {
  const at = document.activeElement
  if (!at || at === document.body) return 'nothing'
  const numbered = [...document.querySelectorAll('*')].indexOf(at)
  return `${dialog.contains(at) ? '' : 'behind it: '}${at.outerHTML.slice(0, 100)} (${numbered})`
}
