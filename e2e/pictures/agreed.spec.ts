import { execFile } from 'node:child_process'
import { mkdir, writeFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { type BrowserContextOptions, expect, type Page } from '@playwright/test'
import type { PlanFacts, Version } from '@withy/shared/api'
import { LANGUAGES } from '@withy/shared/plan'
import { answers, asksToAgree } from '../agreeing.ts'
import { type Look, openDevices } from '../pages.ts'
import { ask, bring, copyExample, type Someone, test } from '../people.ts'
import type { Withy } from '../withy.ts'
import { type Words, wordsIn } from '../words.ts'

const run = promisify(execFile)
const FOLDER = fileURLToPath(new URL('../../docs/pictures/agreed', import.meta.url))

const NARROW: BrowserContextOptions = { viewport: { width: 320, height: 640 }, hasTouch: true, isMobile: true }
const LAPTOP: BrowserContextOptions = { viewport: { width: 1280, height: 800 } }
const VIEWS: Readonly<Record<string, { look: Look['theme']; size?: string; options: BrowserContextOptions }>> = {
  laptop: { look: 'white', options: LAPTOP },
  narrow: { look: 'white', options: NARROW },
  big: { look: 'white', size: '300', options: { ...NARROW, viewport: { width: 360, height: 740 } } },
  forced: { look: 'forced', options: LAPTOP },
}

/** Every copy that is drawn as a page: what it is taken away as, and how. */
const COPIES = ['html', 'pdf', 'docx'].flatMap((format) => ['normal', 'easy'].map((size) => ({ format, size })))

for (const example of ['brackenford-east', 'rosa-tillingham'] as const)
  test(`${example}, agreed, and every copy of it`, async ({ withy, anna, ben, facilitator, browser }) => {
    test.setTimeout(900_000)
    await mkdir(FOLDER, { recursive: true })
    const plan = await copyExample(anna, withy, example)
    await bring(anna, withy, plan, [ben, facilitator])
    const { code, ...paths } = await agreed(anna, [ben, facilitator], withy, plan)
    for (const language of LANGUAGES) {
      const copies = await copiesOf(anna, withy, plan, `${example}-${language}`, language)
      for (const [view, { look, size, options }] of Object.entries(VIEWS)) {
        const devices = await openDevices(anna, withy, browser, { theme: look, language }, options)
        if (size) await devices.page.context().addInitScript(lettersOf, size)
        for (const [name, path] of Object.entries(paths)) {
          const page = await devices.visit({ name, path })
          if (name === 'check') await checkCode(page, code, wordsIn(language))
          await take(page, `${example}-${language}-${name}-${view}`)
        }
        for (const copy of copies) {
          await devices.page.goto(`file://${copy.path}`)
          if (size) await devices.page.addStyleTag({ content: `html { font-size: ${size}% }` })
          await take(devices.page, `${example}-${language}-${copy.name}-${view}`)
        }
        await devices.close()
      }
    }
  })

/** Types the code of a copy in, and waits for what is said of it. */
async function checkCode(page: Page, code: string, { text }: Words): Promise<void> {
  await page.getByLabel(text('check.code'), { exact: true }).fill(code)
  await page.getByRole('button', { name: text('check.code-do') }).click()
  await expect(page.getByText(text('check.code-newest-title'))).toBeVisible()
}

/** A page from its top, as far down as somebody will look at a picture of it (px). */
const TALLEST = 8_000

async function take(page: Page, name: string): Promise<void> {
  const { width, height } = await page.evaluate(() => {
    const { scrollWidth, scrollHeight } = document.documentElement
    return { width: scrollWidth, height: scrollHeight }
  })
  const clip = { x: 0, y: 0, width, height: Math.min(height, TALLEST) }
  await page.screenshot({ path: `${FOLDER}/${name}.jpg`, type: 'jpeg', quality: 80, fullPage: true, clip })
}

/** Three people answer, each otherwise, it is sealed, and one word is changed since. @returns the pages to look at */
async function agreed(owner: Someone, [ben, farah]: readonly Someone[], withy: Withy, plan: string) {
  const path = `/api/plans/${plan}`
  const { me, kind } = await ask<PlanFacts>(owner, withy, 'GET', path)
  // The person a plan is about asks the others, or somebody who decides for them.
  const decides = { acting: 'attorney', person: me, words: 'By the paper of May 2024.' } as const
  const round = await asksToAgree(owner, withy, plan, kind === 'support' ? { decides } : {})
  const { fingerprint } = await ask<{ fingerprint: string }>(owner, withy, 'GET', `${path}/edition`)
  await answers(owner, withy, plan, round, 'agree', kind === 'support' ? decides.acting : null)
  for (const [who, answer, words] of [
    [ben, 'agree-with', 'The bus must come on Sundays too.'],
    [farah, 'disagree', 'The hall is too far for some.'],
  ] as const) {
    const said = { section: null, answer, words, acting: null, advocate: '', fingerprint }
    if (who) await ask(who, withy, 'PUT', `${path}/rounds/${round}/answer`, said)
  }
  const before = { name: 'Before we agreed', of: 'now' }
  const { version } = await ask<{ version: Version }>(owner, withy, 'POST', `${path}/versions`, before)
  const sealing = { fingerprint, wentOn: 'We will look at it again in May.' }
  const { number } = await ask<{ number: number }>(owner, withy, 'POST', `${path}/rounds/${round}/seal`, sealing)
  const { code } = await ask<{ code: string }>(owner, withy, 'GET', `${path}/sealed/${number}`)
  const at = `/plans/${plan}`
  return {
    sealed: `${at}/agreed/${number}`,
    agree: `${at}/agree`,
    copies: `${at}/agreed/${number}/copies`,
    versions: `${at}/history`,
    version: `${at}/history/${version.id}`,
    compare: `${at}/history/${version.id}/now`,
    plan: at,
    check: '/check',
    code,
  }
}

/** Makes every copy of the sealed version. PDF and Word become pictures of pages. @returns the web pages among them */
async function copiesOf(who: Someone, withy: Withy, plan: string, name: string, language: string) {
  const pages: { name: string; path: string }[] = []
  for (const { format, size } of COPIES) {
    const address = `${withy.url}/api/plans/${plan}/sealed/1/take-away/${format}?lang=${language}&size=${size}`
    const answer = await who.context.request.get(address)
    if (!answer.ok()) throw new Error(`${address}: ${answer.status()}`)
    const base = `${FOLDER}/${name}-copy-${format}-${size}`
    await writeFile(`${base}.${format}`, await answer.body())
    if (format === 'html') pages.push({ name: `copy-${format}-${size}`, path: `${base}.html` })
    if (format === 'docx')
      await run('soffice', ['--headless', '--convert-to', 'pdf', '--outdir', FOLDER, `${base}.docx`])
    if (format !== 'html') await run('pdftoppm', ['-r', '50', '-png', `${base}.pdf`, base])
  }
  return pages
}

/** As “Aa” keeps it. */
function lettersOf(size: string): void {
  localStorage.setItem('withy.reading', JSON.stringify({ theme: 'white', size }))
  localStorage.setItem('withy.look', JSON.stringify({ 'data-theme': 'white', 'data-size': size }))
}
