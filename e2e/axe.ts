import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { fileURLToPath } from 'node:url'
import AxeBuilder from '@axe-core/playwright'
import { expect, type Page } from '@playwright/test'

const STANDARDS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

// The small one of the same axe: a page reads it in half the time.
const AXE = readFileSync(
  createRequire(fileURLToPath(import.meta.resolve('@axe-core/playwright'))).resolve('axe-core/axe.min.js'),
  'utf8',
)

/** A page that is looked at so often and still grows grows for ever. */
const LOOKS = 5

/** What can be reached while a dialog is open: the page below it was looked at before. */
const OPEN = 'dialog[open]:modal'

/**
 * axe finds nothing on the page as it is now: WCAG 2.2 A and AA, and best practice. No rule is left out. `part`: a selector of what is
 * new on a page that is looked at elsewhere; all of a long page takes ten times as long.
 */
export async function expectNoAxeFindings(page: Page, where: string, part?: string): Promise<void> {
  expect.soft(await axeFindings(page, part), where).toEqual([])
}

/** What axe finds on the page as it is now, one line a rule. Throws where the page has not been drawn: it would pass everything. */
export const axeFindings = async (page: Page, part?: string): Promise<readonly string[]> =>
  (await axeLooks(page, { part })).usual

/** Text at 7:1 (WCAG 1.4.6): more than the standards above ask. */
export const ENHANCED = 'color-contrast-enhanced'

/**
 * The same, and what further rules find beside it.
 * @param part a selector: only what is in there
 * @param further rules of axe that are in none of the standards
 */
export async function axeLooks(
  page: Page,
  { part, further = [] }: { readonly part?: string | undefined; readonly further?: readonly string[] },
): Promise<{ readonly usual: readonly string[]; readonly further: readonly string[] }> {
  const view = page.viewportSize()
  const within = (await page.locator(OPEN).count()) > 0 ? OPEN : part
  // axe takes the layer for others' carets for something that covers the words under it, and would judge no colour.
  // The names in it are looked at by themselves (looksOfCaretName).
  await page.evaluate(showCaretLayer, false)
  const { violations, incomplete, passes } = await lookAtWhole(page, within, further)
  await page.evaluate(showCaretLayer, true)
  if (view) await page.setViewportSize(view)
  // Colours that axe cannot judge are not thereby right; those the system forces are its own, and axe misreads some.
  const isForced = await page.evaluate(() => matchMedia('(forced-colors: active)').matches)
  const unclear = isForced ? [] : incomplete.filter(({ id }) => id === 'color-contrast' || id === ENHANCED)
  expect(passes.length, 'rules that had something to look at').toBeGreaterThan(within ? 5 : 10)
  const found = [...violations, ...unclear]
  return {
    usual: found.filter(({ id }) => !further.includes(id)).map(lineOf),
    further: found.filter(({ id }) => further.includes(id)).map(lineOf),
  }
}

type Rule = Awaited<ReturnType<AxeBuilder['analyze']>>['violations'][number]

const lineOf = ({ id, nodes }: Rule): string =>
  `${id}: ${nodes.map(({ target, failureSummary }) => `${target} ${failureSummary}`).join('\n    ')}`

/** What axe says of the page in a window that shows all of it. Where a part of it came meanwhile axe looks again: a bar may lie over that. */
async function lookAtWhole(page: Page, within: string | undefined, further: readonly string[]) {
  // Without frames there is nothing to gather from, and of what passes only that something did is of use.
  const axe = new AxeBuilder({ page, axeSource: await sourceFor(page) }).setLegacyMode().options({
    resultTypes: ['violations', 'incomplete'],
    rules: Object.fromEntries(further.map((rule) => [rule, { enabled: true }])),
  })
  axe.withTags(STANDARDS)
  if (within) axe.include(within)
  for (let looks = 1; ; looks += 1) {
    await showWhole(page)
    const before = await page.evaluate(wholeHeight)
    const seen = await axe.analyze()
    const isSame = (await page.evaluate(wholeHeight)) === before
    // What came after the window was made as high as the page, and before axe looked, is beneath its edge.
    const isShown = await page.evaluate(() => document.documentElement.scrollHeight <= innerHeight)
    if (looks === LOOKS || (isSame && isShown)) return seen
  }
}

/** What a page still needs to have axe: one that was looked at before has it. */
export const sourceFor = async (page: Page): Promise<string> =>
  (await page.evaluate(() => 'axe' in window)) ? '/* axe is here */' : AXE

/** The whole page at once: what lies under a bar that stays put can be scrolled to, and axe would find it too small. */
async function showWhole(page: Page): Promise<void> {
  // What is open over a page grows with its window: it is asked once.
  let tall = await page.evaluate(wholeHeight)
  let before: Heights | null = null
  for (let looks = 1; looks <= LOOKS; looks += 1) {
    const view = page.viewportSize()
    if (!view || tall <= view.height) break
    const now: Heights = { window: view.height, page: await page.evaluate(pageHeight) }
    await page.setViewportSize({ ...view, height: before ? whereAllFits(before, now) : tall })
    before = now
    tall = await page.evaluate(pageHeight)
  }
  await page.evaluate(() => scrollTo(0, 0))
}

/** Of a window and of the page in it (CSS px). */
type Heights = { readonly window: number; readonly page: number }

/** Some pages have room at their end that is a share of the window: going after it step by step draws them five times. */
function whereAllFits(before: Heights, now: Heights): number {
  const share = (now.page - before.page) / (now.window - before.window)
  return share > 0 && share < 1 ? Math.ceil((now.page - share * now.window) / (1 - share)) : now.page
}

const pageHeight = (): number => document.documentElement.scrollHeight

/** How high a window shows all of the page, and of what is open over it and scrolls by itself (CSS px). */
function wholeHeight(): number {
  const over = [...document.querySelectorAll('dialog[open], dialog[open] *')]
  const heights = over.map(({ scrollHeight }) => Math.ceil(scrollHeight * 1.25))
  return Math.max(document.documentElement.scrollHeight, ...heights)
}

function showCaretLayer(shown: boolean): void {
  const root = document.documentElement
  if (root.dataset.carets === undefined) {
    // A sheet, since the layer may come while the page is looked at. Made by script: the page's own policy allows no other.
    const sheet = new CSSStyleSheet()
    sheet.replaceSync('[data-carets="hidden"] .caret-layer { display: none !important; }')
    document.adoptedStyleSheets.push(sheet)
  }
  root.dataset.carets = shown ? 'shown' : 'hidden'
}
