import { execFile } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { promisify } from 'node:util'
import { expect, type Locator } from '@playwright/test'
import { EXAMPLES } from '@withy/shared/examples'
import { SHAPES, TEMPLATES } from '@withy/shared/plan'
import { wordsOf } from '@withy/shared/testing'
import { writes } from '../agreeing.ts'
import { expectNoAxeFindings } from '../axe.ts'
import { copyExample, type Someone, startPlan, test } from '../people.ts'
import { addItem, openBox, openPlan, section } from '../plan-page.ts'
import { wordsBroken } from '../reflow.ts'
import { ENGLISH } from '../words.ts'

const run = promisify(execFile)

const isThere = (program: string) =>
  run(program, ['-v']).then(
    () => true,
    () => false,
  )

/** Nothing here can look into a PDF by itself. In CI the programs that can are there, or the test fails. */
async function skipWithoutPoppler(): Promise<void> {
  const tools = (await isThere('pdfinfo')) && (await isThere('pdftotext'))
  test.skip(!tools && !process.env.CI, 'pdfinfo and pdftotext are missing (on Debian: apt-get install poppler-utils)')
}

const pdfToText = async (path: string, order: '-layout' | '-raw') =>
  (await run('pdftotext', [order, path, '-'], { maxBuffer: 1e8 })).stdout

/** The words of each page of a PDF, laid out as they stand. */
const pagesOf = async (path: string) => (await pdfToText(path, '-layout')).split('\f').slice(0, -1)

/** The words of a PDF in the order they were written into it. */
const rawWordsOf = (path: string) => pdfToText(path, '-raw')

const linesOf = (pages: readonly string[]) => pages.flatMap((page) => page.split('\n').map((line) => line.trim()))

/** Words without what a line break may change: spaces, and hyphens put in or out. */
const bare = (words: string) => words.normalize('NFKC').replaceAll(/[\s\u00ad\u2010-]+/g, '')

/** Words of one text that another has not. */
const wordsIn = (one: string, other: string) => {
  const known = new Set(other.split(/\s+/))
  return one.split(/\s+/).filter((word) => !known.has(word))
}

/** Takes a file away under the name people get it by. @returns its path */
async function download({ page }: Someone, button: Locator): Promise<string> {
  const [file] = await Promise.all([page.waitForEvent('download'), button.click()])
  const path = test.info().outputPath(file.suggestedFilename())
  await file.saveAs(path)
  return path
}

/** Opens what there is to take away. */
async function openTakeAway({ page }: Someone): Promise<void> {
  await page.getByRole('button', { name: 'Take away' }).click()
}

