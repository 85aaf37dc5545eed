import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { expect } from '@playwright/test'
import { bring, type Someone, startPlan, test, wordsOf } from '../people.ts'
import { cutOff, openBox, openPlan, saved, section, unsaved } from '../plan-page.ts'
import { atSize, linesSeen } from '../reflow.ts'

const BOX = { section: 'Our shared story', box: 'Our story' } as const

const times = (all: string, words: string) => all.split(words).length - 1

test('[SYNC-45] [SYNC-104] what is typed while away comes back once, and the light is honest, also asked for the first time there', async ({
  withy,
  anna,
  ben,
}) => {
  const plan = await startPlan(anna, withy)
  await bring(anna, withy, plan, [ben])
  // What keeps words on the device does not come; what says where they are comes before the connection goes.
  await anna.page.route(/assets\/[^/]+\.js$/, async (route) => {
    const answer = await route.fetch()
    await ((await answer.text()).includes('The copy was switched off')
      ? route.abort()
      : route.fulfill({ response: answer }))
  })
  const dialogs = anna.page.waitForResponse(async (answer) =>
    (await answer.text().catch(() => '')).includes('safe-now'),
  )
  await openPlan(anna.page, plan)
  await openPlan(ben.page, plan)
  const annas = await openBox(section(anna.page, BOX.section), BOX.box)
  await annas.pressSequentially('Before. ')
  await (await dialogs).finished()
  await expect(section(ben.page, BOX.section)).toContainText('Before.')

  await anna.context.setOffline(true)
  await annas.pressSequentially('Written in a tunnel. ')
  await expect(unsaved(anna.page)).toBeVisible({ timeout: 45_000 })
  await anna.page.getByRole('button', { name: /what that means$/ }).click()
  const dialog = anna.page.getByRole('dialog', { name: 'Where your words are' })
  await expect(dialog.getByText('You are not connected.', { exact: false })).toBeVisible()
  await expect(dialog.getByRole('textbox')).toHaveValue(/Written in a tunnel\./)
  await dialog.getByRole('button', { name: 'Copy my words that are not saved' }).click()
  await expect(dialog.getByText('Copied.')).toBeVisible()
  const keep = dialog.getByRole('checkbox', { name: /^Keep my words on this device/ })
  await keep.check()
  await expect(dialog.getByText('This device is not keeping your words now.', { exact: false })).toBeVisible()
  await keep.click()
  await expect(keep).not.toBeChecked()
  await dialog.getByRole('button', { name: 'Done' }).click()
  await expect(section(anna.page, BOX.section)).toContainText('Written in a tunnel.')
  const bens = await openBox(section(ben.page, BOX.section), BOX.box)
  await bens.press('Control+End')
  await bens.pressSequentially('Ben writes meanwhile. ')
  await expect(saved(ben.page)).toBeVisible()
  expect(await wordsOf(ben, withy, plan)).not.toContain('tunnel')

  await anna.context.setOffline(false)
  await expect(saved(anna.page)).toBeVisible({ timeout: 45_000 })
  for (const { page } of [anna, ben])
    for (const words of ['Before.', 'Written in a tunnel.', 'Ben writes meanwhile.'])
      await expect(section(page, BOX.section)).toContainText(words)
  const all = await wordsOf(ben, withy, plan)
  for (const words of ['Before.', 'Written in a tunnel.', 'Ben writes meanwhile.']) expect(times(all, words)).toBe(1)
})

test('[SYNC-57] [SYNC-140] [A11Y-29] [A11Y-271] leaving with words that are not saved asks first, and a page that cannot be had leaves the plan where it is', async ({
  withy,
  anna,
}) => {
  const plan = await startPlan(anna, withy)
  await anna.page.goto('/privacy')
  // The page before the plan has never been fetched.
  await anna.page.evaluate(
    (addresses) => {
      for (const address of addresses) history.pushState(null, '', address)
    },
    ['/accessibility', `/plans/${plan}`],
  )
  await anna.page.reload()
  await expect(saved(anna.page)).toBeVisible()
  const editor = await openBox(section(anna.page, BOX.section), BOX.box)
  const keyboardUp = { width: 360, height: 420 }
  await atSize(anna.page, keyboardUp, () => expect.poll(() => linesSeen(editor)).toBeGreaterThanOrEqual(7))
  await anna.context.setOffline(true)
  await editor.pressSequentially('Not yet anywhere else.')
  await expect(unsaved(anna.page)).toBeVisible({ timeout: 45_000 })
  const light = anna.page.locator('.rich-editor .saved-light')
  for (const [width, height, letters] of [
    [360, 740, '200%'],
    [320, 640, '200%'],
    [360, 420, ''],
    [360, 420, '200%'],
  ] as const) {
    await anna.page.setViewportSize({ width, height })
    await anna.page.evaluate(
      (size) => document.documentElement.style.setProperty('--size', size || '1'),
      letters && '2',
    )
    await expect(light, `${width} x ${height} ${letters}`).toBeInViewport({ ratio: 1 })
    await expect(light).toContainText('Not saved')
    await expect(editor).toBeInViewport()
  }
  await anna.page.setViewportSize({ width: 1280, height: 720 })
  await anna.page.evaluate(() => document.documentElement.style.removeProperty('--size'))

  const share = anna.page.getByRole('link', { name: 'Share', exact: true })
  await share.click()
  const told = anna.page.getByRole('dialog', { name: 'This page cannot open just now' })
  await told.getByRole('button', { name: 'Close' }).click()
  await expect(share).toBeFocused()
  await expect(editor).toContainText('Not yet anywhere else.')

  const asked = anna.page.waitForEvent('dialog')
  const closing = anna.page.close({ runBeforeUnload: true })
  const dialog = await asked
  expect(dialog.type()).toBe('beforeunload')
  await dialog.dismiss()
  await closing
  await anna.page.goBack()
  await expect(anna.page.getByText('Some of your words are not saved yet.', { exact: false })).toBeVisible()
  await anna.page.getByRole('link', { name: 'Back to the plan' }).click()
  await expect(section(anna.page, BOX.section)).toContainText('Not yet anywhere else.')
  await expect(unsaved(anna.page)).toBeVisible()

  await anna.context.setOffline(false)
  await expect(saved(anna.page)).toBeVisible({ timeout: 45_000 })
  expect(times(await wordsOf(anna, withy, plan), 'Not yet anywhere else.')).toBe(1)
  await share.click()
  await expect(anna.page.getByRole('heading', { level: 1, name: /Share/ })).toBeVisible()
})

