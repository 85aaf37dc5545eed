import { expect } from '@playwright/test'
import { heldBy, keepOnThisDevice, kept, notKept } from '../device-copy.ts'
import { bring, peopleOf, remove, startPlan, test, wordsOf } from '../people.ts'
import { openBox, openPlan, saved, section } from '../plan-page.ts'

const STORY = 'Our shared story'

test('[SYNC-103] [SYNC-105] [SYNC-101] a tab that is killed without a connection: its words are there again, and get saved once', async ({
  withy,
  anna,
}) => {
  const plan = await startPlan(anna, withy)
  await openPlan(anna.page, plan)
  await keepOnThisDevice(anna.page)
  const editor = await openBox(section(anna.page, STORY), 'Our story')
  await editor.pressSequentially('Before. ')
  await expect(saved(anna.page)).toBeVisible()
  await withy.cutPower()
  await editor.pressSequentially('Written in a tunnel.')
  await expect(kept(anna.page)).toBeVisible()
  expect(await heldBy(anna.page)).toContain('row ')
  expect(await heldBy(anna.page)).not.toMatch(/tunnel|Before/)
  // As a phone does: nothing is asked and nothing is told.
  await anna.page.close()

  await withy.startAgain()
  expect(await wordsOf(anna, withy, plan)).not.toContain('tunnel')
  const again = await anna.context.newPage()
  await openPlan(again, plan)
  await expect(section(again, STORY)).toContainText('Before. Written in a tunnel.')
  await expect(saved(again)).toBeVisible()
  await expect.poll(async () => (await wordsOf(anna, withy, plan)).split('tunnel').length).toBe(2)
  await expect.poll(() => heldBy(again)).not.toContain('row ')
})

test('[ACCESS-81] [ACCESS-82] on a shared computer the next person finds nothing, and is shown nothing', async ({
  withy,
  anna,
}) => {
  const plan = await startPlan(anna, withy)
  const { page } = anna
  await openPlan(page, plan)
  await keepOnThisDevice(page)
  const editor = await openBox(section(page, STORY), 'Our story')
  await withy.cutPower()
  await editor.pressSequentially('For nobody else to see.')
  await expect(kept(page)).toBeVisible()
  await page.goto('about:blank')
  await withy.startAgain()

  await page.goto('/back')
  await page.getByRole('button', { name: 'Forget me on this device' }).click()
  await expect(page.getByText('Some words on this device are not in a plan yet. They go too.')).toBeVisible()
  await page.getByRole('dialog').getByRole('button', { name: 'Forget me' }).click()
  await expect(page.getByText('This device no longer knows you.')).toBeVisible()
  const held = await heldBy(page)
  expect(held).not.toContain('row ')
  expect(held).not.toMatch(/nobody else|device-copies|Anna/)
  for (let step = 0; step < 2; step++) await page.goBack()
  await expect(page.getByText('We do not know this device yet.', { exact: false })).toBeVisible()
  await expect(page.getByText('For nobody else')).toHaveCount(0)
  await expect(page.getByText('Brackenford East')).toHaveCount(0)
})

test('[SYNC-68] [ACCESS-81] somebody taken out while offline gets their words to copy, and their device keeps none', async ({
  withy,
  anna,
  ben,
}) => {
  const plan = await startPlan(anna, withy)
  await bring(anna, withy, plan, [ben])
  await openPlan(ben.page, plan)
  await keepOnThisDevice(ben.page)
  const editor = await openBox(section(ben.page, STORY), 'Our story')
  await withy.cutPower()
  await editor.pressSequentially('Ben was cut off.')
  await expect(kept(ben.page)).toBeVisible()
  await ben.context.setOffline(true)
  await withy.startAgain()
  const [, { id = '' } = {}] = await peopleOf(anna, withy, plan)
  await remove(anna, withy, plan, id)
  await ben.context.setOffline(false)
  await expect(ben.page.getByRole('heading', { name: 'You were taken out of this plan' })).toBeVisible({
    timeout: 30_000,
  })
  await expect(ben.page.getByRole('textbox', { name: 'Words that may not be saved' })).toHaveValue(/Ben was cut off\./)
  await expect.poll(() => heldBy(ben.page)).not.toMatch(/row |device-copies/)
  // They are here to be copied: nothing says that they are gone.
  await expect(ben.page.getByText(/^Words you wrote here did not reach/)).toHaveCount(0)
  expect(await wordsOf(anna, withy, plan)).not.toContain('cut off')
})

