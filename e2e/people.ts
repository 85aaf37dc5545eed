import {
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  test as base,
  type Page,
} from '@playwright/test'
import type { Role, Voice } from '@withy/shared/access'
import type { Invitation, PlanFacts, StartPlan } from '@withy/shared/api'
import type { Person } from '@withy/shared/protocol'
import { startWithy, type Withy } from './withy.ts'

/** Someone with a browser of their own: nothing is shared with anybody else's. */
export type Someone = { readonly name: string; readonly page: Page; readonly context: BrowserContext }

type Fixtures = {
  /** The real server. Journeys before this one may have left plans of theirs in it, and nobody is there but this one's people. */
  withy: Withy
  anna: Someone
  ben: Someone
  facilitator: Someone
  /** A phone in the hall: 360 x 740, touch. */
  phone: Someone
  /** The big screen of the hall: 1920 x 1080. */
  bigScreen: Someone
}

/** A worker's server: starting one for each journey was a fifteenth of their time. */
type Standing = {
  /** The one that runs, or a new one. */
  take(): Promise<Withy>
  /** Ends it; the next who asks gets a new one. */
  end(): Promise<void>
}

export const PHONE: BrowserContextOptions = { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true }
const SCREEN: BrowserContextOptions = { viewport: { width: 1920, height: 1080 } }

/** Somebody besides the fixtures. Whoever asks closes their context. */
export async function someone(browser: Browser, withy: Withy, name: string, options: BrowserContextOptions = {}) {
  const context = await browser.newContext({ baseURL: withy.url, ...options })
  return { name, context, page: await context.newPage() }
}

const fixture =
  (name: string, options?: BrowserContextOptions) =>
  async ({ browser, withy }: { browser: Browser; withy: Withy }, use: (made: Someone) => Promise<void>) => {
    const made = await someone(browser, withy, name, options)
    await use(made)
    // A request that a journey holds in its hand as it ends would fail outside of every journey, and end its worker.
    // Some journeys end with the page closed.
    for (const held of [made.page, made.context]) await held.unrouteAll({ behavior: 'ignoreErrors' }).catch(() => {})
    await made.context.close()
  }

export const test = base.extend<Fixtures, { standing: Standing }>({
  standing: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixtures it needs from this pattern.
    async ({}, use) => {
      let withy: Withy | null = null
      const end = async () => {
        await withy?.end()
        withy = null
      }
      await use({
        take: async () => {
          withy ??= await startWithy()
          return withy
        },
        end,
      })
      await end()
    },
    { scope: 'worker' },
  ],
  withy: async ({ standing }, use) => {
    const withy = await standing.take()
    await use(withy)
    // What one journey broke on purpose, the next one does not meet.
    if (withy.wasCut()) await standing.end()
  },
  anna: fixture('Anna'),
  ben: fixture('Ben'),
  facilitator: fixture('Farah'),
  phone: fixture('Priya', PHONE),
  bigScreen: fixture('Screen', SCREEN),
})

/** Asks the server as this person's browser would, cookie and origin included. Throws on a no. */
export async function ask<T>(
  { context }: Someone,
  withy: Withy,
  method: string,
  path: string,
  data?: unknown,
): Promise<T> {
  const answer = await context.request.fetch(`${withy.url}${path}`, { method, data, headers: { origin: withy.url } })
  if (!answer.ok()) throw new Error(`${method} ${path}: ${answer.status()} ${await answer.text()}`)
  return answer.json()
}

/** Starts a plan without the page, for journeys about something else. @returns the plan's id */
export async function startPlan(who: Someone, withy: Withy, plan: Partial<StartPlan> = {}): Promise<string> {
  const body = { kind: 'area', title: 'Brackenford East', name: who.name, voice: 'resident', ...plan }
  return (await ask<{ plan: string }>(who, withy, 'POST', '/api/plans', body)).plan
}

/** Makes an invitation without the page. */
export async function invite(
  who: Someone,
  withy: Withy,
  plan: string,
  {
    kind = 'link',
    role = 'contributor',
    voice = 'resident',
  }: Partial<Pick<Invitation, 'kind'>> & { role?: Role; voice?: Voice } = {},
): Promise<Invitation> {
  const path = `/api/plans/${plan}/invitations`
  return (await ask<{ invitation: Invitation }>(who, withy, 'POST', path, { kind, role, voice })).invitation
}

/** Joins with an invitation's link without the page. */
export async function joinBy(who: Someone, withy: Withy, { link }: Invitation): Promise<void> {
  const secret = new URL(link).hash.slice(1)
  await ask(who, withy, 'POST', '/api/join', { ticket: { secret }, name: who.name })
}

/** Invites and joins several people without the page. */
export async function bring(
  owner: Someone,
  withy: Withy,
  plan: string,
  people: readonly Someone[],
  role: Role = 'contributor',
) {
  const invitation = await invite(owner, withy, plan, { role })
  for (const person of people) await joinBy(person, withy, invitation)
}

/** The plan as it stands, as plain data. */
export async function wordsOf(who: Someone, withy: Withy, plan: string): Promise<string> {
  return JSON.stringify(await ask(who, withy, 'GET', `/api/plans/${plan}/words`))
}

/** Everyone in a plan, in the order they joined. */
export async function peopleOf(who: Someone, withy: Withy, plan: string): Promise<readonly Person[]> {
  return (await ask<PlanFacts>(who, withy, 'GET', `/api/plans/${plan}`)).people
}

/** Takes somebody out of a plan without the page. */
export async function remove(who: Someone, withy: Withy, plan: string, person: string): Promise<void> {
  await ask(who, withy, 'DELETE', `/api/plans/${plan}/people/${person}`)
}

/** Makes somebody a copy of an example plan. @returns the plan's id */
export async function copyExample(
  who: Someone,
  withy: Withy,
  example: 'brackenford-east' | 'rosa-tillingham',
): Promise<string> {
  return (await ask<{ plan: string }>(who, withy, 'POST', '/api/examples', { example, name: who.name })).plan
}
