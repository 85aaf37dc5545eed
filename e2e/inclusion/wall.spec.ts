import { expect, type Page } from '@playwright/test'
import { writes } from '../agreeing.ts'
import { ask, bring, copyExample, invite, PHONE, someone, startPlan, test } from '../people.ts'
import { openBox, openPlan, section } from '../plan-page.ts'
import { says } from '../talking.ts'
import { ENGLISH, wordsIn } from '../words.ts'
import { comeInByLink, stepTitle } from '../workshop.ts'
import { note } from './noted.ts'

const { text } = ENGLISH
const SIZES = [
  [1280, 720],
  [1920, 1080],
  [3840, 2160],
] as const
/** Of what a screen may hold (INCLUSION H1). */
const LEAST = { words: 0.045, heading: 0.07 } as const
const MOST = { lines: 10, letters: 45 } as const

test('@H1 words and headings on the room screen are large enough for the back row, ten lines of 45 letters at most, on three screens', async ({
  withy,
  facilitator,
}, info) => {
  const { page } = facilitator
  const plan = await copyExample(facilitator, withy, 'brackenford-east')
  const short: string[] = []
  let looked = 0
  await page.goto(`/plans/${plan}/screen`)
  await page.getByRole('button', { name: 'Next section' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Our place')
  for (const [width, height] of SIZES) {
    await page.setViewportSize({ width, height })
    for (let turned = 0; turned < 3; turned += 1) {
      await expect(page.locator('.screen-words p').filter({ visible: true }).first()).toBeVisible()
      const seen = await page.evaluate(measured)
      const wrong = [
        ...(seen.words < LEAST.words * height - 0.01 ? [`words of ${seen.words} px`] : []),
        ...(seen.heading < LEAST.heading * height - 0.01 ? [`a heading of ${seen.heading} px`] : []),
        ...(seen.lines > MOST.lines ? [`${seen.lines} lines`] : []),
        ...(seen.letters > MOST.letters ? [`a line of ${seen.letters} letters: ${seen.longest}`] : []),
        ...(seen.scrolls ? ['it scrolls'] : []),
      ]
      looked += 1
      if (wrong.length > 0) short.push(`${width} x ${height}, page ${turned + 1}: ${wrong.join(', ')}`)
      await page.keyboard.press('PageDown')
    }
  }
  note(info, { check: 'H1', looked, short })
})

/** What stands in sight on a room screen: sizes in CSS px, lines of the plan's words and the letters of the longest. */
function measured() {
  const box = document.querySelector('.paged') ?? document.body
  const { left, right, top, bottom } = box.getBoundingClientRect()
  const lines = new Map<number, string>()
  let words = Number.POSITIVE_INFINITY
  const walk = document.createTreeWalker(box, NodeFilter.SHOW_TEXT)
  for (let node = walk.nextNode(); node; node = walk.nextNode()) {
    const said = node.nodeValue ?? ''
    if (!said.trim() || !node.parentElement) continue
    const style = getComputedStyle(node.parentElement)
    if (style.visibility === 'hidden' || node.parentElement.closest('.unseen')) continue
    const range = document.createRange()
    for (let at = 0; at < said.length; at += 1) {
      range.setStart(node, at)
      range.setEnd(node, at + 1)
      const letter = range.getBoundingClientRect()
      const isSeen = letter.width > 0 && letter.left >= left - 1 && letter.right <= right + 1
      if (!isSeen || letter.top < top - 1 || letter.bottom > bottom + 1) continue
      words = Math.min(words, Number.parseFloat(style.fontSize))
      const middle = Math.round((letter.top + letter.bottom) / 2)
      const line = [...lines.keys()].find((other) => Math.abs(other - middle) < letter.height / 2) ?? middle
      lines.set(line, (lines.get(line) ?? '') + said[at])
    }
  }
  const heading = Number.parseFloat(getComputedStyle(document.querySelector('h1') as Element).fontSize)
  const longest = [...lines.values()].map((line) => line.trim()).sort((a, b) => b.length - a.length)[0] ?? ''
  const scrolls = document.documentElement.scrollHeight > innerHeight + 1
  return { words, heading, lines: lines.size, letters: longest.length, longest, scrolls }
}

test('@H3 nothing of who writes, no comment, no hint and no other section is on the page of the room screen', async ({
  withy,
  facilitator,
  anna,
  bigScreen,
}) => {
  const plan = await startPlan(facilitator, withy)
  await bring(facilitator, withy, plan, [anna])
  await bring(facilitator, withy, plan, [bigScreen], 'viewer')
  await writes(anna, withy, plan, 'our-story.story', 'We met at the orchard, and stakeholders utilise it.')
  await writes(anna, withy, plan, 'living-map.want', 'A word for another day.')
  await says(anna, withy, plan, 'comment', { words: 'Whose orchard is it?' })
  await openPlan(anna.page, plan)
  const { page } = bigScreen
  await page.goto(`/plans/${plan}/screen`)
  await openPlan(facilitator.page, plan)
  const story = section(facilitator.page, 'Our shared story')
  await story.getByText(/^More/).click()
  await story.getByRole('button', { name: text('plan.show-on-screen') }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Our shared story')
  const editor = await openBox(section(anna.page, 'Our shared story'), 'Our story')
  await editor.press('Control+End')
  await editor.pressSequentially(' More to come.')
  await expect(page.getByText('More to come.')).toBeVisible()
  const drawn = await page.evaluate(() => document.documentElement.outerHTML)
  expect(drawn, 'what is shown is read here').toContain('We met at the orchard')
  for (const secret of ['Anna', 'Farah', 'Whose orchard is it?', 'A word for another day.', 'caret', 'explained-word'])
    expect(drawn.includes(secret), secret).toBe(false)
  await expect(page.locator('[data-talk-at], .hint, [class*="hint"], .care-word')).toHaveCount(0)
})

test('@H4 while two type the room screen changes once a second at most, and nothing outside of the words moves', async ({
  withy,
  facilitator,
  anna,
  ben,
}) => {
  const plan = await startPlan(facilitator, withy)
  await bring(facilitator, withy, plan, [anna, ben])
  const { page } = facilitator
  await page.goto(`/plans/${plan}/screen`)
  await page.getByRole('button', { name: 'Next section' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Our place')
  for (const who of [anna, ben]) await openPlan(who.page, plan)
  const editors = [
    await openBox(section(anna.page, 'Our place'), ENGLISH.box('place.where')),
    await openBox(section(ben.page, 'Our place'), ENGLISH.box('place.where')),
  ]
  await page.evaluate(watchesCalm)
  const began = Date.now()
  await Promise.all(
    editors.map(async (editor) => {
      for (let n = 0; n < 12; n += 1) await editor.pressSequentially('Yes. And no. ', { delay: 20 })
    }),
  )
  await expect(page.getByText('And no.').first()).toBeVisible()
  const seconds = (Date.now() - began) / 1000
  const { changes, moved, flashes } = await page.evaluate(
    () => (window as unknown as { calm: { changes: number[]; moved: string[]; flashes: string[] } }).calm,
  )
  expect(changes.length, 'it follows').toBeGreaterThan(1)
  expect(changes.length).toBeLessThanOrEqual(Math.ceil(seconds) + 2)
  const gaps = changes.slice(1).map((at, n) => at - (changes[n] ?? 0))
  // A frame is 16 ms: what is changed a second later may be drawn that much earlier.
  expect(Math.min(...gaps)).toBeGreaterThanOrEqual(950)
  expect(moved, 'what moved outside of the words').toEqual([])
  expect(flashes, 'what is animated').toEqual([])
})

/** Keeps when the words of a room screen change, what moves outside of them, and what is animated. */
function watchesCalm() {
  const calm = { changes: [] as number[], moved: [] as string[], flashes: [] as string[] }
  Object.assign(window, { calm })
  const words = document.querySelector('.screen-words') as Element
  const still = () =>
    [...document.querySelectorAll('h1, .screen-top, .screen-side, [class*="screen-bar"]')].map((it) => {
      const { x, y, width, height } = it.getBoundingClientRect()
      return `${it.className || it.tagName} ${[x, y, width, height].map(Math.round).join(' ')}`
    })
  const before = still()
  let frame = 0
  new MutationObserver(() => {
    // All that is drawn together is one change to whoever looks on. An edge that fades is none of words.
    if (frame) return
    frame = requestAnimationFrame(() => {
      frame = 0
      const said = words.textContent ?? ''
      if (said === calm_said) return
      calm_said = said
      calm.changes.push(performance.now())
      calm.moved.push(...still().filter((line, at) => line !== before[at]))
      for (const each of document.getAnimations()) calm.flashes.push(String((each as CSSAnimation).animationName))
    })
  }).observe(words, { subtree: true, childList: true, characterData: true })
  let calm_said = words.textContent ?? ''
}

test('@H5 whoever follows the room on their own device is at the same step within two seconds, in their own letters and language', async ({
  withy,
  browser,
  facilitator,
  bigScreen,
}) => {
  const welsh = wordsIn('cy')
  const plan = await startPlan(facilitator, withy)
  await bring(facilitator, withy, plan, [bigScreen], 'viewer')
  const path = `/api/plans/${plan}/workshops`
  type Seen = { now: { step: string | null; steps: { id: string; kind: string }[] } }
  const { workshop } = await ask<{ workshop: string }>(facilitator, withy, 'POST', path, {
    ...{ shape: 'area-2-hours', title: 'A morning in the hall', lang: 'en' },
  })
  const steer = (said: object) => ask<Seen>(facilitator, withy, 'POST', `${path}/${workshop}/steer`, said)
  const { now } = await steer({ do: 'open' })
  const stepOf = (kind: string) => now.steps.find((step) => step.kind === kind)?.id ?? ''
  await steer({ do: 'change-step', id: stepOf('write'), step: { section: 'living-map' } })
  const mair = await someone(browser, withy, 'Mair', { ...PHONE, locale: 'cy-GB' })
  const { link } = await invite(facilitator, withy, plan)
  await comeInByLink(mair.page, link, 'Mair', welsh)
  await mair.page.evaluate(() => {
    localStorage.setItem('withy.look', JSON.stringify({ 'data-size': '200' }))
    localStorage.setItem('withy.reading', JSON.stringify({ size: '200' }))
  })
  await mair.page.reload()
  await bigScreen.page.goto(`/plans/${plan}/screen`)
  let from = now.step
  for (const kind of ['look', 'silent', 'write'] as const) {
    await steer({ do: 'go', from, to: stepOf(kind) })
    const began = Date.now()
    await expect(stepTitle(mair.page)).toHaveText(welsh.text(`workshop.kind-${kind}`), { timeout: 2_000 })
    expect(Date.now() - began).toBeLessThan(2_000)
    await expect(stepTitle(bigScreen.page)).toBeVisible()
    from = stepOf(kind)
  }
  // Where the room writes, the section on the wall is the one on the phone.
  await expect(stepTitle(bigScreen.page)).toHaveText(ENGLISH.section('living-map'))
  await expect(
    mair.page.getByRole('heading', { name: welsh.section('living-map'), exact: true }).filter({ visible: true }),
  ).toHaveCount(1, { timeout: 2_000 })
  await expect(mair.page.locator('html')).toHaveAttribute('lang', 'cy')
  const letters = (page: Page) =>
    page.locator('body').evaluate((it) => Number.parseFloat(getComputedStyle(it).fontSize))
  expect(await letters(mair.page)).toBeGreaterThan(28)
  await mair.context.close()
})
