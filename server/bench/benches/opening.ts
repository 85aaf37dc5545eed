import { boxesOf, type Plan, TEMPLATES } from '@withy/shared/plan'
import { twentyPagePlan } from '@withy/shared/testing'
import type { Browser, Page } from 'playwright-core'
import type { Bench, Figure } from '../bench.ts'
import { openChromium, openPage, PHONE, slowness } from '../stage/page.ts'
import type { Someone } from '../stage/people.ts'
import { talkOf } from '../stage/talk.ts'
import { TO_WRITE, tapDone, tapToWrite } from '../stage/tap.ts'
import { startTwentyPages } from '../stage/twenty-pages.ts'
import { startWithy, type Withy } from '../stage/withy.ts'

type Stage = { readonly withy: Withy; readonly browser: Browser; readonly owner: Someone; readonly plan: string }

export const bench: Bench = {
  shows:
    'How long a plan of twenty pages takes on a phone that has never seen Withy: from the address to words that can be read, and from a tap to a box that can be written in; with much said about it: 500 comments and 50 suggestions.',
  cases: ['as it is', '4x slower', '4x slower, much said'],
  rounds: 7,

  async measure(name) {
    const slower = slowness(name)
    const withy = await startWithy()
    const browser = await openChromium()
    try {
      const stage = { withy, browser, ...(await startTwentyPages(withy)) }
      if (name.includes('much said')) await talkOf(withy, stage.plan).fill([stage.owner])
      // Nobody is the first ever: the server has packed its files, the browser has drawn a page.
      await load(stage, 1, async () => {})
      return [...(await tappedAtOnce(stage, slower)), ...(await tappedInPeace(stage, slower))]
    } finally {
      await browser.close()
      await withy.end()
    }
  },
}

/** What the last text box of the plan begins with, and nothing else does. */
const FAR_WORDS = lastWordsOf(twentyPagePlan())

function lastWordsOf({ boxes }: Plan): string {
  const inOrder = [...boxesOf(TEMPLATES.area).keys()].map((key) => boxes[key])
  const first = inOrder.flatMap((box) => (box?.type === 'text' ? [box.text[0]] : [])).at(-1)
  if (!first || !('runs' in first)) throw new Error('The last text box does not begin with words.')
  return first.runs.map(({ text }) => text).join('')
}

/** What the issue asks of the first editor (ms). */
const firstEditorAim = (slower: number) => (slower > 1 ? 250 : 100)

/**
 * Opens the plan with an empty cache and waits for its words. @returns ms until they
 * were drawn (`read`) and until the buttons to write were (`tools`), and what `then` gives
 */
async function load<T>({ withy, browser, owner, plan }: Stage, slower: number, then: (page: Page) => Promise<T>) {
  const script = `bench.read = bench.wordsShown(${JSON.stringify(FAR_WORDS)}); bench.tools = bench.buttonShown(${JSON.stringify(TO_WRITE)})`
  const { page, context } = await openPage(browser, withy, owner, { screen: PHONE, slower, script })
  await page.goto(`${withy.origin}/plans/${plan}`, { waitUntil: 'commit' })
  const read: number = await page.evaluate('bench.read')
  const tools: number = await page.evaluate('bench.tools')
  const result = await then(page)
  await context.close()
  return { read, tools, result }
}

async function tappedAtOnce(stage: Stage, slower: number): Promise<Figure[]> {
  const { read, tools, result } = await load(stage, slower, async (page) => ({
    tap: await tapToWrite(page),
    paint: await page.evaluate<number>("performance.getEntriesByName('first-contentful-paint')[0].startTime"),
  }))
  return [
    { name: 'first paint of anything', unit: 'ms', value: result.paint },
    { name: 'words of the last text box drawn', unit: 'ms', value: read },
    { name: 'buttons to write drawn', unit: 'ms', value: tools },
    {
      name: 'tap as soon as there is a button → caret in the first editor',
      unit: 'ms',
      value: result.tap.focused,
      aim: firstEditorAim(slower),
    },
  ]
}

async function tappedInPeace(stage: Stage, slower: number): Promise<Figure[]> {
  const { result } = await load(stage, slower, async (page) => {
    await page.waitForLoadState('networkidle')
    await page.evaluate('new Promise((idle) => requestIdleCallback(idle))')
    const first = await tapToWrite(page)
    await tapDone(page)
    const second = await tapToWrite(page)
    return { first, second, work: await page.evaluate<number>('bench.fixedWork()') }
  })
  return [
    {
      name: 'tap once the page is at rest → caret in the first editor',
      unit: 'ms',
      value: result.first.focused,
      aim: firstEditorAim(slower),
    },
    { name: 'the same → drawn', unit: 'ms', value: result.first.drawn },
    { name: 'tap → caret in the next editor', unit: 'ms', value: result.second.focused },
    { name: 'a fixed piece of work in the page, to see the brake', unit: 'ms', value: result.work },
  ]
}
