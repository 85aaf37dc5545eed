import { expect } from '@playwright/test'
import { bring, copyExample, invite, startPlan, test, wordsOf } from '../people.ts'
import { openBox, openPlan, saved, section } from '../plan-page.ts'
import { keepWhatIsTold, toldOn } from '../told.ts'
import { ENGLISH } from '../words.ts'
import { comeInByLink, expectStep, ideaField, leadByKeyboard } from '../workshop.ts'

const { text } = ENGLISH
const STORY = { section: ENGLISH.section('our-story'), box: ENGLISH.box('our-story.story') } as const
const times = (all: string, words: string) => all.split(words).length - 1

test('@A4 after twenty hours somebody is still in, their words are whole, and they write on', async ({
  withy,
  anna,
}) => {
  const { page } = anna
  const plan = await startPlan(anna, withy)
  await page.clock.install()
  await openPlan(page, plan)
  const editor = await openBox(section(page, STORY.section), STORY.box)
  await editor.pressSequentially('Before the night. ')
  await expect(saved(page)).toBeVisible()
  // Twenty hours for both: the page slept, and so did the server.
  await withy.cutPower()
  await withy.startAgain(20 * 3_600_000)
  await page.clock.fastForward('20:00:00')
  await expect(saved(page)).toBeVisible({ timeout: 60_000 })
  await expect(editor, 'where one wrote is still open').toBeVisible()
  await expect(editor).toContainText('Before the night.')
  await editor.press('Control+End')
  await editor.pressSequentially('And after it.')
  await expect.poll(() => wordsOf(anna, withy, plan), { timeout: 30_000 }).toContain('And after it.')
  expect(times(await wordsOf(anna, withy, plan), 'Before the night.')).toBe(1)
  await page.reload()
  await expect(section(page, STORY.section)).toContainText('And after it.')
})

/** Far longer than a step (ms). */
const HOURS = 3 * 60 * 60_000

test('[A11Y-44] @A4 when the time of a step is over nothing moves, locks or is saved; more is given by one press, and who is calm sees no time', async ({
  withy,
  facilitator,
  phone,
}) => {
  const plan = await startPlan(facilitator, withy)
  const { link } = await invite(facilitator, withy, plan)
  const lead = leadByKeyboard(facilitator.page)
  await lead.prepare(plan, 'A morning in the hall')
  await lead.open()
  await lead.goOnTo('silent')
  const { page } = phone
  await page.clock.install()
  await comeInByLink(page, link, 'Priya')
  await expectStep(page, 'silent')
  const left = page.getByText(/^About .* left$/)
  await expect(left).toBeVisible()
  const idea = ideaField(page)
  await idea.tap()
  await idea.pressSequentially('A bench by the')
  const saidBefore = await wordsOf(facilitator, withy, plan)
  const address = page.url()

  // The page goes by the server's clock, which each answer tells it: that has to have gone on too.
  await page.route('**/api/**', async (route) => {
    const response = await route.fetch()
    const date = new Date(Date.parse(response.headers().date ?? '') + HOURS).toUTCString()
    await route.fulfill({ response, headers: { ...response.headers(), date } })
  })
  await page.clock.runFor(HOURS)
  const told = page.waitForResponse((answer) => answer.url().includes('/api/'))
  await page.evaluate(() => dispatchEvent(new Event('online')))
  await told
  await expect(page.getByText(text('workshop.time-over'))).toBeVisible()
  await expectStep(page, 'silent')
  expect(page.url()).toBe(address)
  await expect(idea).toBeFocused()
  await expect(idea).toBeEditable()
  await expect(idea).toHaveValue('A bench by the')
  await idea.pressSequentially(' canal')
  await expect(idea, 'it is not taken from whoever is writing').toHaveValue('A bench by the canal')
  expect(await wordsOf(facilitator, withy, plan)).toBe(saidBefore)
  await expect(facilitator.page.getByText('A bench by the canal')).toHaveCount(0)

  const more = facilitator.page.getByRole('button', { name: text('workshop.more-time') })
  for (let press = 0; press < 10; press += 1) {
    const said = facilitator.page.waitForResponse((answer) => answer.url().endsWith('/steer'))
    await lead.press(more)
    expect((await said).ok()).toBe(true)
  }
  await expectStep(facilitator.page, 'silent')

  await page.getByRole('button', { name: 'Aa: how it looks' }).tap()
  await page
    .getByRole('dialog')
    .getByRole('checkbox', { name: text('reading.calm') })
    .check()
  await page.keyboard.press('Escape')
  await expect(page.getByText(text('workshop.time-over')).or(left).filter({ visible: true })).toHaveCount(0)
})

