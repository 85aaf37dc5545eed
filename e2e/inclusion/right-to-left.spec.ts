import { expect, type Locator, type Page } from '@playwright/test'
import { bring, someone, startPlan, test } from '../people.ts'
import { openBox, openPlan, saved, section } from '../plan-page.ts'
import { buildWithPseudo, showPseudo } from '../pseudo.ts'
import { ENGLISH, literally } from '../words.ts'
import { picture } from '../workshop.ts'
import { note } from './noted.ts'

const { text } = ENGLISH
const SECTION = 'Our shared story'

test('[A11Y-242] @F3 arrows move as seen in words from right to left, and among the tools of a page that runs so', async ({
  withy,
  anna,
  browser,
}, info) => {
  const plan = await startPlan(anna, withy)
  const { page } = anna
  await page.setViewportSize({ width: 1280, height: 800 })
  await openPlan(page, plan)
  const words = await openBox(section(page, SECTION), 'Our story')
  await words.pressSequentially('- ')
  await words.pressSequentially('صباح الخير')
  await page.getByRole('button', { name: text('plan.tool-language'), exact: true }).click()
  const list = page.getByLabel(text('spoken.label'))
  await expect(list).toBeFocused()
  await list.selectOption('ar')
  await page.getByRole('button', { name: text('spoken.set') }).click()
  await expect(words).toBeFocused()
  await picture({ page }, 'right-to-left-tools', false)
  const short = [
    ...(await notWith(page, words, 'ArrowRight', 1)),
    ...(await notWith(page, words, 'ArrowLeft', -1)),
    ...(await signs(words)),
  ]
  await expect(saved(page)).toBeVisible()

  const context = await browser.newContext({ baseURL: withy.url, storageState: await anna.context.storageState() })
  await showPseudo(context, buildWithPseudo(), 'ar-XB')
  const mirrored = await context.newPage()
  await mirrored.goto(`/plans/${plan}`)
  await expect(mirrored.locator('html')).toHaveAttribute('dir', 'rtl')
  await mirrored.locator('.box-change button').first().click()
  const tools = mirrored.getByRole('toolbar')
  // One in the midst: from the first, either arrow leads to the left, once round.
  await tools.getByRole('button').nth(2).focus()
  for (const [key, way] of [
    ['ArrowLeft', -1],
    ['ArrowRight', 1],
  ] as const) {
    const before = await focusedAt(mirrored)
    await mirrored.keyboard.press(key)
    if (Math.sign((await focusedAt(mirrored)) - before) !== way) short.push(`${key} among the tools`)
  }
  await context.close()
  note(info, { check: 'F3', looked: 8 + 8 + 1 + 2, short })
})

/** Presses of an arrow that move the caret another way than it points, from one end of a line of eight letters to the other. */
async function notWith(page: Page, words: Locator, key: 'ArrowLeft' | 'ArrowRight', way: 1 | -1): Promise<string[]> {
  await words.press(key === 'ArrowLeft' ? 'Home' : 'End')
  const wrong: string[] = []
  for (let n = 1; n <= 8; n++) {
    const before = await caretAt(page)
    await words.press(key)
    await expect.poll(() => caretAt(page)).not.toBe(before)
    if (Math.sign((await caretAt(page)) - before) !== way) wrong.push(`${key}, letter ${n}`)
  }
  return wrong
}

/** The sign of a point stands where its words begin. */
const signs = (words: Locator): Promise<string[]> =>
  words
    .locator('ul')
    .evaluateAll((lists) =>
      lists
        .filter((one) => getComputedStyle(one).direction !== 'rtl')
        .map(() => 'the sign of a point stands at its end'),
    )

const caretAt = (page: Page): Promise<number> =>
  page.evaluate(() => getSelection()?.getRangeAt(0).getClientRects()[0]?.x ?? Number.NaN)

const focusedAt = (page: Page): Promise<number> =>
  page.evaluate(() => document.activeElement?.getBoundingClientRect().x ?? Number.NaN)

test('[A11Y-243] @F3 names and titles from right to left stand by themselves in our sentences', async ({
  withy,
  anna,
  browser,
}, info) => {
  const plan = await startPlan(anna, withy, { title: 'خطة البستان (2)', name: 'أحمد (1)' })
  const noor = await someone(browser, withy, 'نور 7')
  await bring(anna, withy, plan, [noor])
  const { page } = anna
  await openPlan(noor.page, plan)
  await openPlan(page, plan)
  const found = [await notApart(page)]
  const others = await openBox(section(noor.page, SECTION), 'Our story')
  await others.pressSequentially('صباح')
  await expect(section(page, SECTION).getByText('صباح')).toBeVisible()
  found.push(await notApart(page))
  await page.getByRole('button', { name: new RegExp(`^${literally(text('plan.people'))}`) }).click()
  await expect(page.locator('.who-name', { hasText: 'نور 7' })).toBeVisible()
  found.push(await notApart(page))
  await picture({ page }, 'right-to-left-people', false)
  for (const path of ['/', `/plans/${plan}/history`, `/plans/${plan}/share`, `/plans/${plan}/agree`]) {
    await page.goto(path)
    await expect(page.getByText(/[\u0600-\u06ff]/).first()).toBeVisible()
    found.push(await notApart(page))
  }
  await noor.context.close()
  const looked = found.reduce((sum, one) => sum + one.looked, 0)
  note(info, { check: 'F3', looked, short: [...new Set(found.flatMap((one) => one.short))] })
})

/** Texts in which words from right to left meet letters, numbers or brackets of another direction, and nothing keeps them apart. */
const notApart = (page: Page): Promise<{ looked: number; short: string[] }> =>
  page.evaluate(() => {
    const FROM_RIGHT = /[\u0590-\u08ff]/
    const apart = (words: string) => words.replaceAll(/\u2068[^\u2069]*\u2069/g, '')
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    const texts: string[] = []
    const short: string[] = []
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const [words, parent] = [node.textContent ?? '', node.parentElement]
      if (!parent?.checkVisibility() || !FROM_RIGHT.test(words)) continue
      texts.push(words)
      const left = apart(words)
      if (FROM_RIGHT.test(left) && /[a-z0-9()]/i.test(left) && !parent.closest('bdi, [dir]:not(html)'))
        short.push(parent.outerHTML.slice(0, 160))
    }
    return { looked: texts.length, short }
  })
