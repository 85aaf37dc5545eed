import { fileURLToPath } from 'node:url'
import { expect } from '@playwright/test'
// @ts-expect-error a script of Node built-ins, without types
import { look } from '../../scripts/gates/size.mjs'
import { copyExample, invite, test } from '../people.ts'
import { ENGLISH } from '../words.ts'
import { note } from './noted.ts'

const { text } = ENGLISH
const ROOT = fileURLToPath(new URL('../..', import.meta.url))
/** 400 kbit/s and 400 ms there and back; the processor of a phone that cost little. */
const NET = { offline: false, downloadThroughput: 400_000 / 8, uploadThroughput: 400_000 / 8, latency: 400 }
const SLOWER = 4
/** Seconds, and kB as they are sent. */
const MOST = { name: 6, edit: 12, join: 120, read: 120, write: 300, fonts: 55 } as const

test('@A6 little script is fetched to join, to read, and in all to write', async ({ browserName: _ }, info) => {
  const { sizes } = (await look(ROOT)) as { sizes: readonly { name: 'join' | 'read' | 'write'; kilobytes: number }[] }
  const short = sizes.flatMap(({ name, kilobytes }) =>
    kilobytes > MOST[name] ? [`script to ${name}: ${kilobytes.toFixed(1)} kB, and may be ${MOST[name]}`] : [],
  )
  note(info, { check: 'A6', looked: sizes.length, short })
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
  const { page, context } = phone
  const session = await context.newCDPSession(page)
  await session.send('Network.enable')
  await session.send('Network.emulateNetworkConditions', NET)
  await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWER })
  const kind = new Map<string, string>()
  const sent = { Script: 0, Font: 0 }
  session.on('Network.responseReceived', ({ requestId, type }) => void kind.set(requestId, type))
  session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    const type = kind.get(requestId)
    if (type === 'Script' || type === 'Font') sent[type] += encodedDataLength / 1000
  })
  const short: string[] = []
  const expectAtMost = (what: string, is: number, most: number, unit: string) => {
    if (is > most) short.push(`${what}: ${is.toFixed(1)} ${unit}, and may be ${most}`)
  }
  const seconds = async (does: () => Promise<unknown>) => {
    const began = performance.now()
    await does()
    return (performance.now() - began) / 1000
  }

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
  expectAtMost('until a name is typed', toName, MOST.name, 's')
  expectAtMost('until the plan is written in', toEdit, MOST.edit, 's')
  expectAtMost('fonts', sent.Font, MOST.fonts, 'kB')
  note(info, { check: 'A6', looked: 3, short })
})
