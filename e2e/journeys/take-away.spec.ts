import { execFile } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { promisify } from 'node:util'
import { expect, type Locator } from '@playwright/test'
import { EXAMPLES } from '@withy/shared/examples'
import { wordsOf } from '@withy/shared/testing'
import { expectNoAxeFindings } from '../axe.ts'
import { copyExample, type Someone, test } from '../people.ts'
import { openPlan } from '../plan-page.ts'

const run = promisify(execFile)

const isThere = (program: string) =>
  run(program, ['-v']).then(
    () => true,
    () => false,
  )

/** Words without what a line break may change: spaces, and hyphens put in or out. */
const bare = (words: string) => words.normalize('NFKC').replaceAll(/[\s\u00ad\u2010-]+/g, '')

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

  test(`[EXPORT-1] [EXPORT-2] ${title}: the web page holds the words of every box, needs nobody, and is accessible`, async ({
    withy,
    anna,
    browser,
  }) => {
    await openPlan(anna.page, await copyExample(anna, withy, example))
    await openTakeAway(anna)
    const path = await download(anna, anna.page.getByRole('link', { name: 'Get the web page' }))

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

  test(`[EXPORT-3] [EXPORT-4] ${title}: the PDF holds the words of every box, and is tagged PDF/UA-1`, async ({
    withy,
    anna,
  }) => {
    const tools = (await isThere('pdfinfo')) && (await isThere('pdftotext'))
    test.skip(!tools && !process.env.CI, 'pdfinfo and pdftotext are missing (on Debian: apt-get install poppler-utils)')
    await openPlan(anna.page, await copyExample(anna, withy, example))
    await openTakeAway(anna)
    const path = await download(anna, anna.page.getByRole('link', { name: 'Get the PDF' }))
    expect((await readFile(path)).subarray(0, 5).toString()).toBe('%PDF-')

    const info = (await run('pdfinfo', [path])).stdout
    expect(info).toMatch(/^Tagged: +yes$/m)
    expect(info).toMatch(new RegExp(`^Title: +.*${title}`, 'm'))
    const meta = (await run('pdfinfo', ['-meta', path])).stdout
    expect(meta, 'PDF/UA-1').toMatch(/<pdfuaid:part>1</)
    expect(meta, 'the language').toMatch(/<dc:language>.*\ben\b/s)
    expect((await readFile(path)).toString('latin1')).toMatch(/\/Lang ?\(en/)
    const pages = (await run('pdftotext', ['-layout', path, '-'], { maxBuffer: 1e8 })).stdout.split('\f').slice(0, -1)
    expect(
      pages.filter((page) => !page.includes('DRAFT')),
      'pages that do not say DRAFT',
    ).toEqual([])
    const text = bare((await run('pdftotext', ['-raw', path, '-'], { maxBuffer: 1e8 })).stdout)
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
  const path = await download(anna, anna.page.getByRole('link', { name: 'Cael y dudalen we' }))
  expect(await readFile(path, 'utf8')).toMatch(/<html[^>]* lang="cy"/)
})

test('[A11Y-64] printing the page leaves out what only works on a screen', async ({ withy, anna }) => {
  await openPlan(anna.page, await copyExample(anna, withy, 'brackenford-east'))
  await anna.page.emulateMedia({ media: 'print' })
  await expect(anna.page.getByRole('button')).toHaveCount(0)
  await expect(anna.page.getByRole('heading', { level: 1 })).toBeVisible()
})
