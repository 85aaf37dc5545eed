import { mkdir, writeFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { chromium } from '@playwright/test'
import { test as people, type Someone } from '../people.ts'
import { type ByEar, listen } from './by-ear.ts'
import { type Desktop, startDesktop } from './desktop.ts'

const KEPT = fileURLToPath(new URL('../../docs/spoken/', import.meta.url))

const ARGS = ['--no-sandbox', '--disable-gpu', '--no-first-run', '--window-size=1280,900']

type Fixtures = {
  /** Somebody whose browser is on a screen that only a screen reader looks at. */
  listener: Someone
  ear: ByEar
}

/** Journeys that are heard. What was said is kept as text when all went well. */
export const test = people.extend<Fixtures, { desktop: Desktop }>({
  desktop: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixtures it needs from this pattern.
    async ({}, use) => {
      const desktop = await startDesktop()
      await use(desktop)
      await desktop.end()
    },
    { scope: 'worker', timeout: 60_000 },
  ],
  // The ear is first: the page that opens is heard too.
  listener: async ({ desktop, withy, ear: _ }, use) => {
    const context = await chromium.launchPersistentContext('', {
      executablePath: '/usr/bin/chromium',
      headless: false,
      viewport: null,
      baseURL: withy.url,
      env: desktop.env,
      // A window without the browser's own bars: the first key is the page's.
      args: [...ARGS, '--force-renderer-accessibility', '--ozone-platform=x11', `--app=${withy.url}/`],
    })
    const [page] = context.pages()
    if (!page) throw new Error('The window has no page.')
    await use({ name: 'Rosa', context, page })
    await context.close()
  },
  ear: async ({ desktop }, use, info) => {
    const ear = await listen(desktop)
    await use(ear)
    if (info.status !== 'passed') return await writeFile(info.outputPath('heard.txt'), ear.log.join('\n'))
    await mkdir(KEPT, { recursive: true })
    const name = info.titlePath[0]?.replace(/^.*\/|\.spec\.ts$/g, '')
    await writeFile(`${KEPT}${name}.txt`, `${info.title.replace(/^(\[[^\]]*\] )+/, '')}\n\n${ear.log.join('\n')}\n`)
  },
})
