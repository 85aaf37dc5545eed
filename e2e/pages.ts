import { type Browser, type BrowserContextOptions, expect, type Page } from '@playwright/test'
import type { PlanFacts, Steering, Taking, Version, WorkshopSeen } from '@withy/shared/api'
import { LANGUAGES, type Language } from '@withy/shared/plan'
import { agreeAll, asksToAgree } from './agreeing.ts'
import { ask, invite, type Someone } from './people.ts'
import type { Withy } from './withy.ts'
import { literally, wordsIn } from './words.ts'

/** One page as people meet it. */
export type Visit = {
  readonly name: string
  readonly path: string
  /** Met by somebody whom Withy does not know yet. */
  readonly stranger?: true
  /** A heading that comes after all else: the page grows by it. */
  readonly last?: string
}

const OVER = 'A morning in the hall'
const PREPARED = 'May in the hall'
const KEPT = 'Before the walk'
/** What the people of these pages called things: it stands in sentences of ours. */
export const THEIRS = ['Brackenford East', OVER, PREPARED, KEPT] as const

/** Every page, for checks that visit them all and for the pictures. `who` is in `plan` and may invite. */
export async function everyPage(who: Someone, withy: Withy, plan: string): Promise<readonly Visit[]> {
  const { link } = await invite(who, withy, plan)
  await invite(who, withy, plan, { kind: 'code' })
  const door = `/join${new URL(link).hash}`
  const workshops = `/plans/${plan}/workshops`
  const { prepared, over } = await workshopsOf(who, withy, plan)
  const agreed = await agreedIn(who, withy, plan)
  const kept = { name: KEPT, of: 'now' }
  const made = await ask<{ version: Version }>(who, withy, 'POST', `/api/plans/${plan}/versions`, kept)
  const version = made.version.id
  const asked = await ask<{ followUps: object[] }>(who, withy, 'GET', `/api/plans/${plan}/did-it-happen`)
  const last = asked.followUps.length > 0 ? { last: 'workshop-follow-up.ask' } : {}
  return [
    { name: 'home', path: '/' },
    { name: 'home-first-time', path: '/', stranger: true },
    { name: 'start', path: '/start' },
    { name: 'start-from-a-file', path: '/start/from-a-file' },
    { name: 'take-many', path: '/take-away' },
    { name: 'join-by-code', path: '/join', stranger: true },
    { name: 'join-by-link', path: door, stranger: true },
    { name: 'joined-already', path: door },
    { name: 'back', path: '/back' },
    { name: 'plan', path: `/plans/${plan}`, ...last },
    { name: 'plan-of-others', path: `/plans/${plan}`, stranger: true },
    { name: 'share', path: `/plans/${plan}/share` },
    { name: 'screen', path: `/plans/${plan}/screen` },
    { name: 'help', path: '/help' },
    { name: 'help-run-a-workshop', path: '/help/run-a-workshop' },
    { name: 'help-in-a-workshop', path: '/help/in-a-workshop' },
    { name: 'help-agree-a-plan', path: '/help/agree-a-plan' },
    { name: 'help-say-something', path: '/help/say-something' },
    { name: 'agree', path: `/plans/${plan}/agree` },
    { name: 'agreed', path: `/plans/${plan}/agreed/${agreed}` },
    { name: 'copies', path: `/plans/${plan}/agreed/${agreed}/copies` },
    { name: 'versions', path: `/plans/${plan}/history` },
    { name: 'version', path: `/plans/${plan}/history/${version}` },
    { name: 'what-changed', path: `/plans/${plan}/history/${version}/now` },
    { name: 'who-wrote', path: `/plans/${plan}/history/who-wrote` },
    { name: 'workshops', path: workshops },
    { name: 'workshop-prepare', path: `${workshops}/${prepared}/prepare` },
    { name: 'workshop-sheets', path: `${workshops}/${prepared}/sheets` },
    { name: 'workshop-not-begun', path: `${workshops}/${prepared}` },
    { name: 'workshop-over', path: `${workshops}/${over}` },
    { name: 'workshop-record', path: `${workshops}/${over}/record` },
    { name: 'you-said', path: `${workshops}/${over}/you-said` },
    { name: 'did-it-happen', path: `/plans/${plan}/did-it-happen` },
    { name: 'help-care-words', path: '/help/care-words', last: 'glossary.list-words' },
    { name: 'help-formats', path: '/help/formats' },
    { name: 'check', path: '/check', stranger: true },
    { name: 'privacy', path: '/privacy' },
    { name: 'accessibility', path: '/accessibility' },
    { name: 'conformance-report', path: '/accessibility/report' },
    { name: 'not-found', path: '/nowhere' },
  ]
}