test('@A5 a minute without a connection while both type: both texts are there once, and it is told once each way', async ({
  withy,
  anna,
  ben,
}) => {
  test.setTimeout(300_000)
  const plan = await startPlan(anna, withy)
  await bring(anna, withy, plan, [ben])
  for (const { page } of [anna, ben]) await openPlan(page, plan)
  const annas = await openBox(section(anna.page, STORY.section), STORY.box)
  const bens = await openBox(section(ben.page, STORY.section), STORY.box)
  for (const { page } of [anna, ben]) await keepWhatIsTold(page)
  await Promise.all([anna, ben].map(({ context }) => context.setOffline(true)))
  const began = Date.now()
  const said = { anna: [] as string[], ben: [] as string[] }
  for (let n = 0; Date.now() - began < 60_000; n += 1) {
    for (const [who, editor] of [
      ['anna', annas],
      ['ben', bens],
    ] as const) {
      const words = `${who}${n}says`
      await editor.pressSequentially(`${words} `, { delay: 100 })
      said[who].push(words)
    }
  }
  await Promise.all([anna, ben].map(({ context }) => context.setOffline(false)))
  for (const { page } of [anna, ben]) await expect(saved(page)).toBeVisible({ timeout: 60_000 })
  const all = [...said.anna, ...said.ben]
  expect(all.length).toBeGreaterThan(10)
  await expect
    .poll(async () => {
      const words = await wordsOf(anna, withy, plan)
      return all.filter((word) => times(words, word) !== 1)
    })
    .toEqual([])
  for (const editor of [annas, bens])
    await expect
      .poll(async () => {
        const words = (await editor.textContent()) ?? ''
        return all.filter((word) => times(words, word) !== 1)
      })
      .toEqual([])
  for (const { page, name } of [anna, ben]) {
    const backAgain = [text('live.back')]
    await expect
      .poll(async () => (await toldOn(page)).filter((words) => backAgain.includes(words)), name)
      .toHaveLength(1)
    const lost = (await toldOn(page)).filter((words) => words.startsWith('You are not connected.'))
    expect(lost, `${name} is told once that there is no connection`).toHaveLength(1)
  }
})

test('@A7 a reload, and coming back from another page or another day, lead to the section one was in', async ({
  withy,
  anna,
}) => {
  const { page } = anna
  const plan = await copyExample(anna, withy, 'brackenford-east')
  await openPlan(page, plan)
  const title = ENGLISH.section('living-map')
  const whereOn = (on: typeof page) => on.getByRole('button', { name: text('common.where-am-i') }).first()
  const headingOn = (on: typeof page) => section(on, title).getByRole('heading', { name: title, exact: true })
  await page
    .getByRole('navigation', { name: text('plan.sections') })
    .getByRole('link', { name: new RegExp(`^${title}`) })
    .click()
  await expect(headingOn(page)).toBeFocused()
  await expect(headingOn(page)).toBeInViewport()
  await page.reload()
  await expect(saved(page)).toBeVisible()
  await expect(headingOn(page), 'after a reload').toBeInViewport()
  await expect(whereOn(page)).toHaveAccessibleDescription(new RegExp(title))
  await page.goto('/help')
  await page.goBack()
  await expect(saved(page)).toBeVisible()
  await expect(headingOn(page), 'from another page').toBeInViewport()
  await page.close()
  const later = await anna.context.newPage()
  await later.goto('/')
  await later.getByRole('link', { name: 'Brackenford East' }).click()
  await expect(saved(later)).toBeVisible()
  await expect(headingOn(later), 'another day').toBeInViewport()
  await expect(whereOn(later)).toHaveAccessibleDescription(new RegExp(title))
})
