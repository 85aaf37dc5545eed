import { expect, type Locator, type Page } from '@playwright/test'
import { bring, startPlan, test, wordsOf } from '../people.ts'
import { openBox, openPlan, saved, section } from '../plan-page.ts'

const BOX = { section: 'Our shared story', box: 'Our story' } as const
const PAGES = 60

/** 400 kB: pages that are numbered, so that each can be counted, the first of them one paragraph of 100 kB. */
const wordOf = (n: number) => `p${String(n).padStart(3, '0')}x`
const BOOK = Array.from({ length: PAGES }, (_, n) => `${wordOf(n)} ${'words of it '.repeat(n === 0 ? 8_500 : 420)}.`)

const times = (all: string, word: string) => all.split(word).length - 1
const arrived = (all: string) => BOOK.filter((_, n) => times(all, wordOf(n)) === 1).length

const paste = (editor: Locator, words: string) =>
  editor.evaluate((box, text) => {
    const clipboardData = new DataTransfer()
    clipboardData.setData('text/plain', text)
    box.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }))
  }, words)

/** What the server says is heard so much later (ms). */
const lateBy = (page: Page, ms: number) => page.evaluate((late) => void Object.assign(window, { late }), ms)
const slowLine = (page: Page) =>
  page.addInitScript(() => {
    window.WebSocket = class extends WebSocket {
      override set onmessage(hear: ((event: MessageEvent) => unknown) | null) {
        super.onmessage = (event: MessageEvent) =>
          void setTimeout(() => hear?.call(this, event), (window as { late?: number }).late ?? 0)
      }
    }
  })

test('[SYNC-81] a pasted book arrives whole and once, with the power cut in the middle; undo and redo too', async ({
  withy,
  anna,
  ben,
}) => {
  const plan = await startPlan(anna, withy)
  await bring(anna, withy, plan, [ben])
  await slowLine(anna.page)
  await openPlan(anna.page, plan)
  const editor = await openBox(section(anna.page, BOX.section), BOX.box)
  await lateBy(anna.page, 1_500)
  await paste(editor, BOOK.join('\n\n'))
  await expect(anna.page.getByText(/^Sending a lot of words: part \d of \d/).first()).toBeVisible()
  await withy.cutPower()
  await lateBy(anna.page, 0)
  await withy.startAgain()
  const before = arrived(await wordsOf(ben, withy, plan))
  expect(before).toBeLessThan(PAGES)

  await expect(saved(anna.page)).toBeVisible({ timeout: 45_000 })
  expect(arrived(await wordsOf(ben, withy, plan))).toBe(PAGES)
  await editor.press('Control+z')
  await expect.poll(() => wordsOf(ben, withy, plan)).not.toContain('words of it')
  await editor.press('Control+Shift+z')
  await expect.poll(async () => arrived(await wordsOf(ben, withy, plan))).toBe(PAGES)
})
