import { type Browser, type BrowserContextOptions, expect, type Page } from '@playwright/test'
import { LANGUAGES, type Language } from '@withy/shared/plan'
import { invite, type Someone } from './people.ts'
import type { Withy } from './withy.ts'

/** One page as people meet it, and how to know that it is there. */
export type Visit = { readonly name: string; readonly path: string }

/** Every page, for checks that visit them all and for the pictures. `who` is in `plan`. */
export async function everyPage(who: Someone, withy: Withy, plan: string): Promise<readonly Visit[]> {
  const { link } = await invite(who, withy, plan)
  return [
    { name: 'home', path: '/' },
    { name: 'start', path: '/start' },
    { name: 'join-by-code', path: '/join' },
    { name: 'join-by-link', path: `/join${new URL(link).hash}` },
    { name: 'back', path: '/back' },
    { name: 'plan', path: `/plans/${plan}` },
    { name: 'share', path: `/plans/${plan}/share` },
    { name: 'screen', path: `/plans/${plan}/screen` },
    { name: 'help', path: '/help' },
    { name: 'privacy', path: '/privacy' },
    { name: 'accessibility', path: '/accessibility' },
    { name: 'not-found', path: '/nowhere' },
  ]
}

/** Goes to a page and waits until it has been drawn: its heading is there and nothing says that it is opening. */
export async function visit(page: Page, { path }: Visit): Promise<void> {
  // A path that differs in its fragment only would not load again.
  await page.goto('about:blank')
  await page.goto(path)
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await expect(page.locator('[aria-busy=true]')).toHaveCount(0)
}

/** How a device shows pages: the four themes of ours, or the system's own forced colours. */
export type Look = {
  readonly theme: 'white' | 'cream' | 'dark' | 'contrast' | 'forced'
  readonly language: Language
}

const THEMES = ['white', 'cream', 'dark', 'contrast', 'forced'] as const

/** Every theme in both languages. */
export const EVERY_LOOK: readonly Look[] = LANGUAGES.flatMap((language) => THEMES.map((theme) => ({ theme, language })))

/** The pair that differs most. */
export const TWO_LOOKS: readonly Look[] = [
  { theme: 'white', language: 'en' },
  { theme: 'contrast', language: 'cy' },
]

/** Another device of the same person, with a look of its own. The caller closes its context. */
export async function deviceOf(
  who: Someone,
  withy: Withy,
  browser: Browser,
  look: Look,
  options: BrowserContextOptions = {},
) {
  const context = await browser.newContext({
    baseURL: withy.url,
    ...options,
    locale: look.language === 'cy' ? 'cy-GB' : 'en-GB',
    storageState: await who.context.storageState(),
    forcedColors: look.theme === 'forced' ? 'active' : 'none',
  })
  if (look.theme !== 'forced')
    await context.addInitScript((theme) => {
      localStorage.setItem('withy.reading', JSON.stringify({ theme }))
      localStorage.setItem('withy.look', JSON.stringify({ 'data-theme': theme }))
    }, look.theme)
  return context
}
