import { expect, type Locator, type Page } from '@playwright/test'
import { bring, startPlan, test } from '../people.ts'
import { cutOff, openBox, openPlan, saved, section } from '../plan-page.ts'
import { expectGood } from '../workshop.ts'

const topOf = (what: Locator) => what.evaluate((element) => element.getBoundingClientRect().top)
const endOf = (what: Locator) => what.evaluate((element) => element.getBoundingClientRect().bottom)

/** The first time anything is asked for it is lost, as where a phone goes from wifi to its own network. Gives what was, and what has come since. */
async function loseEachOnce(page: Page) {
  const lost = new Set<string>()
  const came = new Set<string>()
  page.on('requestfinished', (request) => came.add(new URL(request.url()).pathname))
  await page.route('**/*', (route, request) => {
    const { pathname } = new URL(request.url())
    // Where the page itself has no answer the browser says so; without fonts and pictures a page is whole.
    const isElse = request.isNavigationRequest() || /font|image/.test(request.resourceType())
    if (isElse || lost.has(pathname)) return route.fallback()
    lost.add(pathname)
    return route.abort('connectionreset')
  })
  return { lost, away: () => [...lost].filter((path) => !came.has(path)) }
}

test('[SYNC-141] a network that changes while pages open leaves none of them dead', async ({ withy, anna }) => {
  const { page } = anna
  const plan = await startPlan(anna, withy)
  const { lost, away } = await loseEachOnce(page)
  /** `asks`: what the page asks for at some time, and does not get. */
  const opens = async (path: string, heading: string | RegExp, asks: readonly RegExp[]) => {
    await page.goto(path)
    await expect(page.getByRole('heading', { level: 1, name: heading })).toBeVisible()
    for (const one of asks) await expect.poll(() => [...lost].some((each) => one.test(each)), String(one)).toBe(true)
    await expect.poll(away, `what ${path} lost and never got`).toEqual([])
  }
  await opens('/help', 'Help', [/\/before-paint\.js$/, /\/index-[^/]+\.js$/, /\.css$/])
  await opens(`/plans/${plan}/share`, /Share/, [/\/invitations$/])
  await opens(`/plans/${plan}`, 'Brackenford East', [/\/words$/, /\/glossary$/])
  await expect(saved(page)).toBeVisible()
  await openBox(section(page, 'Our shared story'), 'Our story')
  await expect.poll(away).toEqual([])
})

test('[SYNC-141] a part of the page that did not come, for its style sheet was lost each time, comes whole when it is asked for anew', async ({
  withy,
  anna,
}) => {
  const { page } = anna
  const plan = await startPlan(anna, withy)
  let isLost = true
  // The sheet of the writing tools, by what is in it: its file is named for nothing.
  await page.route('**/*.css', async (route) => {
    const sheet = await (await route.fetch()).text()
    return isLost && sheet.includes('.words-editor{')
      ? route.abort('connectionreset')
      : route.fulfill({ body: sheet, contentType: 'text/css' })
  })
  await page.goto(`/plans/${plan}`)
  await expect(saved(page)).toBeVisible()
  const box = section(page, 'Our shared story')
  await box.getByRole('button', { name: /^Write here:.*Our story$/ }).click()
  await expect(box.getByText('The writing tools did not come.')).toBeVisible()
  isLost = false
  await openBox(box, 'Our story')
  await expect(box.locator('.rich-editor-open')).toHaveCSS('border-top-style', 'solid')
})

test('[TALK-105] who may suggest and not write has the tools for it without a connection, and they are whole', async ({
  withy,
  anna,
  phone,
}) => {
  const plan = await startPlan(anna, withy)
  await bring(anna, withy, plan, [phone], 'suggester')
  const { page, context } = phone
  const tools = page.waitForResponse(async (answer) => (await answer.text().catch(() => '')).includes('.words-editor{'))
  await openPlan(page, plan)
  await (await tools).finished()
  const suggest = section(page, 'Our shared story').getByRole('button', { name: /^Suggest other words:.*Our story$/ })
  await expect(suggest).toBeVisible()
  await page.waitForLoadState('networkidle')
  await context.setOffline(true)
  await expect(cutOff(page)).toBeVisible()
  // At the foot of the screen, just above the bar: what is sent comes above it.
  const bar = page.locator('.bottom-bar')
  await suggest.evaluate((button, top) => scrollBy(0, button.getBoundingClientRect().bottom - top), await topOf(bar))
  await suggest.click()
  const dialog = page.getByRole('dialog')
  await expect(dialog.getByRole('textbox', { name: /^Change these words/ })).toBeVisible()
  await expect(dialog.locator('.words-editor')).toHaveCSS('border-top-style', 'solid')
  await expectGood(page, 'other words, begun without a connection')
  await dialog.getByRole('textbox', { name: /^Change these words/ }).fill('We know our neighbours.')
  await dialog.getByRole('button', { name: 'Send to the group' }).click()
  await expect(dialog).toBeHidden()
  const goOn = page.getByRole('button', { name: /^Go on with your suggestion:/ })
  await expect(goOn).toBeFocused()
  await expect.poll(async () => (await topOf(bar)) - (await endOf(goOn)), 'above the bar').toBeGreaterThanOrEqual(0)
})