test('[SYNC-106] [SYNC-107] [SYNC-23] after a back-up was put back nothing is doubled, and unsaved words go in box by box when asked', async ({
  withy,
  anna,
}) => {
  const plan = await startPlan(anna, withy)
  const { page } = anna
  await openPlan(page, plan)
  await keepOnThisDevice(page)
  const editor = await openBox(section(page, STORY), 'Our story')
  await editor.pressSequentially('In the back-up.')
  await expect(saved(page)).toBeVisible()
  const putBack = await withy.backUp()
  await withy.cutPower()
  await editor.press('Enter')
  await editor.pressSequentially('Written in a tunnel.')
  await expect(kept(page)).toBeVisible()
  // Long enough for all of the plan to be on the device with them.
  await expect.poll(() => heldBy(page)).toContain('whole')
  await page.close()
  await putBack()
  await withy.startAgain()

  const again = await anna.context.newPage()
  await openPlan(again, plan)
  const draft = again.getByRole('region', { name: 'Words for one box did not reach the plan' })
  await expect(draft.getByRole('article')).toContainText('Written in a tunnel.')
  await expect(section(again, STORY)).toContainText('In the back-up.')
  expect(await wordsOf(anna, withy, plan)).not.toContain('tunnel')
  // Whatever section the address says, people are brought to the draft.
  await again.evaluate(() => history.replaceState(null, '', '#volunteering'))
  await again.reload()
  await expect(draft.getByRole('heading', { level: 2 })).toBeFocused()
  await expect(draft.getByRole('heading', { level: 2 })).toBeInViewport()
  await draft.getByRole('button', { name: /^Put into the plan/ }).click()
  await expect(section(again, STORY)).toContainText('Written in a tunnel.')
  await expect.poll(() => wordsOf(anna, withy, plan)).toContain('tunnel')
  const words = await wordsOf(anna, withy, plan)
  for (const once of ['In the back-up.', 'Written in a tunnel.']) expect(words.split(once).length).toBe(2)
  await draft.getByRole('button', { name: 'I am done with these words' }).click()
  await expect(draft).toHaveCount(0)
  await expect.poll(() => heldBy(again)).not.toContain('row ')
})

const BROKEN: Readonly<Record<string, () => void>> = {
  'cannot be opened': () => {
    IDBFactory.prototype.open = () => {
      throw new DOMException('broken', 'UnknownError')
    }
  },
  'never answers': () => {
    const real = IDBFactory.prototype.open
    IDBFactory.prototype.open = function (...asked) {
      const request = real.apply(this, asked)
      request.addEventListener = () => {}
      return request
    }
  },
  'is full': () => {
    IDBObjectStore.prototype.put = () => {
      throw new DOMException('full', 'QuotaExceededError')
    }
  },
}
for (const [how, break_] of Object.entries(BROKEN)) {
  test(`[SYNC-104] [SYNC-103] a device store that ${how} stops nobody from writing, and the light is honest`, async ({
    withy,
    anna,
  }) => {
    const plan = await startPlan(anna, withy)
    const { page } = anna
    const thrown: string[] = []
    page.on('pageerror', ({ message }) => thrown.push(message))
    await page.addInitScript(break_)
    await page.addInitScript((id) => localStorage.setItem('withy.device-copies', JSON.stringify([id])), plan)
    await openPlan(page, plan)
    const editor = await openBox(section(page, STORY), 'Our story')
    await editor.pressSequentially('Still here. ')
    await expect(saved(page)).toBeVisible({ timeout: 3_000 })
    await withy.cutPower()
    await editor.pressSequentially('And here.')
    await expect(notKept(page)).toBeVisible({ timeout: 4_000 })
    await expect(kept(page)).toHaveCount(0)
    await withy.startAgain()
    await expect(saved(page)).toBeVisible({ timeout: 20_000 })
    expect(await wordsOf(anna, withy, plan)).toContain('Still here. And here.')
    expect(thrown).toEqual([])
  })
}
