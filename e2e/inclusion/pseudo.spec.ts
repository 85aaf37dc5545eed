import { expect } from '@playwright/test'
import { everyPage, type Visit } from '../pages.ts'
import { bring, copyExample, PHONE, test } from '../people.ts'
import { buildWithPseudo, showPseudo } from '../pseudo.ts'
import { widerThanWindow, wordsCutOff } from '../reflow.ts'
import { gather, whole } from './looks.ts'
import { note } from './noted.ts'

let folder: string
test.beforeAll(() => {
  folder = buildWithPseudo()
})

const FEW = ['home', 'plan', 'agree']
const isLookedAt = ({ name }: Visit): boolean => !process.env.WITHY_INCLUSION_SHORT || FEW.includes(name)

/** What is too wide or cut off on a page as it is now. */
const looks = (check: string) =>
  whole(check, async (page) => [...(await widerThanWindow(page)), ...(await wordsCutOff(page))])

for (const [check, shown, dir] of [
  ['F4', 'en-XA', 'ltr'],
  ['F3', 'ar-XB', 'rtl'],
] as const) {
  test(`@${check} every page on a phone in ${shown}`, async ({ withy, anna, ben, browser }, info) => {
    const plan = await copyExample(anna, withy, 'brackenford-east')
    await bring(anna, withy, plan, [ben])
    const visits = (await everyPage(anna, withy, plan)).filter(isLookedAt)
    const known = await anna.context.storageState()
    const gathered = gather()
    for (const visit of visits) {
      const options = visit.stranger ? {} : { storageState: known }
      const context = await browser.newContext({ baseURL: withy.url, ...PHONE, ...options, locale: 'en-GB' })
      await showPseudo(context, folder, shown)
      const page = await context.newPage()
      await page.setViewportSize({ width: 320, height: 640 })
      await page.goto(visit.path)
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
      await expect(page.locator('html')).toHaveAttribute('dir', dir)
      // What a page waits for says so in a language nobody speaks: when it asks for nothing any more it is whole.
      await page.waitForLoadState('networkidle')
      await gathered.look([looks(check)], page, visit.name)
      await context.close()
    }
    const leftOut = ['What is open, empty or missing, and a plan about a person: pages of a plan about a place alone']
    for (const seen of gathered.all()) note(info, { ...seen, leftOut })
  })
}
