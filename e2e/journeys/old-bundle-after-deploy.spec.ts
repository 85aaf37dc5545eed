import { expect, type Page } from '@playwright/test'
import { SCHEMA_VERSION } from '@withy/shared/protocol'
import { bring, type Someone, startPlan, test, wordsOf } from '../people.ts'
import { openBox, openPlan, saved, section } from '../plan-page.ts'

const BOX = { section: 'Our shared story', box: 'Our story' } as const
const OURS = 'Allergic to penicillin.'

/**
 * A page whose files are from before an update: its sockets say another schema version, from the start or once `goesOld` was
 * called. Counts the frames with changes it sends.
 */
const oldPage = (page: Page, isOld: boolean) =>
  page.addInitScript(
    ([schema, old]) => {
      const seen = Object.assign(window, { isOld: old, changes: 0 })
      window.WebSocket = class extends WebSocket {
        constructor(address: string | URL, protocols?: string | string[]) {
          super(seen.isOld ? String(address).replace(`schema=${schema}`, 'schema=0') : address, protocols)
        }
        override send(data: Parameters<WebSocket['send']>[0]) {
          if (seen.isOld && data instanceof Uint8Array && data[0] === 0 && data[1] !== 0) seen.changes += 1
          super.send(data)
        }
      }
    },
    [SCHEMA_VERSION, isOld] as const,
  )
const goesOld = (page: Page) => page.evaluate(() => void Object.assign(window, { isOld: true }))
const changesSent = (page: Page) => page.evaluate(() => (window as unknown as { changes: number }).changes)

/** The server tells of what only the new version knows: a block in a known box, and a box. */
const ofNewVersion = (page: Page) =>
  page.route('**/words', async (route) => {
    const response = await route.fetch()
    const { plan } = await response.json()
    const table = { type: 'table', rows: [[{ text: 'Words in a table.' }]] }
    plan.boxes['our-story.story'].text.push(table)
    plan.boxes['weather.now'] = { type: 'text', text: [{ type: 'paragraph', runs: [{ text: 'Words about rain.' }] }] }
    await route.fulfill({ response, json: { plan } })
  })

const notice = (page: Page) => page.getByRole('heading', { name: 'This page is from before an update' })

async function isOnlyRead({ page }: Someone) {
  await expect(notice(page)).toBeFocused()
  for (const words of [OURS, 'Words in a table.']) await expect(section(page, BOX.section)).toContainText(words)
  await expect(page.getByRole('region', { name: 'Words without a place' })).toContainText('Words about rain.')
  await expect(page.getByRole('button', { name: /^(Write here|Change|Add)/ })).toHaveCount(0)
  await expect(page.getByRole('textbox')).toHaveCount(0)
  expect(await changesSent(page)).toBe(0)
}

test('[SYNC-82] [SYNC-83] a page from before an update reads the plan, as editor and as viewer, and changes nothing', async ({
  withy,
  anna,
  ben,
  phone,
}) => {
  const plan = await startPlan(anna, withy)
  await bring(anna, withy, plan, [ben])
  await bring(anna, withy, plan, [phone], 'viewer')
  await openPlan(anna.page, plan)
  const editor = await openBox(section(anna.page, BOX.section), BOX.box)
  await editor.pressSequentially(OURS)
  await expect(saved(anna.page)).toBeVisible()
  const before = await wordsOf(anna, withy, plan)
  for (const someone of [ben, phone]) {
    await oldPage(someone.page, true)
    await ofNewVersion(someone.page)
    await someone.page.goto(`/plans/${plan}`)
    await isOnlyRead(someone)
  }
  expect(await wordsOf(anna, withy, plan)).toBe(before)
})

test('[SYNC-82] [SYNC-59] a page that was open during an update keeps what was not sent, to copy, and writes again when loaded', async ({
  withy,
  anna,
}) => {
  const { page } = anna
  const plan = await startPlan(anna, withy)
  await oldPage(page, false)
  await ofNewVersion(page)
  await openPlan(page, plan)
  const editor = await openBox(section(page, BOX.section), BOX.box)
  await editor.pressSequentially(OURS)
  await expect(saved(page)).toBeVisible()
  await withy.cutPower()
  await editor.pressSequentially(' Written during the update.')
  await goesOld(page)
  await withy.startAgain()
  await expect(notice(page)).toBeFocused()
  await expect(page.getByRole('textbox', { name: 'Words that may not be saved' })).toHaveValue(
    /Written during the update\./,
  )
  await expect(section(page, BOX.section)).toContainText('Words in a table.')
  expect(await changesSent(page)).toBe(0)
  expect(await wordsOf(anna, withy, plan)).not.toContain('during')

  page.once('dialog', (dialog) => dialog.accept())
  await page.getByRole('button', { name: 'Load again' }).click()
  await expect(saved(page)).toBeVisible()
  await openBox(section(page, BOX.section), BOX.box)
})
