import type { CDPSession, Page } from 'playwright-core'
import type { Bench, Much } from '../bench.ts'
import { percentile } from '../report/spread.ts'
import { DESK, openChromium, openPage, slowness } from '../stage/page.ts'
import { bring } from '../stage/people.ts'
import { talkOf } from '../stage/talk.ts'
import { toWrite } from '../stage/tap.ts'
import { startTwentyPages } from '../stage/twenty-pages.ts'
import { createTypist, type Typist } from '../stage/typist.ts'
import { startWithy } from '../stage/withy.ts'
import { openWriter, type Writer } from '../stage/writer.ts'

export const bench: Bench = {
  shows:
    'How soon a letter is on the screen of someone who types in a plan of twenty pages while five others type too, three of them in the same section; with much said about the plan: 500 comments and 50 suggestions.',
  cases: ['as it is', '4x slower', '4x slower, nobody else', 'as it is, much said', '4x slower, much said'],
  rounds: 5,

  async measure(name, much) {
    const withy = await startWithy()
    const browser = await openChromium()
    const writers: Writer[] = []
    try {
      const { plan, owner } = await startTwentyPages(withy)
      const others = name.includes('nobody else') ? [] : await bring(withy, plan, owner, OTHERS_IN.length)
      for (const other of others) writers.push(await openWriter(withy, plan, other))
      if (name.includes('much said')) await talkOf(withy, plan).fill([owner, ...others])
      const { page, session } = await openPage(browser, withy, owner, { screen: DESK, slower: slowness(name) })
      await page.goto(`${withy.origin}/plans/${plan}`)
      await page.evaluate('void (bench.focus = bench.focused())')
      await toWrite(page, MINE).click()
      await page.evaluate('bench.focus')

      const typists = writers.map((writer, i) => createTypist(writer, OTHERS_IN[i] ?? ''))
      const samples = await typeTogether(page, session, typists, much)
      return [
        { name: 'key → frame, p50', unit: 'ms', value: percentile(samples, 0.5) },
        { name: 'key → frame, p95', unit: 'ms', value: percentile(samples, 0.95) },
        { name: 'key → frame, p99', unit: 'ms', value: percentile(samples, 0.99) },
      ]
    } finally {
      for (const writer of writers) writer.close()
      await browser.close()
      await withy.end()
    }
  },
}

/** The box typed in, by its title, and where the others are: three in the same section. */
const MINE = ', We can decide'
const OTHERS_IN = ['power.advise', 'power.cannot-change', 'power.decided', 'place.where', 'our-story.story']

const KEYS: Record<Much, number> = { full: 250, quick: 40 }
/** Six or seven letters a second: a quick typist. */
const MY_PACE_MS = 150
const THEIR_PACE_MS = 200

/** @returns ms from each of our keys to its frame */
async function typeTogether(
  page: Page,
  session: CDPSession,
  typists: readonly Typist[],
  much: Much,
): Promise<number[]> {
  await page.evaluate('void (bench.samples = bench.keys())')
  const count = KEYS[much]
  const theirCount = Math.ceil((count * MY_PACE_MS) / THEIR_PACE_MS)
  const acks = typists.map((typist) => typist.goOn(theirCount, THEIR_PACE_MS))
  await pressKeys(session, count)
  await Promise.all(acks)

  const words = await page.evaluate<string>('document.body.textContent')
  for (const typist of typists)
    if (!words.includes(typist.typed())) throw new Error('What the others typed is not on the page.')
  const samples = await page.evaluate<number[]>('bench.samples')
  if (samples.length < count) throw new Error(`Only ${samples.length} of ${count} letters came to the screen.`)
  return samples
}

/** Presses keys at a steady pace, also while the page is still busy with the last one. */
function pressKeys(session: CDPSession, count: number): Promise<unknown> {
  const letters = 'the quick brown fox jumps over the lazy dog '
  const sent: Promise<unknown>[] = []
  return new Promise((resolve, reject) => {
    const clock = setInterval(() => {
      const text = letters[sent.length % letters.length] ?? ' '
      const key = { key: text, text, code: text === ' ' ? 'Space' : `Key${text.toUpperCase()}` }
      const pressed = [
        session.send('Input.dispatchKeyEvent', { type: 'keyDown', ...key }),
        session.send('Input.dispatchKeyEvent', { type: 'keyUp', key: key.key, code: key.code }),
      ]
      sent.push(Promise.all(pressed))
      if (sent.length < count) return
      clearInterval(clock)
      Promise.all(sent).then(resolve, reject)
    }, MY_PACE_MS)
  })
}