/** Seals the plan, and asks `who`, its owner, anew. @returns the number of what was sealed */
async function agreedIn(who: Someone, withy: Withy, plan: string): Promise<number> {
  const { number } = await agreeAll([who], withy, plan)
  const { me } = await ask<PlanFacts>(who, withy, 'GET', `/api/plans/${plan}`)
  await asksToAgree(who, withy, plan, { asked: [me], bySection: true })
  return number
}

/** A workshop that is being prepared, and one that is over and had an idea in it. An open one has journeys of its own. */
async function workshopsOf(who: Someone, withy: Withy, plan: string) {
  const path = `/api/plans/${plan}/workshops`
  const make = async (title: string) =>
    (await ask<{ workshop: string }>(who, withy, 'POST', path, { shape: 'area-2-hours', title, lang: 'en' })).workshop
  const over = await make(OVER)
  const steer = (said: Steering) => ask<WorkshopSeen>(who, withy, 'POST', `${path}/${over}/steer`, said)
  const take = (said: Taking) => ask(who, withy, 'POST', `${path}/${over}/take-part`, said)
  const { me } = await ask<PlanFacts>(who, withy, 'GET', `/api/plans/${plan}`)
  const { now } = await steer({ do: 'open' })
  const step = now.steps.find(({ kind }) => kind === 'silent')?.id ?? ''
  await take({ do: 'come-in' })
  await steer({ do: 'go', from: now.step, to: step })
  await take({ do: 'idea', id: 'idea-of-a-bench', step, words: 'A bench by the canal', saidBy: me })
  await steer({ do: 'show', step })
  await steer({ do: 'close' })
  return { prepared: await make(PREPARED), over }
}

/** How a device shows pages: the four themes of ours, or the system's own forced colours. */
export type Look = {
  readonly theme: 'white' | 'cream' | 'dark' | 'contrast' | 'forced'
  readonly language: Language
}

/** How pages can look; the last as the system forces it. */
export const THEMES = ['white', 'cream', 'dark', 'contrast', 'forced'] as const

/** Every theme in both languages. */
export const EVERY_LOOK: readonly Look[] = LANGUAGES.flatMap((language) => THEMES.map((theme) => ({ theme, language })))

/** The pair that differs most. */
export const TWO_LOOKS: readonly Look[] = [
  { theme: 'white', language: 'en' },
  { theme: 'contrast', language: 'cy' },
]

/** A device of somebody's, and one of somebody Withy does not know, with the same look. */
export type Devices = {
  /** The known person's page. */
  readonly page: Page
  /** Goes to a page on the device it is met on, and waits until it has been drawn. */
  visit(visit: Visit): Promise<Page>
  close(): Promise<void>
}

/** Opens devices with a look of their own, at any size. */
export async function openDevices(
  who: Someone,
  withy: Withy,
  browser: Browser,
  { theme, language }: Look,
  options: BrowserContextOptions = {},
): Promise<Devices> {
  const device = async (known: BrowserContextOptions) => {
    const context = await browser.newContext({
      baseURL: withy.url,
      ...options,
      ...known,
      locale: language === 'cy' ? 'cy-GB' : 'en-GB',
      forcedColors: theme === 'forced' ? 'active' : 'none',
    })
    if (theme !== 'forced') await context.addInitScript(chooseTheme, theme)
    return context
  }
  const { text } = wordsIn(language)
  const onItsWay = new RegExp(
    `^(${['common.opening', 'live.opening', 'join.looking'].map((id) => literally(text(id))).join('|')})`,
  )
  const known = await device({ storageState: await who.context.storageState() })
  const stranger = await device({})
  const page = await known.newPage()
  const strangersPage = await stranger.newPage()
  return {
    page,
    async visit(one) {
      const on = one.stranger ? strangersPage : page
      // A path that differs in its fragment only would not load again.
      if (new URL(on.url()).pathname === one.path.split('#')[0]) await on.goto('about:blank')
      await on.goto(one.path)
      await expect(on.getByRole('heading', { level: 1 })).toBeVisible()
      await expect(on.getByText(onItsWay)).toHaveCount(0)
      if (one.last) await expect(on.getByRole('heading', { name: text(one.last) })).toBeVisible()
      return on
    },
    async close() {
      await known.close()
      await stranger.close()
    },
  }
}

/** Shows a page that is open in another theme. */
export async function showInTheme(page: Page, theme: Look['theme']): Promise<void> {
  await page.emulateMedia({ forcedColors: theme === 'forced' ? 'active' : 'none' })
  await page.evaluate((chosen) => document.documentElement.setAttribute('data-theme', chosen), theme)
}

/** As the Aa dialog keeps it. */
function chooseTheme(theme: string): void {
  localStorage.setItem('withy.reading', JSON.stringify({ theme }))
  localStorage.setItem('withy.look', JSON.stringify({ 'data-theme': theme }))
}
