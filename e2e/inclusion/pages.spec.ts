import { LANGUAGES } from '@withy/shared/plan'
import { axeFindings } from '../axe.ts'
import { everyPage, openDevices, showInTheme, THEMES } from '../pages.ts'
import { bring, copyExample, PHONE, test } from '../people.ts'
import { targetsTooSmall } from '../targets.ts'
import { gather, type LookFor, wanted } from './looks.ts'
import { note } from './noted.ts'

/** Where a fault is planted on every page, the first few are enough to see it. */
const FEW = process.env.WITHY_INCLUSION_SHORT ? 3 : Number.POSITIVE_INFINITY
/** So many tests share the pages of one language: each has people and a plan of its own. */
const SHARES = process.env.WITHY_INCLUSION_SHORT ? 1 : 4

/** One thing a page: it is right or it is not. */
const whole = (check: string, at: (page: Parameters<LookFor['at']>[0]) => Promise<readonly string[]>): LookFor => ({
  check,
  at: async (page) => {
    const found = await at(page)
    return { looked: 1, short: found.length > 0 ? [found.join('; ')] : [] }
  },
})

const IN_EACH_THEME = wanted([whole('B1', axeFindings)])
const ON_A_PHONE = wanted([whole('C4', targetsTooSmall)])

for (const language of LANGUAGES) {
  for (let share = 0; share < SHARES; share += 1) {
    test(`@B1 @C4 pages in ${language}, ${share + 1} of ${SHARES}`, async ({ withy, anna, ben, browser }, info) => {
      const plan = await copyExample(anna, withy, 'brackenford-east')
      await bring(anna, withy, plan, [ben])
      const visits = (await everyPage(anna, withy, plan)).filter((_, at) => at % SHARES === share).slice(0, FEW)
      const gathered = gather()
      const onLaptop = await openDevices(anna, withy, browser, { theme: 'white', language })
      for (const visit of visits) {
        const page = await onLaptop.visit(visit)
        for (const theme of THEMES) {
          await showInTheme(page, theme)
          await gathered.look(IN_EACH_THEME, page, `${visit.name}, ${theme}, ${language}`)
        }
      }
      await onLaptop.close()
      const onPhone = await openDevices(anna, withy, browser, { theme: 'white', language }, PHONE)
      for (const visit of visits)
        await gathered.look(ON_A_PHONE, await onPhone.visit(visit), `${visit.name}, ${language}`)
      await onPhone.close()
      for (const seen of gathered.all()) note(info, seen)
    })
  }
}
