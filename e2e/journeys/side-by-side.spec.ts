import { expect, type Page } from '@playwright/test'
import { bring, startPlan, test } from '../people.ts'
import { openBox, openPlan, saved, section } from '../plan-page.ts'
import { keepWhatIsTold, toldOn } from '../told.ts'

/** How far what is read may move when others write (CSS px). */
const STILL = 4

type Place = { readonly line: string; readonly offset: number; readonly focus: string | null; readonly top: number }

/** Where the caret is: its line, after how many letters, in what, and how far down the window. */
const caretOf = (page: Page): Promise<Place> =>
  page.evaluate(() => {
    const at = getSelection()
    const node = at?.anchorNode
    if (!at || !node) throw new Error('There is no caret')
    return {
      line: node.textContent ?? '',
      offset: at.anchorOffset,
      focus: document.activeElement?.getAttribute('aria-label') ?? null,
      top: node.parentElement?.getBoundingClientRect().top ?? 0,
    }
  })

/** Once what came is drawn: the page is put right in the frame that draws it. */
const expectStill = (page: Page, before: Place): Promise<void> =>
  expect(async () => {
    const now = await caretOf(page)
    expect({ ...now, top: before.top }).toEqual(before)
    expect(Math.abs(now.top - before.top), 'the line does not move').toBeLessThanOrEqual(STILL)
  }).toPass({ timeout: 5_000 })

test('[SYNC-150] [SYNC-152] [SYNC-160] @D2 @D7 fifty changes above, in and below move nobody’s caret or line; held, they wait to be shown', async ({
  withy,
  anna,
  ben,
}) => {
  const plan = await startPlan(anna, withy)
  await bring(anna, withy, plan, [ben])
  const { page } = anna
  // What is read begins in the midst of a text: its first lines are out of sight.
  await page.setViewportSize({ width: 1280, height: 520 })
  for (const each of [page, ben.page]) await openPlan(each, plan)
  const words = await openBox(section(page, 'Living map'), 'Want')
  for (let line = 1; line <= 16; line += 1) {
    await page.keyboard.insertText(`No ${line}`)
    if (line < 16) await words.press('Enter')
  }
  for (let key = 0; key < 3; key += 1) await words.press('ArrowUp')
  await expect.poll(async () => (await caretOf(page)).line).toBe('No 13')
  await expect(words.getByText('No 1', { exact: true })).not.toBeInViewport()
  await expect(saved(page)).toBeVisible()
  const before = await caretOf(page)
  await keepWhatIsTold(page)

  const writes = async (title: string, box: string, letters: string) => {
    const theirs = await openBox(section(ben.page, title), box)
    await theirs.press('ControlOrMeta+Home')
    for (const letter of letters) await theirs.press(letter === '/' ? 'Enter' : letter)
    await expect(saved(ben.page)).toBeVisible()
  }
  await writes('Our shared story', 'Our story', 'a/b/c/d/e/f/g/h/i')
  await writes('Living map', 'Want', 'k/l/m/n/o/p/q/r/')
  await writes('Shared power', 'Want', 's/t/u/v/w/x/y/z/z')
  await expect(words).toContainText('klmnopqr')
  await expect(section(page, 'Our shared story')).toContainText('i')
  await expectStill(page, before)
  // After a pause it is summed up, section by section; besides that hardly a word is told.
  await expect
    .poll(async () => (await toldOn(page)).join(' '), { timeout: 30_000 })
    .toMatch(/Ben changed .*Shared power/)
  const told = await toldOn(page)
  const stray = told.filter((words) => !words.startsWith('Ben changed'))
  expect(stray.length, `told besides: ${stray.join(' / ')}`).toBeLessThanOrEqual(2)
  expect(told.length, `summaries: ${told.join(' / ')}`).toBeLessThanOrEqual(stray.length + 3)

  await page.keyboard.press('Alt+Shift+P')
  const side = page.getByRole('complementary', { name: 'People and activity' })
  await side.getByText('See and hear less of others').click()
  await side.getByRole('checkbox', { name: 'Hold changes' }).check()
  const bar = page.getByRole('region', { name: 'Hold changes' })
  await expect(bar.getByRole('button', { name: 'No changes waiting' })).toBeVisible()
  await words.click({ position: { x: 40, y: 200 } })
  const held = await caretOf(page)
  const drawn = await words.innerHTML()
  await writes('Living map', 'Want', 'held/')
  await expect(bar.getByRole('button', { name: /waiting – show/ })).toBeVisible()
  expect(await words.innerHTML(), 'nothing of it is drawn').toBe(drawn)
  await words.press('!')
  await expect(saved(page), 'own words go out').toBeVisible()
  await expect(section(ben.page, 'Living map')).toContainText('!')
  const mine = await caretOf(page)
  await words.press('Alt+Shift+W')
  await expect(words).toContainText('held')
  await expect(words).toContainText('!')
  await expect(bar.getByRole('button', { name: 'No changes waiting' })).toBeVisible()
  await expectStill(page, mine)
  expect(mine.offset).toBe(held.offset + 1)
})
