import { type Browser, expect } from '@playwright/test'
import { type Blocking, type BlockingProxy, startBlockingProxy } from '../blocking-proxy.ts'
import { test as base, bring, type Someone, startPlan, wordsOf } from '../people.ts'
import { cutOff, openBox, openPlan, saved, section } from '../plan-page.ts'
import { freePort, startWithy } from '../withy.ts'

const BOX = { section: 'Our shared story', box: 'Our story' } as const
/** Within this is what is promised (ms). */
const SOON = 5_000

/** Anna sits behind a network that blocks websockets, Ben does not. */
async function annaBehind(browser: Browser, blocking: Blocking) {
  const port = await freePort()
  const withy = await startWithy({ env: { PUBLIC_URL: `http://127.0.0.1:${port}` } })
  const proxy = await startBlockingProxy(port, Number(new URL(withy.url).port), blocking)
  const someone = async (name: string, url: string): Promise<Someone> => {
    const context = await browser.newContext({ baseURL: url })
    return { name, context, page: await context.newPage() }
  }
  const anna = await someone('Anna', `http://127.0.0.1:${port}`)
  const ben = await someone('Ben', withy.url)
  const plan = await startPlan(ben, withy)
  await bring(ben, withy, plan, [anna])
  await openPlan(ben.page, plan)
  const end = async () => {
    await anna.context.close()
    await ben.context.close()
    await withy.end()
    await proxy.die().catch(() => {})
  }
  return { withy, proxy, anna, ben, plan, end }
}

const test = base.extend<{ behind: (blocking: Blocking) => ReturnType<typeof annaBehind> }>({
  behind: async ({ browser }, use) => {
    const ends: (() => Promise<void>)[] = []
    await use(async (blocking) => {
      const made = await annaBehind(browser, blocking)
      ends.push(made.end)
      return made
    })
    for (const end of ends) await end()
  },
})

test('[SYNC-96] [SYNC-97] [SYNC-99] where a web page answers the upgrade two people write together, also after the line was cut', async ({
  behind,
}) => {
  const { withy, proxy, anna, ben, plan } = await behind({ upgrades: 'forbidden-page' })
  const bens = await openBox(section(ben.page, BOX.section), BOX.box)
  await bens.pressSequentially('From Ben. ')
  await expect(saved(ben.page)).toBeVisible()
  const annas = await annaWrites(anna, plan)
  await expect(section(ben.page, BOX.section)).toContainText('From Anna.')
  await bens.press('Control+End')
  await bens.pressSequentially('Ben again. ')
  await expect(annas).toContainText('Ben again.')
  expect(took(proxy, 'GET events')).toBeLessThan(SOON)
  expect(took(proxy, 'POST poll')).toBeNull()

  await proxy.die()
  await annas.pressSequentially('In the dark. ')
  await expect(cutOff(anna.page)).toBeVisible()
  await proxy.comeBack()
  await expect(saved(anna.page)).toBeVisible()
  await expect(section(ben.page, BOX.section)).toContainText('In the dark.')
  const all = await wordsOf(ben, withy, plan)
  for (const words of ['From Ben.', 'From Anna.', 'Ben again.', 'In the dark.'])
    expect(all.split(words).length - 1, words).toBe(1)
})

test('[SYNC-96] [SYNC-98] [SYNC-99] where frames are swallowed and events are held back two people write together by polls', async ({
  behind,
}) => {
  const { proxy, anna, ben, plan } = await behind({ upgrades: 'silenced', holdsEvents: true })
  const bens = await openBox(section(ben.page, BOX.section), BOX.box)
  await bens.pressSequentially('From Ben. ')
  const annas = await annaWrites(anna, plan)
  await expect(section(ben.page, BOX.section)).toContainText('From Anna.')
  await bens.press('Control+End')
  await bens.pressSequentially('Ben again. ')
  await expect(annas).toContainText('Ben again.')
  expect(took(proxy, 'POST poll')).toBeLessThan(SOON)
})

/** From the first try with a websocket until something else was taken up (ms); null: it never was. */
const took = ({ firsts }: BlockingProxy, what: string): number | null =>
  firsts.has(what) ? (firsts.get(what) ?? 0) - (firsts.get('upgrade') ?? 0) : null

/** Anna opens the plan and has it to read, and then to write in, by and by. */
async function annaWrites({ page }: Someone, plan: string) {
  await page.goto(`/plans/${plan}`, { waitUntil: 'commit' })
  await expect(section(page, BOX.section), 'the words, to be read').toContainText('From Ben.', { timeout: SOON })
  await expect(saved(page)).toBeVisible()
  const editor = await openBox(section(page, BOX.section), BOX.box)
  await editor.press('Control+End')
  await editor.pressSequentially('From Anna. ')
  await expect(saved(page)).toBeVisible()
  return editor
}