test('[SYNC-38] [SYNC-41] a power cut while three people type: every word that was Saved is there exactly once', async ({
  withy,
  anna,
  ben,
  facilitator,
}) => {
  test.slow()
  const plan = await startPlan(anna, withy)
  const all = [anna, ben, facilitator]
  await bring(anna, withy, plan, [ben, facilitator])
  await Promise.all(all.map(({ page }) => openPlan(page, plan)))
  const boxes = [
    ['Our shared story', 'Our story'],
    ['Our place', 'The place'],
    ['Our place', 'Its real edges'],
  ] as const
  const wasSaved: string[] = []
  const typed: string[] = []
  let cut = false

  /** Types numbered words of few keys; a word counts as saved when the light says so after it, before the cut. */
  const types = async ({ name, page }: Someone, [title, box]: readonly [string, string]) => {
    const editor = await openBox(section(page, title), box)
    for (let n = 0; n < 800 && !cut; n++) {
      const word = `${name[0]}${String(n).padStart(3, '0')}x`
      await editor.pressSequentially(`${word} `)
      typed.push(word)
      if (n % 5 === 0 && (await saved(page).isVisible()) && !cut)
        wasSaved.push(...typed.filter((other) => other[0] === name[0]))
    }
  }
  const typing = all.map((person, at) => types(person, boxes[at] ?? boxes[0]))
  // On a slow machine the light is seldom caught between two words: the cut waits until enough was Saved.
  await expect.poll(() => typed.length, { timeout: 90_000 }).toBeGreaterThan(60)
  await expect.poll(() => new Set(wasSaved).size, { timeout: 90_000 }).toBeGreaterThan(20)
  cut = true
  await withy.cutPower()
  await Promise.all(typing)
  // Whoever had all words saved at that moment is told so, the others that theirs are at risk.
  for (const { page } of all) await expect(cutOff(page)).toBeVisible({ timeout: 45_000 })

  await withy.startAgain()
  const afterwards = await wordsOf(anna, withy, plan)
  const wrong = [...new Set(wasSaved)].filter((word) => times(afterwards, word) !== 1)
  expect(wrong, 'words that were Saved and are not there exactly once').toEqual([])

  // And those that were not: they are still on their pages, and go over when the server is back.
  for (const { page } of all) await expect(saved(page)).toBeVisible({ timeout: 60_000 })
  const everything = await wordsOf(anna, withy, plan)
  expect(typed.filter((word) => times(everything, word) !== 1)).toEqual([])
})

test('[SYNC-44] a plan that cannot be had says so kindly, and shows no empty page to write in', async ({
  withy,
  anna,
  ben,
}) => {
  const plan = await startPlan(anna, withy)
  await ben.page.goto(`/plans/${plan}`)
  await expect(
    ben.page.getByText(/^We do not know this device yet\. If you have been here before, open your private link\./),
  ).toBeVisible()
  await expect(ben.page.getByRole('button', { name: /Write here/ })).toHaveCount(0)
  await anna.page.goto('/plans/there-is-no-such-plan')
  await expect(anna.page.getByText('We cannot find that.', { exact: false })).toBeVisible()
  await expect(anna.page.getByText('Or you may have been taken out of the plan.', { exact: false })).toBeVisible()
})

test('[STORE-40] a plan of which one change is damaged on disk is read up to there, says so, and cannot be written in', async ({
  withy,
  anna,
  ben,
}) => {
  const plan = await startPlan(anna, withy)
  await bring(anna, withy, plan, [ben], 'viewer')
  await openPlan(anna.page, plan)
  const editor = await openBox(section(anna.page, BOX.section), BOX.box)
  await editor.pressSequentially('The sound part.')
  await expect(saved(anna.page)).toBeVisible()
  await withy.cutPower()
  // The last letter that was stored: a bit of it has turned.
  const file = new DatabaseSync(join(withy.dataDir, 'withy.db'))
  file
    .prepare(
      "update plan_update set bytes = x'00' where plan = :plan and seq = (select max(seq) from plan_update where plan = :plan)",
    )
    .run({ plan })
  file.close()
  await withy.startAgain()

  for (const { page } of [anna, ben]) {
    await page.goto(`/plans/${plan}`)
    await expect(page.getByRole('heading', { name: 'Part of this plan cannot be read' })).toBeVisible()
    await expect(section(page, BOX.section)).toContainText('The sound part')
    await expect(page.getByRole('button', { name: /Write here/ })).toHaveCount(0)
  }
  const other = await startPlan(anna, withy, { title: 'Another plan' })
  await openPlan(anna.page, other)
  await (await openBox(section(anna.page, BOX.section), BOX.box)).pressSequentially('Others write on.')
  await expect(saved(anna.page)).toBeVisible()
})
