import { fileURLToPath } from 'node:url'
import { expect } from '@playwright/test'
// @ts-expect-error a script of Node built-ins, without types
import { look } from '../../scripts/gates/size.mjs'
import { answerIn, asksToAgree, give, saysIn, yourTurn } from '../agreeing.ts'
import { copyExample, invite, test } from '../people.ts'
import { ENGLISH } from '../words.ts'
import { type Measured, note, weighed } from './noted.ts'
import { seconds, slowDown } from './slow-line.ts'

const { text } = ENGLISH
const ROOT = fileURLToPath(new URL('../..', import.meta.url))
/** Seconds, and kB as they are sent. */
const MOST = { name: 6, edit: 12, join: 120, read: 120, write: 300, fonts: 55 } as const

const LONGEST = { timeout: 60_000 }

/**
 * What people do on their way through a plan, and in how many seconds each may answer them on a slow phone: twice what it takes where
 * nothing else runs.
 */
const WALK = {
  'the words are read after joining': 12,
  'the first letter is written': 12,
  'a comment can be written': 20,
  'the comment is there': 4,
  'easy words are there with their pictures': 6,
  'a copy can be chosen': 6,
  'a PDF is here': 18,
  'the page to agree is there': 12,
  'an answer is given': 8,
} as const

test('@A6 little script is fetched to join, to read, and in all to write', async ({ browserName: _ }, info) => {
  const { sizes } = (await look(ROOT)) as { sizes: readonly { name: 'join' | 'read' | 'write'; kilobytes: number }[] }
  const scripts = sizes.map(
    ({ name, kilobytes }): Measured => ({ what: `script to ${name}`, is: kilobytes, most: MOST[name], unit: 'kB' }),
  )
  note(info, { check: 'A6', ...weighed(scripts) })
  // One whose pages are not found in the build is not weighed.
  expect(sizes.map(({ name }) => name)).toEqual(['join', 'read', 'write'])
})

test('@A6 on a slow phone a name is typed within six seconds and the plan written in within twelve, with few fonts', async ({
  withy,
  anna,
  phone,
}, info) => {
  test.setTimeout(240_000)
  const plan = await copyExample(anna, withy, 'brackenford-east')
  const { link } = await invite(anna, withy, plan)
  const { page } = phone
  const session = await slowDown(phone)
  const kind = new Map<string, string>()
  const sent = { Script: 0, Font: 0 }
  session.on('Network.responseReceived', ({ requestId, type }) => void kind.set(requestId, type))
  session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    const type = kind.get(requestId)
    if (type === 'Script' || type === 'Font') sent[type] += encodedDataLength / 1000
  })

  const name = page.getByRole('textbox', { name: text('common.name') })
  const toName = await seconds(async () => {
    await page.goto(link, { waitUntil: 'commit' })
    await name.fill('Priya', { timeout: 60_000 })
  })
  await expect(name).toHaveValue('Priya')
  const story = page.getByRole('region', { name: ENGLISH.section('our-story'), exact: true })
  const editor = story.getByRole('textbox', { name: new RegExp(ENGLISH.box('our-story.story')) })
  const toEdit = await seconds(async () => {
    await page.getByRole('button', { name: text('join.go'), exact: true }).click()
    await story
      .getByRole('button', { name: /^(Change|Write here)/ })
      .first()
      .click({ timeout: 60_000 })
    // The first letter: how fast somebody types is their own affair.
    await editor.press('P', { timeout: 60_000 })
  })
  await editor.pressSequentially('riya was here. ', { timeout: 60_000 })
  await expect(editor).toContainText('Priya was here.')
  expect(sent.Script, 'what is sent is counted').toBeGreaterThan(50)
  const measured: readonly Measured[] = [
    { what: 'until a name is typed', is: toName, most: MOST.name, unit: 's' },
    { what: 'until the plan is written in', is: toEdit, most: MOST.edit, unit: 's' },
    { what: 'fonts', is: sent.Font, most: MOST.fonts, unit: 'kB' },
  ]
  note(info, { check: 'A6', ...weighed(measured) })
})

test('@A6 the whole walk on a slow phone: join, read, write, comment, take away and agree, each within its seconds', async ({
  withy,
  anna,
  phone,
}, info) => {
  test.setTimeout(300_000)
  const plan = await copyExample(anna, withy, 'brackenford-east')
  const { link } = await invite(anna, withy, plan)
  const { page } = phone
  await slowDown(phone)
  const measured: Measured[] = []
  const within = async (what: keyof typeof WALK, does: () => Promise<unknown>) => {
    measured.push({ what, is: await seconds(does), most: WALK[what], unit: 's' })
  }
  const story = page.getByRole('region', { name: ENGLISH.section('our-story'), exact: true })
  const editor = story.getByRole('textbox', { name: new RegExp(ENGLISH.box('our-story.story')) })

  await page.goto(link, { waitUntil: 'commit' })
  await page.getByRole('textbox', { name: text('common.name') }).fill('Priya', LONGEST)
  await within('the words are read after joining', async () => {
    await page.getByRole('button', { name: text('join.go'), exact: true }).click()
    await story.getByText('nobody has to be in crisis').waitFor(LONGEST)
  })
  await story.getByRole('button', { name: /^Change/ }).waitFor(LONGEST)
  await within('the first letter is written', async () => {
    await story.getByRole('button', { name: /^Change/ }).click()
    await editor.press('P', LONGEST)
  })
  await editor.pressSequentially('riya was here. ')
  await story.getByRole('button', { name: text('plan.done'), exact: true }).click()
  const comment = page.getByRole('textbox', { name: text('talk.words') })
  await within('a comment can be written', async () => {
    await story
      .getByRole('button', { name: /^Comment:/ })
      .first()
      .click(LONGEST)
    await comment.fill('Is this right?', LONGEST)
  })
  await within('the comment is there', async () => {
    await page.getByRole('button', { name: text('talk.send'), exact: true }).click()
    await story.getByText('Is this right?').waitFor(LONGEST)
  })
  await within('easy words are there with their pictures', async () => {
    await story.getByRole('button', { name: /^In easy words/ }).click()
    const picture = story.getByRole('article').first().locator('img')
    await picture.waitFor(LONGEST)
    await expect.poll(() => picture.evaluate((img: HTMLImageElement) => img.naturalWidth), LONGEST).toBeGreaterThan(0)
  })
  const sheet = page.getByRole('dialog')
  await within('a copy can be chosen', async () => {
    await page.getByRole('button', { name: text('plan.take-away'), exact: true }).click()
    await sheet.getByRole('button', { name: 'Get it: PDF' }).waitFor(LONGEST)
  })
  await within('a PDF is here', async () => {
    const [file] = await Promise.all([
      page.waitForEvent('download', LONGEST),
      sheet.getByRole('button', { name: 'Get it: PDF' }).click(),
    ])
    await file.path()
  })
  await page.keyboard.press('Escape')
  await asksToAgree(anna, withy, plan)
  await within('the page to agree is there', async () => {
    await page.getByRole('link', { name: text('plan.agree'), exact: true }).click()
    await answerIn(yourTurn(page), 'agree').waitFor(LONGEST)
  })
  await within('an answer is given', async () => {
    await answerIn(yourTurn(page), 'agree').check()
    await give(page).click()
    await saysIn(page, 'Priya').waitFor(LONGEST)
  })
  expect(measured).toHaveLength(Object.keys(WALK).length)
  note(info, { check: 'A6', ...weighed(measured) })
})
