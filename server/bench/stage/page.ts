import { readFile } from 'node:fs/promises'
import {
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  type CDPSession,
  chromium,
  type Page,
} from 'playwright-core'
import type { Someone } from './people.ts'
import type { Withy } from './withy.ts'

const FLAGS = ['--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update']
const IN_PAGE = new URL('./in-page.js', import.meta.url)

export const PHONE: BrowserContextOptions = { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true }
export const DESK: BrowserContextOptions = { viewport: { width: 1280, height: 800 } }

/** A page with nothing in its cache. */
export type Opened = { readonly page: Page; readonly session: CDPSession; readonly context: BrowserContext }

export const openChromium = (): Promise<Browser> =>
  chromium.launch({
    executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium',
    args: [...FLAGS, '--no-sandbox', '--disable-gpu', '--disable-sync'],
  })

/**
 * A page of the server's origin on someone's device, `slower` times slowed down. `script` runs before each document's own.
 * The measured page shares its process with this first one, so that the brake is on before it begins.
 */
export async function openPage(
  browser: Browser,
  withy: Withy,
  { cookie }: Someone,
  { screen, slower, script = '' }: { screen: BrowserContextOptions; slower: number; script?: string },
): Promise<Opened> {
  const context = await browser.newContext(screen)
  const cookies = cookie.split('; ').map((pair) => {
    const [name = '', value = ''] = pair.split('=')
    return { name, value, url: withy.origin }
  })
  await context.addCookies(cookies)
  const page = await context.newPage()
  await page.addInitScript({ content: `${await readFile(IN_PAGE, 'utf8')}\n${script}` })
  const session = await context.newCDPSession(page)
  await page.goto(`${withy.origin}/healthz`)
  await session.send('Emulation.setCPUThrottlingRate', { rate: slower })
  return { page, session, context }
}

/** How many times slower a case runs: `4x slower` is 4, everything else 1. */
export const slowness = (name: string): number => Number(/^(\d+)x slower/.exec(name)?.[1] ?? 1)