for (const example of ['brackenford-east', 'rosa-tillingham'] as const) {
  const { plan, title } = EXAMPLES[example]

  test(`[EXPORT-1] [EXPORT-2] @G3 ${title}: the web page holds the words of every box, needs nobody, and is accessible`, async ({
    withy,
    anna,
    browser,
  }) => {
    await openPlan(anna.page, await copyExample(anna, withy, example))
    await openTakeAway(anna)
    const path = await download(anna, anna.page.getByRole('button', { name: 'Get it: Web page' }))

    const asked: string[] = []
    const alone = await browser.newContext({ offline: true })
    const page = await alone.newPage()
    page.on('request', (request) => asked.push(request.url()))
    await page.goto(`file://${path}`)
    expect(
      asked.filter((url) => !url.startsWith('file:') && !url.startsWith('data:')),
      'nothing is fetched',
    ).toEqual([])
    const text = bare((await page.locator('body').textContent()) ?? '')
    expect(
      wordsOf(plan).filter((words) => !text.includes(bare(words))),
      'words that are not on the page',
    ).toEqual([])
    await expect(page).toHaveTitle(new RegExp(title))
    await expect(page.getByText(/draft/i).filter({ visible: true }).first()).toBeVisible()
    await expectNoAxeFindings(page, `${title} as a web page`)
    await alone.close()
  })

  test(`[EXPORT-3] [EXPORT-4] @G1 ${title}: the PDF holds the words of every box, and is tagged PDF/UA-1`, async ({
    withy,
    anna,
  }) => {
    await skipWithoutPoppler()
    await openPlan(anna.page, await copyExample(anna, withy, example))
    await openTakeAway(anna)
    const path = await download(anna, anna.page.getByRole('button', { name: 'Get it: PDF' }))
    expect((await readFile(path)).subarray(0, 5).toString()).toBe('%PDF-')

    const info = (await run('pdfinfo', [path])).stdout
    expect(info).toMatch(/^Tagged: +yes$/m)
    expect(info).toMatch(new RegExp(`^Title: +.*${title}`, 'm'))
    const meta = (await run('pdfinfo', ['-meta', path])).stdout
    expect(meta, 'PDF/UA-1').toMatch(/<pdfuaid:part>1</)
    expect(meta, 'the language').toMatch(/<dc:language>.*\ben\b/s)
    expect((await readFile(path)).toString('latin1')).toMatch(/\/Lang ?\(en/)
    const pages = await pagesOf(path)
    expect(
      pages.filter((page) => !page.includes('DRAFT')),
      'pages that do not say DRAFT',
    ).toEqual([])
    const text = bare(await rawWordsOf(path))
    expect(
      wordsOf(plan).filter((words) => !text.includes(bare(words))),
      'words that are not in the PDF',
    ).toEqual([])
  })
}

test('[EXPORT-7] in Welsh our own words are Welsh, and the file says so', async ({ withy, anna }) => {
  const plan = await copyExample(anna, withy, 'brackenford-east')
  await openPlan(anna.page, plan)
  await anna.page.getByRole('button', { name: 'Cymraeg' }).click()
  await anna.page.getByRole('button', { name: 'Mynd ag ef' }).click()
  const path = await download(anna, anna.page.getByRole('button', { name: 'Ei gael: Tudalen we' }))
  expect(await readFile(path, 'utf8')).toMatch(/<html[^>]* lang="cy"/)
})

test('[EASY-33] [EASY-36] [A11Y-276] @E7 in Easy Read pictures stand left of short lines, in large letters, on any screen', async ({
  withy,
  anna,
  browser,
}) => {
  await openPlan(anna.page, await copyExample(anna, withy, 'brackenford-east'))
  await openTakeAway(anna)
  await anna.page.getByRole('checkbox', { name: /^Easy Read/ }).check()
  const path = await download(anna, anna.page.getByRole('button', { name: 'Get it: Web page' }))
  const alone = await browser.newContext({ offline: true })
  const page = await alone.newPage()
  await page.goto(`file://${path}`)
  await expect(page.getByText('Easy Read. Not checked yet.')).toBeVisible()
  for (const width of [1280, 320]) {
    await page.setViewportSize({ width, height: 800 })
    const rows = await page.locator('.easy > li').evaluateAll((all) =>
      all.map((row) => {
        const [picture, words] = [row.querySelector('svg') as SVGElement, row.querySelector('p') as HTMLElement]
        const [left, right] = [picture, words].map((one) => one.getBoundingClientRect()) as [DOMRect, DOMRect]
        const lines = Math.round(right.height / Number.parseFloat(getComputedStyle(words).lineHeight))
        return {
          picture: left.width,
          isLeft: left.right <= right.left,
          letters: Number.parseFloat(getComputedStyle(words).fontSize),
          isWhole: getComputedStyle(row).breakInside.startsWith('avoid'),
          // No line has more than the whole has a line, and the one the browser breaks it at.
          most: Math.ceil((words.textContent ?? '').length / lines),
        }
      }),
    )
    expect(rows.length).toBeGreaterThan(40)
    for (const row of rows) {
      expect(row.picture).toBeGreaterThanOrEqual(90)
      expect(row.isLeft).toBe(true)
      expect(row.isWhole, 'not split').toBe(true)
      // 16 point.
      expect(row.letters).toBeGreaterThan(21.3)
      expect(row.most).toBeLessThanOrEqual(60)
    }
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0)
    expect(await wordsBroken(page.locator('h1, h2')), 'words of headings that are broken').toEqual([])
  }
  await alone.close()
})

/** Prints the page that is open, as a browser does. @returns the path of a PDF */
async function print(
  { page }: Someone,
  paper: { width: string; height: string } | { format: 'A4' } = { format: 'A4' },
) {
  const path = test.info().outputPath('printed.pdf')
  await page.pdf({ path, ...paper, margin: { top: '1cm', bottom: '1cm', left: '1cm', right: '1cm' } })
  return path
}

for (const example of ['brackenford-east', 'rosa-tillingham'] as const) {
  const { plan, title } = EXAMPLES[example]

  test(`[A11Y-64] ${title}: printed, the page has the words of every box and nothing to press, and each sheet says DRAFT and of what`, async ({
    withy,
    anna,
  }) => {
    await skipWithoutPoppler()
    const { page } = anna
    await openPlan(page, await copyExample(anna, withy, example))
    // A word of the plan that is explained can be pressed too, and is a word of the plan.
    const buttons = page.locator('button, [role="button"]:not(.explained-word), summary, footer a')
    const toPress = buttons.filter({ visible: true })
    const pressed = new Set((await toPress.allInnerTexts()).map((words) => words.trim()).filter(Boolean))
    expect(pressed, 'what works on a screen is there on a screen').toContain('Take away')

    // Where the last words just go over a page, wherever that is on this paper.
    const papers: string[] = []
    for (const height of ['218mm', '263mm', '272mm', '290mm', '299mm'])
      papers.push(await rawWordsOf(await print(anna, { width: '210mm', height })))
    // The sign on a last page of its own is what may be lost.
    const letters = (words: string) =>
      bare(words)
        .replaceAll(bare(`DRAFT – ${title}`), '')
        .replaceAll('—', '').length
    const [first = '', ...rest] = papers
    const others = rest.filter((words) => letters(words) !== letters(first))
    expect(others.map((words) => [wordsIn(first, words), wordsIn(words, first)])).toEqual([])

    const path = await print(anna)
    const sheets = await pagesOf(path)
    expect(sheets.length).toBeGreaterThan(3)
    const draft = bare(`DRAFT – ${title}`)
    expect(
      sheets.filter((sheet) => !bare(sheet).startsWith(draft)),
      'pages that do not begin with DRAFT and the plan’s name',
    ).toEqual([])
    // Words that go on over a page have its first line between them.
    const text = bare(await rawWordsOf(path)).replaceAll(draft, '')
    expect(
      wordsOf(plan).filter((words) => !text.includes(bare(words))),
      'words that are not printed',
    ).toEqual([])
    expect(
      linesOf(sheets).filter((line) => pressed.has(line)),
      'words of buttons',
    ).toEqual([])
  })
}

test('[A11Y-64] printed, a plan has the boxes that are written in and no others, those of a folded part too', async ({
  withy,
  anna,
}) => {
  await skipWithoutPoppler()
  const { page } = anna
  await openPlan(page, await startPlan(anna, withy, { kind: 'support', title: 'Priya’s plan', voice: 'supporter' }))
  const unfold = page.getByRole('button', { name: 'Open: My place and my part' })
  await unfold.click()
  for (const [title, box, words] of [
    ['My wellness', 'A bad day', 'Too many rooms at once.'],
    ['Shared power', 'Want', 'A say in the garden.'],
  ] as const) {
    await (await openBox(section(page, title), box)).pressSequentially(words)
    await section(page, title).getByRole('button', { name: 'Done' }).click()
  }
  const circle = await addItem(section(page, 'The people around me'), SHAPES.person.add.en, 'Auntie Bea')
  await circle.getByRole('button', { name: 'Done' }).click()
  await page.getByRole('button', { name: 'Close: My place and my part' }).click()
  await expect(section(page, 'Shared power')).toHaveCount(0)

  const sheets = await pagesOf(await print(anna))
  const boxes = TEMPLATES.support.parts.flatMap(({ sections }) => sections.flatMap(({ boxes }) => boxes))
  const titles = new Set(boxes.map(({ title }) => title.en))
  expect(linesOf(sheets).filter((line) => titles.has(line))).toEqual(['A bad day', 'Want', 'My circle'])
  const text = bare(sheets.join(''))
  for (const words of ['Too many rooms at once.', 'A say in the garden.', 'Auntie Bea'])
    expect(text).toContain(bare(words))
})

test('[EXPORT-95] a PDF of a long plan that is being made is stopped: nothing comes, and the next file is made at once', async ({
  withy,
  anna,
}) => {
  const plan = await startPlan(anna, withy)
  const line = 'A line of a plan with many, many pages. '.repeat(8).trim()
  for (let n = 0; n < 6; n++) {
    const lines = Array.from({ length: 150 }, (_, at) => `${line} ${n}-${at}`)
    await writes(anna, withy, plan, 'place.where', ...lines)
  }
  const { page } = anna
  await openPlan(page, plan)
  await openTakeAway(anna)
  const came: string[] = []
  page.on('download', (file) => came.push(file.suggestedFilename()))
  await page.getByRole('button', { name: 'Get it: PDF' }).click()
  const stop = page.getByRole('button', { name: ENGLISH.text('forms.stop') })
  await expect(page.getByText(ENGLISH.text('forms.getting'))).toBeVisible()
  await stop.click()
  await expect(stop).toBeHidden()
  await expect(page.getByRole('button', { name: 'Get it: PDF' })).toBeEnabled()
  // One at a time is made for somebody: had the first gone on, this would be refused.
  const short = await startPlan(anna, withy, { title: 'Short' })
  const next = await anna.context.request.get(`${withy.url}/api/plans/${short}/take-away/pdf`)
  expect(next.status()).toBe(200)
  await download(anna, page.getByRole('button', { name: 'Get it: Plain text' }))
  expect(came).toEqual([expect.stringMatching(/\.txt$/)])
})
